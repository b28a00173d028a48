package org.counterpose.booking;

/** What became of a booking that staff made. */
public sealed interface DeskBooking {

  /** It is booked. */
  record Booked(Appointment appointment) implements DeskBooking {}

  /**
   * Somebody has the time, or it is outside the hours: it needs the explicit act, with a reason.
   */
  record NeedsReason(boolean taken) implements DeskBooking {}

  /** Another request came with that key before. */
  record SentBefore() implements DeskBooking {}

  /** It cannot be booked at all: another place's, or a service that is not done. */
  record Refused() implements DeskBooking {}
}
