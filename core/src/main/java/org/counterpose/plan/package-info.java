/**
 * The day's steps for one person, with a reason for every change of dose. May use: programme,
 * screening, journal, verdict, document.
 */
@NullMarked
package org.counterpose.plan;

import org.jspecify.annotations.NullMarked;
