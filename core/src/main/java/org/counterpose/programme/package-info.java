/**
 * The pack: an article turned into questions, rules, steps, doses, texts and sources, as typed
 * data. May use: body, document, figure.
 */
@NullMarked
package org.counterpose.programme;

import org.jspecify.annotations.NullMarked;
