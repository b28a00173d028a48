/**
 * What the camera needs and we did not write: the pose model and its runtime, fetched by the build
 * by exact version and checksum, and put together as the runtime wants them.
 */
@NullMarked
package org.counterpose.supplies;

import org.jspecify.annotations.NullMarked;
