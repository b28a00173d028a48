package org.counterpose.reminder;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The hours of the clock in which nothing comes, from one time to another, over midnight where that
 * is earlier; the same twice means that there are none.
 */
record QuietHours(LocalTime from, LocalTime to) {

  boolean holds(LocalTime time) {
    return from.isAfter(to)
        ? !time.isBefore(from) || time.isBefore(to)
        : !time.isBefore(from) && time.isBefore(to);
  }

  /** The moment itself, or the end of the quiet hours that it lies in. */
  ZonedDateTime over(ZonedDateTime moment) {
    LocalTime time = moment.toLocalTime();
    if (!holds(time)) {
      return moment;
    }
    int days = time.isBefore(to) ? 0 : 1;
    return LocalMoment.of(moment.toLocalDate().plusDays(days).atTime(to), moment.getZone());
  }

  /** When they begin next after a moment outside them; empty where there are none. */
  Optional<Instant> nextAfter(ZonedDateTime moment) {
    if (from.equals(to)) {
      return Optional.empty();
    }
    int days = moment.toLocalTime().isBefore(from) ? 0 : 1;
    ZoneId zone = moment.getZone();
    return Optional.of(
        LocalMoment.of(moment.toLocalDate().plusDays(days).atTime(from), zone).toInstant());
  }
}
