/** A jointed body in three dimensions, posed by angles. Uses {@code pose}. */
@NullMarked
package org.counterpose.body;

import org.jspecify.annotations.NullMarked;
