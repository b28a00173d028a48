package org.counterpose.booking;

import java.time.Instant;
import java.util.Optional;

/**
 * One visit of a series that is planned.
 *
 * @param number from 1
 * @param free whether it can be had at its start
 * @param nearest the nearest free time instead, where it cannot
 */
public record Planned(int number, Instant start, boolean free, Optional<FreeTime> nearest) {

  /** What would be booked: itself where it is free, else the nearest free time. */
  public Optional<Instant> best() {
    return free ? Optional.of(start) : nearest.map(FreeTime::start);
  }
}
