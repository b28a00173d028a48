/** The pages. An edge: used by nobody but the wiring. May use: every room that is not an edge. */
@NullMarked
package org.counterpose.web;

import org.jspecify.annotations.NullMarked;
