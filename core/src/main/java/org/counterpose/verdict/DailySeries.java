package org.counterpose.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * How one person's ratings scatter from day to day: a standard deviation and a lag-1 correlation,
 * each leaned towards what is known of people in general, since three weeks of one person are few.
 *
 * <p>Scatter is taken within each week of the trial, so that a slow change of level is not mistaken
 * for it. Days that were not rated are missing: the correlation between two rated days is {@code
 * rho} to the power of the days between them.
 *
 * @param sd standard deviation from day to day, in points
 * @param rho correlation of one day with the next
 * @param freedom how many degrees of freedom stand behind {@code sd}, the leaning included
 */
record DailySeries(double sd, double rho, double freedom) {

  /** Median day-to-day SD: lognormal, median 1.1 (measures.md; published 1.2 to 1.6). */
  private static final double USUAL_SD = 1.1;

  /** Lag-1 correlation 0.3, range 0 to 0.6 (measures.md). */
  private static final double USUAL_RHO = 0.3;

  private static final double MOST_RHO = 0.6;

  /** The range of day-to-day SD that was published: 0.4 to 2.5 (measures.md). */
  private static final double LEAST_SD = 0.4;

  private static final double MOST_SD = 2.5;

  /** How many days of one's own weigh as much as what is known in general; our own choice. */
  private static final double LEANING_DAYS = 8;

  private static final double LEANING_PAIRS = 30;

  static DailySeries of(SortedMap<Integer, Integer> byDay) {
    double rho = correlation(byDay);
    double squares = 0;
    double expected = 0;
    for (SortedMap<Integer, Integer> week : weeks(byDay)) {
      double mean = mean(week);
      for (int rating : week.values()) {
        squares += (rating - mean) * (rating - mean);
      }
      expected += week.size() * (1 - varianceOfMean(week, rho));
    }
    double variance =
        (LEANING_DAYS * USUAL_SD * USUAL_SD + squares) / (LEANING_DAYS + Math.max(0, expected));
    double sd = Math.clamp(Math.sqrt(variance), LEAST_SD, MOST_SD);
    return new DailySeries(sd, rho, LEANING_DAYS + Math.max(0, expected));
  }

  /** Standard error of the difference of two windows' means, in points. */
  double errorOfDifference(SortedMap<Integer, Integer> first, SortedMap<Integer, Integer> last) {
    double sum = varianceOfMean(first, rho) + varianceOfMean(last, rho);
    for (int one : first.keySet()) {
      for (int other : last.keySet()) {
        sum -= 2 * Math.pow(rho, Math.abs(one - other)) / (first.size() * (double) last.size());
      }
    }
    return sd * Math.sqrt(Math.max(0, sum));
  }

  static double mean(SortedMap<Integer, Integer> window) {
    return window.values().stream().mapToInt(Integer::intValue).average().orElseThrow();
  }

  /** The variance of a window's mean for a day-to-day variance of 1. */
  private static double varianceOfMean(SortedMap<Integer, Integer> window, double rho) {
    double sum = 0;
    for (int one : window.keySet()) {
      for (int other : window.keySet()) {
        sum += Math.pow(rho, Math.abs(one - other));
      }
    }
    return sum / (window.size() * (double) window.size());
  }

  /**
   * The correlation whose expected products of neighbours, taken around each week's own mean, come
   * nearest to those seen; leaned towards the usual one. Around a mean of so few days neighbours
   * look opposed, so the plain ratio would be far too low.
   */
  private static double correlation(SortedMap<Integer, Integer> byDay) {
    double squares = 0;
    double products = 0;
    int pairs = 0;
    for (SortedMap<Integer, Integer> week : weeks(byDay)) {
      double mean = mean(week);
      for (Map.Entry<Integer, Integer> rating : week.entrySet()) {
        double here = rating.getValue() - mean;
        squares += here * here;
        Integer next = week.get(rating.getKey() + 1);
        if (next != null) {
          products += here * (next - mean);
          pairs++;
        }
      }
    }
    if (pairs == 0 || squares == 0) {
      return USUAL_RHO;
    }
    double seen = products / squares;
    List<int[]> days = weeks(byDay).stream().map(DailySeries::days).toList();
    double own = 0;
    double nearest = Math.abs(expectedRatio(days, own) - seen);
    for (double rho = 0.05; rho <= MOST_RHO; rho += 0.05) {
      double distance = Math.abs(expectedRatio(days, rho) - seen);
      if (distance < nearest) {
        nearest = distance;
        own = rho;
      }
    }
    return (LEANING_PAIRS * USUAL_RHO + pairs * own) / (LEANING_PAIRS + pairs);
  }

  /** Expected products of neighbours over expected squares, around each week's own mean. */
  private static double expectedRatio(List<int[]> weeks, double rho) {
    double[] powers = new double[7];
    for (int apart = 0; apart < powers.length; apart++) {
      powers[apart] = Math.pow(rho, apart);
    }
    double squares = 0;
    double products = 0;
    for (int[] days : weeks) {
      double[] withMean = withMean(days, powers);
      double ofMean = Arrays.stream(withMean).sum() / days.length;
      for (int i = 0; i < days.length; i++) {
        squares += 1 - 2 * withMean[i] + ofMean;
        if (i + 1 < days.length && days[i + 1] == days[i] + 1) {
          products += rho - withMean[i] - withMean[i + 1] + ofMean;
        }
      }
    }
    return products / squares;
  }

  /** The covariance of each day with its week's mean, for a day-to-day variance of 1. */
  private static double[] withMean(int[] days, double[] powers) {
    double[] withMean = new double[days.length];
    for (int i = 0; i < days.length; i++) {
      for (int day : days) {
        withMean[i] += powers[Math.abs(days[i] - day)] / days.length;
      }
    }
    return withMean;
  }

  private static int[] days(SortedMap<Integer, Integer> week) {
    return week.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<SortedMap<Integer, Integer>> weeks(SortedMap<Integer, Integer> byDay) {
    int last = byDay.isEmpty() ? 0 : byDay.lastKey();
    return java.util.stream.IntStream.rangeClosed(0, (last - 1) / 7)
        .mapToObj(week -> byDay.subMap(week * 7 + 1, week * 7 + 8))
        .filter(week -> !week.isEmpty())
        .toList();
  }
}
