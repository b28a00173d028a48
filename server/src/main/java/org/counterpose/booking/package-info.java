/**
 * Real appointments with a clinic: its settings, its free times, and who has which. May use:
 * digest, store, and of the core document, plan, verdict.
 */
@NullMarked
package org.counterpose.booking;

import org.jspecify.annotations.NullMarked;
