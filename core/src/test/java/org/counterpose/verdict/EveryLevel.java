package org.counterpose.verdict;

/**
 * The change for one kind of scatter and a level that runs straight: every level, every drift and
 * every excess at entry in turn, and for each of them the noise from day to day followed over
 * cells. A rating is what it is: a whole number, cut off at 0 and at 10.
 */
final class EveryLevel {

  private static final int CELLS = 41;
  private static final double REACH = 4.2;
  private static final int DAYS_OF_CHANGE = 21;

  private final double[] ratings;
  private final double cell;
  private final double[] noise = new double[CELLS];
  private final double[] begin = new double[CELLS];
  private final double[][] goesOn = new double[CELLS][CELLS];

  EveryLevel(double[] ratings, double sd, double rho) {
    this.ratings = ratings;
    cell = 2 * REACH * sd / (CELLS - 1);
    for (int at = 0; at < CELLS; at++) {
      noise[at] = -REACH * sd + at * cell;
    }
    double fresh = sd * Math.sqrt(1 - rho * rho);
    for (int from = 0; from < CELLS; from++) {
      begin[from] = bell(noise[from] / sd);
      double sum = 0;
      for (int to = 0; to < CELLS; to++) {
        goesOn[from][to] = bell((noise[to] - rho * noise[from]) / fresh);
        sum += goesOn[from][to];
      }
      for (int to = 0; to < CELLS; to++) {
        goesOn[from][to] /= sum;
      }
    }
  }

  Weighed weigh() {
    Weighed changes = new Weighed();
    for (double level = -3; level <= 13; level += 0.25) {
      for (double change = -8; change <= 8; change += 0.06) {
        double likely = 0;
        for (double entry = -2.75; entry <= 3.25; entry += 0.5) {
          double prior = bell((level - 5) / 5) * bell(change / 6) * bell((entry - 0.25) / 0.9);
          likely += prior * likely(level, change / DAYS_OF_CHANGE, entry);
        }
        if (likely > 0) {
          double drift = change / DAYS_OF_CHANGE;
          double first = Math.clamp(level + 3 * drift, 0, 10);
          double last = Math.clamp(level + (ratings.length - 4) * drift, 0, 10);
          changes.add(first - last, likely);
        }
      }
    }
    return changes;
  }

  private double likely(double level, double drift, double entry) {
    double[] here = begin.clone();
    double excess = entry;
    for (int day = 0; day < ratings.length; day++) {
      if (day > 0) {
        here = onwards(here);
        excess /= 2;
      }
      if (ratings[day] >= 0) {
        double sum = 0;
        for (int at = 0; at < CELLS; at++) {
          here[at] *= share(level + day * drift + excess + noise[at], ratings[day]);
          sum += here[at];
        }
        if (sum < 1e-60) {
          return 0;
        }
      }
    }
    double sum = 0;
    for (double each : here) {
      sum += each;
    }
    return sum;
  }

  private double[] onwards(double[] here) {
    double[] next = new double[CELLS];
    for (int from = 0; from < CELLS; from++) {
      if (here[from] > 0) {
        for (int to = 0; to < CELLS; to++) {
          next[to] += here[from] * goesOn[from][to];
        }
      }
    }
    return next;
  }

  /** Which share of the cell around a value is given that rating. */
  private double share(double value, double rating) {
    double from = rating == 0 ? -1000 : rating - 0.5;
    double to = rating == 10 ? 1000 : rating + 0.5;
    double low = Math.max(from, value - cell / 2);
    double high = Math.min(to, value + cell / 2);
    return Math.max(0, high - low) / cell;
  }

  private static double bell(double z) {
    return Math.exp(-z * z / 2);
  }
}
