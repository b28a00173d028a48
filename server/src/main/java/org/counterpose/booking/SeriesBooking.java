package org.counterpose.booking;

import java.util.List;

/** What became of a wish to book several visits, week after week. */
public sealed interface SeriesBooking {

  /**
   * All are booked.
   *
   * @param token opens the first, and by its number each other
   */
  record Booked(String token) implements SeriesBooking {}

  /**
   * None is booked, since some of these cannot be had; with the nearest free time for each.
   *
   * @param practitioner with whom they are looked for
   */
  record Conflicts(String practitioner, List<Planned> visits) implements SeriesBooking {
    public Conflicts {
      visits = List.copyOf(visits);
    }
  }

  /** Another request came with that idempotency key before, or this one and was refused. */
  record KeyUsed() implements SeriesBooking {}

  /** So many visits at once, or within a week, are not booked here. */
  record TooMany(int most) implements SeriesBooking {}
}
