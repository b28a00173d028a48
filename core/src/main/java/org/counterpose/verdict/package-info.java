/** What a trial's ratings say, with the evidence. Uses no other room. */
@NullMarked
package org.counterpose.verdict;

import org.jspecify.annotations.NullMarked;
