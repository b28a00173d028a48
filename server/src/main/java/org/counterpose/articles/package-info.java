/**
 * Articles to read before a check: Markdown files, each with a programme. May use: library,
 * documents, programme, document.
 */
@NullMarked
package org.counterpose.articles;

import org.jspecify.annotations.NullMarked;
