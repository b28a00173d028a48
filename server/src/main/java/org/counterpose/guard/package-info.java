/**
 * Stands before everything the server answers: headers, limits, and who may not post. May use:
 * digest.
 */
@NullMarked
package org.counterpose.guard;

import org.jspecify.annotations.NullMarked;
