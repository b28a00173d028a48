package org.counterpose.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

/** A stretch of time in which something is due; it never ends before it begins. */
record Window(ZonedDateTime from, ZonedDateTime to) {

  Window {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a window ends after it begins, got " + from + " to " + to);
    }
  }

  boolean contains(Instant moment) {
    return distanceTo(moment).isZero();
  }

  /** How far a moment lies outside, zero within. */
  Duration distanceTo(Instant moment) {
    if (moment.isBefore(from.toInstant())) {
      return Duration.between(moment, from.toInstant());
    }
    return moment.isAfter(to.toInstant())
        ? Duration.between(to.toInstant(), moment)
        : Duration.ZERO;
  }

  /** The part from a moment within it on; all of it where the moment lies outside. */
  Window since(Instant moment) {
    return moment.isAfter(from.toInstant()) && moment.isBefore(to.toInstant())
        ? new Window(moment.atZone(from.getZone()), to)
        : this;
  }

  /** The part up to {@code end}; nothing but its beginning where it begins later. */
  Window until(ZonedDateTime end) {
    return to.isAfter(end) ? new Window(from, end.isBefore(from) ? from : end) : this;
  }
}
