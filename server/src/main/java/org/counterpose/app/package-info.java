/**
 * Main, configuration, wiring and the command line. An edge: used by nobody. May use: every room.
 */
@NullMarked
package org.counterpose.app;

import org.jspecify.annotations.NullMarked;
