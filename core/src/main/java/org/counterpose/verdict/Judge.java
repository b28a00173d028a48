package org.counterpose.verdict;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpose.programme.Programme;
import org.counterpose.verdict.Verdict.Answer;
import org.counterpose.verdict.Verdict.NaturalCourse;
import org.counterpose.verdict.Verdict.Next;

/**
 * Judges a trial by the change between the mean of its first and its last seven days.
 *
 * <p>Means of weeks, because single days mislead: of people who enter on a flare, 55 in 100 meet "2
 * points better" on a pair of days with no change at all, and 3 in 100 on weekly means
 * (measures.md). The interval allows for each day being like the day before. Nothing here says why
 * a change came about.
 */
public final class Judge {

  /** Days in each of the two windows that are compared. */
  private static final int WINDOW = 7;

  /** Rated days that each window needs: more than half of it. Our own choice. */
  private static final int LEAST_RATED = 4;

  /** A worsening that is told as one: a point or more. Our own choice, the safer reading. */
  private static final double WORSENING = 1;

  /** 5 % in each tail: a 90 % interval. */
  private static final double TAIL_Z = 1.6448536269514722;

  private Judge() {}

  /**
   * The verdict on the day that the ratings have reached. Days after the trial's last day count for
   * nothing.
   */
  public static Verdict judge(Ratings ratings, Programme.Trial trial) {
    int day = Math.min(ratings.day(), trial.extendTo());
    SortedMap<Integer, Integer> counted = new TreeMap<>(ratings.byDay().headMap(day + 1));
    SortedMap<Integer, Integer> first = counted.headMap(WINDOW + 1);
    SortedMap<Integer, Integer> last = counted.tailMap(Math.max(1, day - WINDOW + 1));
    OptionalDouble start = meanOf(first);
    int important = importantChange(start.orElse(0));
    if (day < 2 * WINDOW || first.size() < LEAST_RATED || last.size() < LEAST_RATED) {
      return new Verdict(
          Answer.NOT_ENOUGH_DAYS,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          start,
          day < 2 * WINDOW ? OptionalDouble.empty() : meanOf(last),
          important,
          counted.size(),
          day,
          start.isPresent() ? Optional.of(naturalCourse(start.getAsDouble())) : Optional.empty(),
          next(Answer.NOT_ENOUGH_DAYS, day, trial));
    }
    DailySeries series = DailySeries.of(counted);
    double estimate = DailySeries.mean(first) - DailySeries.mean(last);
    double margin = tail(series.freedom()) * series.errorOfDifference(first, last);
    Answer answer =
        day < trial.days()
            ? Answer.NOT_ENOUGH_DAYS
            : answer(estimate, estimate - margin, estimate + margin, important);
    return new Verdict(
        answer,
        OptionalDouble.of(estimate),
        OptionalDouble.of(estimate - margin),
        OptionalDouble.of(estimate + margin),
        start,
        meanOf(last),
        important,
        counted.size(),
        day,
        Optional.of(naturalCourse(start.getAsDouble())),
        next(answer, day, trial));
  }

  /**
   * The change of pain that matters, in points: 1 for a start of 1 to 4, 2 for 5 to 7, 3 for 8 to
   * 10 (n = 1232 with back pain; measures.md). A mean between two whole numbers goes to the nearer,
   * a half to the stricter.
   */
  static int importantChange(double start) {
    long whole = Math.round(start);
    return whole <= 4 ? 1 : whole <= 7 ? 2 : 3;
  }

  private static Answer answer(double estimate, double low, double high, int important) {
    if (estimate >= important && low > 0) {
      return Answer.BETTER;
    }
    if (estimate <= -WORSENING && high < 0) {
      return Answer.WORSE;
    }
    return Answer.NO_CLEAR_CHANGE;
  }

  private static Next next(Answer answer, int day, Programme.Trial trial) {
    return switch (answer) {
      case BETTER -> Next.KEEP_GOING_LIGHTLY;
      case WORSE -> Next.GET_CHECKED;
      case NO_CLEAR_CHANGE, NOT_ENOUGH_DAYS ->
          day < trial.days() ? Next.KEEP_RATING : day < trial.extendTo() ? Next.GO_ON : Next.BOOK;
    };
  }

  /**
   * How many in a hundred get better by the important change within four weeks with no programme.
   *
   * <p>A natural drift of 1.2 points over four weeks for a start of 6, in proportion for others,
   * with a scatter of weekly means from a day-to-day SD of 1.2 and a lag-1 correlation of 0.3: 17
   * in 100 for a start of 6, where simulation found 14 to 26 (measures.md). The range is that of
   * drifts from 0 to 1.5.
   */
  static NaturalCourse naturalCourse(double start) {
    int important = importantChange(start);
    double scale = start / 6;
    double scatter = 1.2 * Math.sqrt(2 * varianceOfWeeklyMean(0.3));
    return new NaturalCourse(
        inHundred(1.2 * scale, scatter, important),
        inHundred(0, scatter, important),
        inHundred(1.5 * scale, scatter, important));
  }

  private static int inHundred(double drift, double scatter, int change) {
    return (int) Math.round(100 * (1 - normal((change - drift) / scatter)));
  }

  private static double varianceOfWeeklyMean(double rho) {
    double sum = WINDOW;
    for (int lag = 1; lag < WINDOW; lag++) {
      sum += 2 * (WINDOW - lag) * Math.pow(rho, lag);
    }
    return sum / (WINDOW * WINDOW);
  }

  private static OptionalDouble meanOf(SortedMap<Integer, Integer> window) {
    return window.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(DailySeries.mean(window));
  }

  /**
   * The 95th percentile of Student's t, by the Cornish-Fisher expansion (Abramowitz and Stegun
   * 26.7.5); within 0.001 for 8 degrees of freedom and more.
   */
  static double tail(double freedom) {
    double z = TAIL_Z;
    double z3 = z * z * z;
    double z5 = z3 * z * z;
    double z7 = z5 * z * z;
    return z
        + (z3 + z) / (4 * freedom)
        + (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom * freedom)
        + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom * freedom * freedom);
  }

  /** The standard normal distribution (Abramowitz and Stegun 26.2.17; within 0.0000001). */
  static double normal(double z) {
    double t = 1 / (1 + 0.2316419 * Math.abs(z));
    double series =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double upper = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * series;
    return z >= 0 ? 1 - upper : upper;
  }
}
