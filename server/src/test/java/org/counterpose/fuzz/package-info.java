/**
 * Whatever comes from outside is read, or refused with every fault named: found by a fuzzer that
 * looks at what its input makes the readers do, and kept as a corpus.
 */
@NullMarked
package org.counterpose.fuzz;

import org.jspecify.annotations.NullMarked;
