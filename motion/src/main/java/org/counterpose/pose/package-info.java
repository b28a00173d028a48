/** Points of a body in a picture, to inclinations, heights and ratios with a confidence. */
@NullMarked
package org.counterpose.pose;

import org.jspecify.annotations.NullMarked;
