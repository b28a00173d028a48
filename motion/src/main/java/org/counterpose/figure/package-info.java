/**
 * Draws a posed body as a picture: from one side, without perspective, as SVG that needs nothing
 * else. May use the room body.
 */
@NullMarked
package org.counterpose.figure;

import org.jspecify.annotations.NullMarked;
