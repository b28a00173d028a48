/**
 * Notifications on a person's devices: encrypted for the device, signed for its push service. May
 * use: sending, store.
 */
@NullMarked
package org.counterpose.push;

import org.jspecify.annotations.NullMarked;
