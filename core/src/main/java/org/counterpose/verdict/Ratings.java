package org.counterpose.verdict;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Daily ratings of one symptom, 0 to 10 in whole or half points, by day of the trial (from 1); a
 * day that is not here was not rated.
 *
 * @param day the day that the series has reached; ratings lie in 1 to {@code day}
 * @param before the average over the week before the trial, 0 to 10, as it was told at entry; empty
 *     where it was not asked
 */
public record Ratings(SortedMap<Integer, Double> byDay, int day, OptionalDouble before) {

  public Ratings {
    byDay = Collections.unmodifiableSortedMap(new TreeMap<>(byDay));
    for (Map.Entry<Integer, Double> rating : byDay.entrySet()) {
      if (rating.getKey() < 1 || rating.getKey() > day) {
        throw new IllegalArgumentException(
            "days run from 1 to " + day + ", got " + rating.getKey());
      }
      double value = rating.getValue();
      if (!(value >= 0 && value <= 10 && 2 * value == Math.rint(2 * value))) {
        throw new IllegalArgumentException(
            "a rating is 0 to 10 in whole or half points, got " + value);
      }
    }
    if (before.isPresent() && !(before.getAsDouble() >= 0 && before.getAsDouble() <= 10)) {
      throw new IllegalArgumentException(
          "the average before is 0 to 10, got " + before.getAsDouble());
    }
  }

  /** Whole-number ratings without an average before. */
  public static Ratings whole(SortedMap<Integer, Integer> byDay, int day) {
    SortedMap<Integer, Double> ratings = new TreeMap<>();
    byDay.forEach((at, rating) -> ratings.put(at, rating.doubleValue()));
    return new Ratings(ratings, day, OptionalDouble.empty());
  }

  public Ratings withBefore(OptionalDouble average) {
    return new Ratings(byDay, day, average);
  }

  /** The same series as it stood on an earlier day; itself where it had not got further. */
  public Ratings until(int earlier) {
    return earlier >= day ? this : new Ratings(byDay.headMap(earlier + 1), earlier, before);
  }

  /** The distance between neighbouring ratings, in points: a half where any rating is a half. */
  public double step() {
    return byDay.values().stream().allMatch(rating -> rating == Math.rint(rating)) ? 1 : 0.5;
  }
}
