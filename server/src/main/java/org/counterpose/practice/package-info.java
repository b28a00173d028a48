/**
 * What one practice's rooms share, wired once at start. May use: every room that is not an edge.
 */
@NullMarked
package org.counterpose.practice;

import org.jspecify.annotations.NullMarked;
