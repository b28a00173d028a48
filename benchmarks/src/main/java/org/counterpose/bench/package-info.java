/**
 * Measures of speed, each a ratio of two things measured side by side in one run. Never shipped.
 * May use: everything.
 */
@NullMarked
package org.counterpose.bench;

import org.jspecify.annotations.NullMarked;
