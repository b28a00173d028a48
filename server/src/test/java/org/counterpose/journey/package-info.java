/** People who walk through the running product in a real browser. */
@NullMarked
package org.counterpose.journey;

import org.jspecify.annotations.NullMarked;
