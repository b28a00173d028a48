package org.counterpose.booking;

import java.time.Instant;

/** What became of a wish to book. The same request sent again gets the same answer. */
public sealed interface Booking permits Booking.Booked, Booking.Taken, Booking.KeyUsed, NotOffered {

  /**
   * It is booked.
   *
   * @param token opens the appointment to whoever has it, and is known to nobody else
   */
  record Booked(String token, String practitioner, String service, Instant start, Instant end)
      implements Booking {}

  /** Somebody else was first. */
  record Taken() implements Booking, Moving {}

  /** Another request came with that idempotency key before. */
  record KeyUsed() implements Booking {}
}
