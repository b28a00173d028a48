package org.counterpose.verdict;

import java.util.ArrayList;
import java.util.List;
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

  private static final int WEEK = 7;

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

  /** The days of one week that were rated, and their ratings. */
  private record Week(int[] days, int[] ratings) {
    static Week of(SortedMap<Integer, Integer> byDay) {
      int[] ratings = new int[byDay.size()];
      int i = 0;
      for (int rating : byDay.values()) {
        ratings[i++] = rating;
      }
      return new Week(daysOf(byDay), ratings);
    }

    double mean() {
      double sum = 0;
      for (int rating : ratings) {
        sum += rating;
      }
      return sum / ratings.length;
    }

    boolean isFollowed(int i) {
      return i + 1 < days.length && days[i + 1] == days[i] + 1;
    }
  }

  static DailySeries of(SortedMap<Integer, Integer> byDay) {
    List<Week> weeks = weeks(byDay);
    double rho = correlation(weeks);
    double[] byLag = byLag(rho, WEEK - 1);
    double squares = 0;
    double expected = 0;
    for (Week week : weeks) {
      double mean = week.mean();
      for (int rating : week.ratings()) {
        squares += (rating - mean) * (rating - mean);
      }
      expected += week.days().length * (1 - covarianceOfMeans(week.days(), week.days(), byLag));
    }
    double variance =
        (LEANING_DAYS * USUAL_SD * USUAL_SD + squares) / (LEANING_DAYS + Math.max(0, expected));
    double sd = Math.clamp(Math.sqrt(variance), LEAST_SD, MOST_SD);
    return new DailySeries(sd, rho, LEANING_DAYS + Math.max(0, expected));
  }

  /** Standard error of the difference of two windows' means, in points; the first begins first. */
  double errorOfDifference(SortedMap<Integer, Integer> first, SortedMap<Integer, Integer> last) {
    int[] earlier = daysOf(first);
    int[] later = daysOf(last);
    double[] byLag = byLag(rho, later[later.length - 1] - earlier[0]);
    double sum =
        covarianceOfMeans(earlier, earlier, byLag)
            + covarianceOfMeans(later, later, byLag)
            - 2 * covarianceOfMeans(earlier, later, byLag);
    return sd * Math.sqrt(Math.max(0, sum));
  }

  static double mean(SortedMap<Integer, Integer> window) {
    return Week.of(window).mean();
  }

  /** The covariance of the means of some days and of others, for a day-to-day variance of 1. */
  private static double covarianceOfMeans(int[] days, int[] others, double[] byLag) {
    double sum = 0;
    for (int one : days) {
      for (int other : others) {
        sum += byLag[Math.abs(one - other)];
      }
    }
    return sum / (days.length * (double) others.length);
  }

  /** The correlation of two days that lie 0, 1 or up to {@code most} days apart. */
  private static double[] byLag(double rho, int most) {
    double[] byLag = new double[most + 1];
    byLag[0] = 1;
    for (int lag = 1; lag <= most; lag++) {
      byLag[lag] = byLag[lag - 1] * rho;
    }
    return byLag;
  }

  /**
   * The correlation whose expected products of neighbours, taken around each week's own mean, come
   * nearest to those seen; leaned towards the usual one. Around a mean of so few days neighbours
   * look opposed, so the plain ratio would be far too low.
   */
  private static double correlation(List<Week> weeks) {
    double squares = 0;
    double products = 0;
    int pairs = 0;
    for (Week week : weeks) {
      double mean = week.mean();
      for (int i = 0; i < week.days().length; i++) {
        double here = week.ratings()[i] - mean;
        squares += here * here;
        if (week.isFollowed(i)) {
          products += here * (week.ratings()[i + 1] - mean);
          pairs++;
        }
      }
    }
    if (pairs == 0 || squares == 0) {
      return USUAL_RHO;
    }
    double seen = products / squares;
    double own = 0;
    double nearest = Math.abs(expectedRatio(weeks, own) - seen);
    for (double rho = 0.05; rho <= MOST_RHO; rho += 0.05) {
      double distance = Math.abs(expectedRatio(weeks, rho) - seen);
      if (distance < nearest) {
        nearest = distance;
        own = rho;
      }
    }
    return (LEANING_PAIRS * USUAL_RHO + pairs * own) / (LEANING_PAIRS + pairs);
  }

  /** Expected products of neighbours over expected squares, around each week's own mean. */
  private static double expectedRatio(List<Week> weeks, double rho) {
    double[] byLag = byLag(rho, WEEK - 1);
    double squares = 0;
    double products = 0;
    for (Week week : weeks) {
      double[] withMean = withMean(week.days(), byLag);
      double ofMean = 0;
      for (double covariance : withMean) {
        ofMean += covariance / withMean.length;
      }
      for (int i = 0; i < withMean.length; i++) {
        squares += 1 - 2 * withMean[i] + ofMean;
        if (week.isFollowed(i)) {
          products += rho - withMean[i] - withMean[i + 1] + ofMean;
        }
      }
    }
    return products / squares;
  }

  /** The covariance of each day with its week's mean, for a day-to-day variance of 1. */
  private static double[] withMean(int[] days, double[] byLag) {
    double[] withMean = new double[days.length];
    for (int i = 0; i < days.length; i++) {
      for (int day : days) {
        withMean[i] += byLag[Math.abs(days[i] - day)] / days.length;
      }
    }
    return withMean;
  }

  private static int[] daysOf(SortedMap<Integer, Integer> byDay) {
    int[] days = new int[byDay.size()];
    int i = 0;
    for (int day : byDay.keySet()) {
      days[i++] = day;
    }
    return days;
  }

  private static List<Week> weeks(SortedMap<Integer, Integer> byDay) {
    List<Week> weeks = new ArrayList<>();
    int last = byDay.isEmpty() ? 0 : byDay.lastKey();
    for (int first = 1; first <= last; first += WEEK) {
      SortedMap<Integer, Integer> week = byDay.subMap(first, first + WEEK);
      if (!week.isEmpty()) {
        weeks.add(Week.of(week));
      }
    }
    return weeks;
  }
}
