/** Appointments as calendars read them. May use: booking. */
@NullMarked
package org.counterpose.calendar;

import org.jspecify.annotations.NullMarked;
