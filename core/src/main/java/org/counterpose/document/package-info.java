/** Parsed documents whose every value knows where it stands, and the problems found in them. */
@NullMarked
package org.counterpose.document;

import org.jspecify.annotations.NullMarked;
