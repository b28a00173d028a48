/** Sends what waits in the outbox, whichever way it goes. May use: store. */
@NullMarked
package org.counterpose.sending;

import org.jspecify.annotations.NullMarked;
