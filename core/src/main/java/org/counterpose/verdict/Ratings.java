package org.counterpose.verdict;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Daily ratings of one symptom, 0 to 10, by day of the trial (from 1); a day that is not here was
 * not rated.
 *
 * @param day the day that the series has reached; ratings lie in 1 to {@code day}
 */
public record Ratings(SortedMap<Integer, Integer> byDay, int day) {

  public Ratings {
    byDay = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(byDay));
    for (Map.Entry<Integer, Integer> rating : byDay.entrySet()) {
      if (rating.getKey() < 1 || rating.getKey() > day) {
        throw new IllegalArgumentException(
            "days run from 1 to " + day + ", got " + rating.getKey());
      }
      if (rating.getValue() < 0 || rating.getValue() > 10) {
        throw new IllegalArgumentException("a rating is 0 to 10, got " + rating.getValue());
      }
    }
  }
}
