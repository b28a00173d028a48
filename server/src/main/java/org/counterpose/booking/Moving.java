package org.counterpose.booking;

/** What became of a wish to move an appointment. */
public sealed interface Moving
    permits Moving.Moved, Moving.Unknown, Moving.Over, Booking.Taken, NotOffered {

  /** It is at its new time, and the old one is free; or it was there already. */
  record Moved(Appointment appointment) implements Moving {}

  /** No appointment is known by that token. */
  record Unknown() implements Moving, Cancelling {}

  /** It was cancelled, or has begun. */
  record Over(Appointment appointment) implements Moving, Cancelling {}
}
