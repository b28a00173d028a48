/**
 * Keeps what must not be lost: journals and appointments, durable before anyone is told so. May
 * use: nothing of ours.
 */
@NullMarked
package org.counterpose.store;

import org.jspecify.annotations.NullMarked;
