package org.counterpose.booking;

/** What became of a wish to take an offered time. */
public sealed interface Taking {

  /**
   * It is theirs.
   *
   * @param token opens the appointment
   */
  record Booked(String token) implements Taking {}

  /** The offer has ended, or was declined. */
  record Ended(Offer offer) implements Taking {}

  /** No offer is known by that token. */
  record Unknown() implements Taking {}
}
