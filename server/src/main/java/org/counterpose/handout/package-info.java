/**
 * A programme on paper: what to do, how much, when to stop, and days to tick, as a PDF that can be
 * read aloud. It may use the programmes, the plan and the words, and no page.
 */
@NullMarked
package org.counterpose.handout;

import org.jspecify.annotations.NullMarked;
