package org.counterpose.verdict;

import java.util.Set;

/**
 * The change with everything at once: for every scatter of a fine grid the covariances of all rated
 * days and of both weeks as one matrix, solved by elimination. Rounding counts as noise of its own;
 * not for ratings at the ends of the scale.
 */
final class EveryScatter {

  private static final double[] WANDERS = {0.15, 0.3};
  private static final double[] WANDER_WEIGHTS = {0.5, 0.5};

  private final int days;
  private final int[] rated;
  private final double[] ratings;

  /** The days, from 0, on which something else was added to the rating, with a variance of 1. */
  private final Set<Integer> without;

  EveryScatter(double[] byDay) {
    this(byDay, Set.of());
  }

  EveryScatter(double[] byDay, Set<Integer> without) {
    this.without = without;
    days = byDay.length;
    int count = 0;
    for (double rating : byDay) {
      count += rating >= 0 ? 1 : 0;
    }
    rated = new int[count];
    ratings = new double[count];
    int at = 0;
    for (int day = 0; day < days; day++) {
      if (byDay[day] >= 0) {
        rated[at] = day;
        ratings[at++] = byDay[day];
      }
    }
  }

  /** The change between the weeks. */
  Weighed weigh() {
    return weigh(false);
  }

  /** What was added on the days without. */
  Weighed weighEffect() {
    return weigh(true);
  }

  private Weighed weigh(boolean effect) {
    Weighed changes = new Weighed();
    double most = Double.NEGATIVE_INFINITY;
    double[][] all = new double[42 * 26 * 2][];
    int count = 0;
    for (double logSd = Math.log(0.4); logSd <= Math.log(2.5); logSd += 0.0458) {
      for (double rho = 0; rho <= 0.6001; rho += 0.025) {
        for (int w = 0; w < WANDERS.length; w++) {
          double bySd = (logSd - Math.log(1.1)) / 0.4;
          double byRho = (rho - 0.3) / 0.15;
          double prior = -(bySd * bySd + byRho * byRho) / 2 + Math.log(WANDER_WEIGHTS[w]);
          double[] one = solve(Math.exp(logSd), rho, WANDERS[w], effect);
          one[0] += prior;
          most = Math.max(most, one[0]);
          all[count++] = one;
        }
      }
    }
    for (int at = 0; at < count; at++) {
      double sd = Math.sqrt(all[at][2]);
      for (double z = -4.95; z < 5; z += 0.1) {
        double change = Math.clamp(all[at][1] + z * sd, -10, 10);
        changes.add(change, Math.exp(all[at][0] - most - z * z / 2));
      }
    }
    return changes;
  }

  /** The logarithm of how likely the ratings are, and mean and variance of the change. */
  private double[] solve(double sd, double rho, double wander, boolean effect) {
    int n = rated.length;
    double[][] matrix = new double[n][n];
    double[] apart = new double[n];
    double[] withChange = new double[n];
    for (int i = 0; i < n; i++) {
      apart[i] = ratings[i] - 5 - 0.25 * Math.pow(0.5, rated[i]);
      for (int j = 0; j < n; j++) {
        matrix[i][j] =
            levels(rated[i], rated[j], wander)
                + 0.81 * Math.pow(0.5, rated[i] + rated[j])
                + sd * sd * Math.pow(rho, Math.abs(rated[i] - rated[j]))
                + (without.contains(rated[i]) && without.contains(rated[j]) ? 1 : 0)
                + (i == j ? 1.0 / 12 : 0);
      }
      if (effect) {
        withChange[i] = without.contains(rated[i]) ? 1 : 0;
        continue;
      }
      for (int day = 0; day < 7; day++) {
        withChange[i] +=
            (levels(rated[i], day, wander) - levels(rated[i], days - 1 - day, wander)) / 7;
      }
    }
    double ofChange = effect ? 1 : 0;
    for (int i = 0; i < 7 && !effect; i++) {
      for (int j = 0; j < 7; j++) {
        ofChange +=
            (levels(i, j, wander)
                    + levels(days - 1 - i, days - 1 - j, wander)
                    - 2 * levels(i, days - 1 - j, wander))
                / 49;
      }
    }
    double likely = 0;
    double mean = 0;
    for (int pivot = 0; pivot < n; pivot++) {
      double d = matrix[pivot][pivot];
      likely -= 0.5 * (Math.log(d) + apart[pivot] * apart[pivot] / d);
      mean += withChange[pivot] * apart[pivot] / d;
      ofChange -= withChange[pivot] * withChange[pivot] / d;
      for (int row = pivot + 1; row < n; row++) {
        double factor = matrix[row][pivot] / d;
        for (int column = pivot; column < n; column++) {
          matrix[row][column] -= factor * matrix[pivot][column];
        }
        apart[row] -= factor * apart[pivot];
        withChange[row] -= factor * withChange[pivot];
      }
    }
    return new double[] {likely, mean, ofChange};
  }

  /** The covariance of the levels of two days: of the first, of the drift, of the wandering. */
  private static double levels(int day, int other, double wander) {
    double drift = 6.0 / 21;
    return 25 + drift * drift * day * other + wander * wander * Math.min(day, other);
  }
}
