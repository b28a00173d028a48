/** Everything the product itself says, by key. Uses {@code programme} and {@code verdict}. */
@NullMarked
package org.counterpose.words;

import org.jspecify.annotations.NullMarked;
