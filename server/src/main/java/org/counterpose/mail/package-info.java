/** Sends letters: what waits in the outbox goes to a mail server. May use: store. */
@NullMarked
package org.counterpose.mail;

import org.jspecify.annotations.NullMarked;
