package org.counterpose.booking;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The hours of an ordinary week; a day that is not named is a day off. */
public record WeeklyHours(Map<DayOfWeek, List<OpenHours>> byDay) {

  public WeeklyHours {
    Map<DayOfWeek, List<OpenHours>> copy = new EnumMap<>(DayOfWeek.class);
    byDay.forEach((day, hours) -> copy.put(day, List.copyOf(hours)));
    byDay = Map.copyOf(copy);
  }

  List<OpenHours> on(DayOfWeek day) {
    return byDay.getOrDefault(day, List.of());
  }
}
