package org.counterpose.booking;

import java.time.Instant;

/** A time at which a visit may be booked, and with whom; {@code end} is when the visit is over. */
public record FreeTime(String practitioner, Instant start, Instant end) {}
