/**
 * The JSON API under {@code /api/v1}. An edge: used by nobody but the wiring. May use: every room
 * that is not an edge.
 */
@NullMarked
package org.counterpose.api;

import org.jspecify.annotations.NullMarked;
