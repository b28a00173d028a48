/**
 * Everything the product itself says, by key. May use: programme, journal, plan, verdict, document.
 */
@NullMarked
package org.counterpose.words;

import org.jspecify.annotations.NullMarked;
