package org.counterpose.booking;

import java.time.Instant;

/**
 * A time at which a visit may be booked, with whom and where; {@code end} is when the visit is
 * over.
 */
public record FreeTime(String practitioner, String place, Instant start, Instant end) {

  /** At a clinic's only place. */
  public FreeTime(String practitioner, Instant start, Instant end) {
    this(practitioner, Clinic.Place.MAIN, start, end);
  }

  /** The same with whoever has time. */
  public FreeTime withAnyone() {
    return new FreeTime(Clinic.ANYONE, place, start, end);
  }
}
