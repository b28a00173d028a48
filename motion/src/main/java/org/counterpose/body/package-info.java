/**
 * A jointed body in three dimensions, posed by angles: what figures are drawn of and made-up traces
 * come from. Lengths are metres; x is forwards of somebody who stands unturned, y upwards, z to
 * their right.
 */
@NullMarked
package org.counterpose.body;

import org.jspecify.annotations.NullMarked;
