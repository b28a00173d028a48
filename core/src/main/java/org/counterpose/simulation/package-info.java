/**
 * Made-up people whose truth is known, and how often each verdict is given to whom. Uses {@code
 * verdict} and {@code programme}.
 */
@NullMarked
package org.counterpose.simulation;

import org.jspecify.annotations.NullMarked;
