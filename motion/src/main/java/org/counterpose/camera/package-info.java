/**
 * What a camera sees of a body: its landmarks as the pose model would give them, and a picture that
 * the pose model itself can look at. Uses {@code body} and {@code pose}.
 */
@NullMarked
package org.counterpose.camera;

import org.jspecify.annotations.NullMarked;
