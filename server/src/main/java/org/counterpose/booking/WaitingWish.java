package org.counterpose.booking;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What would suit somebody who waits for a time.
 *
 * @param practitioner an id, or {@link Clinic#ANYONE}
 * @param from the first date that suits, by the clock of the place, and {@code to} the last
 * @param days of the week that suit; at least one
 * @param fromMinute the earliest start in minutes after midnight, and {@code toMinute} the latest
 * @param zone the person's own clock, where they told it
 */
public record WaitingWish(
    String service,
    String practitioner,
    Optional<String> place,
    LocalDate from,
    LocalDate to,
    Set<DayOfWeek> days,
    int fromMinute,
    int toMinute,
    Person person,
    Optional<ZoneId> zone) {

  public WaitingWish {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the last date is not before the first: " + to);
    }
    if (days.isEmpty()) {
      throw new IllegalArgumentException("some day of the week suits, got none");
    }
    if (fromMinute < 0 || toMinute < fromMinute || toMinute > 24 * 60) {
      throw new IllegalArgumentException(
          "times of day run forward, got " + fromMinute + " to " + toMinute);
    }
    days = Set.copyOf(EnumSet.copyOf(days));
  }

  /** Whether a start suits, as the clock on the wall reads it. */
  boolean suits(LocalDateTime start) {
    int minute = start.getHour() * 60 + start.getMinute();
    return !start.toLocalDate().isBefore(from)
        && !start.toLocalDate().isAfter(to)
        && days.contains(start.getDayOfWeek())
        && minute >= fromMinute
        && minute <= toMinute;
  }

  int dayBits() {
    return days.stream().mapToInt(day -> 1 << (day.getValue() - 1)).sum();
  }

  static Set<DayOfWeek> days(int bits) {
    EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if ((bits & (1 << (day.getValue() - 1))) != 0) {
        days.add(day);
      }
    }
    return days;
  }
}
