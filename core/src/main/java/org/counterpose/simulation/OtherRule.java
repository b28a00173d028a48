package org.counterpose.simulation;

import java.util.Map;
import java.util.SortedMap;
import org.counterpose.verdict.Judge;
import org.counterpose.verdict.Ratings;

/** What others do to tell from the same ratings whether somebody is better. */
public enum OtherRule {
  /** The last rated day against the first, by the important change for the first. */
  LAST_DAY_AGAINST_FIRST {
    @Override
    public boolean saysBetter(Ratings ratings) {
      SortedMap<Integer, Double> byDay = ratings.byDay();
      if (byDay.isEmpty()) {
        return false;
      }
      double first = byDay.firstEntry().getValue();
      double last = byDay.lastEntry().getValue();
      return first - last >= Judge.importantChange(first);
    }
  },

  /** A fall of 30 % between the means of the first and the last seven days (IMMPACT 2008). */
  THIRTY_PERCENT {
    @Override
    public boolean saysBetter(Ratings ratings) {
      double first = mean(first(ratings));
      double last = mean(last(ratings));
      return first > 0 && (first - last) / first >= 0.3;
    }
  },

  /**
   * Means of seven days apart by the important change and by the smallest detectable change of 1.6
   * (measures.md).
   */
  SEVEN_DAY_MEANS {
    @Override
    public boolean saysBetter(Ratings ratings) {
      double first = mean(first(ratings));
      double change = first - mean(last(ratings));
      return change >= SMALLEST_DETECTABLE && change >= Judge.importantChange(first);
    }
  },

  /**
   * Tau-U (Parker and others, Behavior Therapy 2011;42:284): of all pairs of a first and a last
   * day, those that fell less those that rose, the trend within the first week taken off; better
   * where it passes 1.645 of its standard errors.
   */
  TAU_U {
    @Override
    public boolean saysBetter(Ratings ratings) {
      double[] first = ratingsOf(first(ratings));
      double[] last = ratingsOf(last(ratings));
      if (first.length == 0 || last.length == 0) {
        return false;
      }
      double falls = 0;
      for (double one : first) {
        for (double other : last) {
          falls += Math.signum(one - other);
        }
      }
      for (int i = 0; i < first.length; i++) {
        for (int j = i + 1; j < first.length; j++) {
          falls -= Math.signum(first[i] - first[j]);
        }
      }
      double pairs = first.length * (double) last.length;
      double error = Math.sqrt(pairs * (first.length + last.length + 1) / 3);
      return falls / error >= ONE_IN_TWENTY;
    }
  };

  private static final int WEEK = 7;
  private static final double SMALLEST_DETECTABLE = 1.6;
  private static final double ONE_IN_TWENTY = 1.645;

  /** Whether the rule calls the last day's state better than the first's. */
  public abstract boolean saysBetter(Ratings ratings);

  private static SortedMap<Integer, Double> first(Ratings ratings) {
    return ratings.byDay().headMap(WEEK + 1);
  }

  private static SortedMap<Integer, Double> last(Ratings ratings) {
    return ratings.byDay().tailMap(ratings.day() - WEEK + 1);
  }

  private static double mean(Map<Integer, Double> byDay) {
    return byDay.values().stream().mapToDouble(rating -> rating).average().orElse(Double.NaN);
  }

  private static double[] ratingsOf(Map<Integer, Double> byDay) {
    return byDay.values().stream().mapToDouble(rating -> rating).toArray();
  }
}
