/**
 * Made-up scenes before a camera whose truth is known, and how well a coach does on them. Uses
 * {@code body}, {@code camera}, {@code coach} and {@code pose}.
 */
@NullMarked
package org.counterpose.scenes;

import org.jspecify.annotations.NullMarked;
