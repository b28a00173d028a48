/** What a trial's ratings say, with the evidence. Uses {@code programme} and {@code document}. */
@NullMarked
package org.counterpose.verdict;

import org.jspecify.annotations.NullMarked;
