/** Appointments as calendars and letters tell them. May use: booking, store, words. */
@NullMarked
package org.counterpose.calendar;

import org.jspecify.annotations.NullMarked;
