package org.counterpose.booking;

import java.util.List;

/** What became of a wish to move an appointment. */
public sealed interface Moving
    permits Moving.Moved, Unchangeable, Moving.SomeTaken, Booking.Taken, NotOffered {

  /** It is at its new time, and the old one is free; or it was there already. */
  record Moved(Appointment appointment) implements Moving {}

  /** No appointment is known by that token. */
  record Unknown() implements Unchangeable {}

  /** It was cancelled, or has begun. */
  record Over(Appointment appointment) implements Unchangeable {}

  /** It is so near that only the clinic can change it. */
  record TooLate(Appointment appointment) implements Unchangeable {}

  /** Of several that were to move together, these cannot, and none was moved. */
  record SomeTaken(List<Planned> conflicts) implements Moving {
    public SomeTaken {
      conflicts = List.copyOf(conflicts);
    }
  }
}
