package org.counterpose.booking;

import java.util.ArrayList;
import java.util.List;

/**
 * From one time of the day to another, in minutes after midnight on the clinic's wall clock; the
 * end is not included and may be 1440, the end of the day.
 */
public record OpenHours(int fromMinute, int toMinute) {

  public OpenHours {
    if (fromMinute < 0 || toMinute > 24 * 60 || fromMinute >= toMinute) {
      throw new IllegalArgumentException(
          "hours run forward within a day, got " + fromMinute + " to " + toMinute);
    }
    if (fromMinute % 5 != 0 || toMinute % 5 != 0) {
      throw new IllegalArgumentException(
          "hours begin and end on a multiple of 5 minutes, got " + fromMinute + " to " + toMinute);
    }
  }

  /** What lies in hours of both. */
  static List<OpenHours> inBoth(List<OpenHours> ones, List<OpenHours> others) {
    List<OpenHours> both = new ArrayList<>();
    for (OpenHours one : ones) {
      for (OpenHours other : others) {
        int from = Math.max(one.fromMinute, other.fromMinute);
        int to = Math.min(one.toMinute, other.toMinute);
        if (from < to) {
          both.add(new OpenHours(from, to));
        }
      }
    }
    return both;
  }

  boolean reads(int minuteOfDay) {
    return minuteOfDay >= fromMinute && minuteOfDay < toMinute;
  }

  @Override
  public String toString() {
    return clock(fromMinute) + "-" + clock(toMinute);
  }

  private static String clock(int minute) {
    return two(minute / 60) + ":" + two(minute % 60);
  }

  private static String two(int number) {
    return (number < 10 ? "0" : "") + number;
  }
}
