/**
 * Trials as they run: begun, opened with their key, added to, erased. May use: digest, library,
 * documents, store, and everything of the core.
 */
@NullMarked
package org.counterpose.journeys;

import org.jspecify.annotations.NullMarked;
