/** Letters, and the mail server that they go to. May use: sending, store. */
@NullMarked
package org.counterpose.mail;

import org.jspecify.annotations.NullMarked;
