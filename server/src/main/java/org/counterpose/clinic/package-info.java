/**
 * The clinic's side of the trials: who needs somebody and why, what the clinic does about it, what
 * comes out of it all. May use: journeys, people, store, and everything of the core.
 */
@NullMarked
package org.counterpose.clinic;

import org.jspecify.annotations.NullMarked;
