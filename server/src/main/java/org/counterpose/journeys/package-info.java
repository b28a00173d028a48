/**
 * Trials as they run: begun, opened with their key, added to, erased. May use: library, documents,
 * store, and everything of the core.
 */
@NullMarked
package org.counterpose.journeys;

import org.jspecify.annotations.NullMarked;
