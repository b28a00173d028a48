/** Landmark traces as files: what a camera saw, to be watched again. */
@NullMarked
package org.counterpose.traces;

import org.jspecify.annotations.NullMarked;
