/** The coach's way into a page: arrays in, codes out, nothing else. Uses {@code coach}. */
@NullMarked
package org.counterpose.browser;

import org.jspecify.annotations.NullMarked;
