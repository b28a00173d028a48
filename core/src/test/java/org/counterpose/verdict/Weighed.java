package org.counterpose.verdict;

/** Changes in bins of a hundredth of a point, each with its weight; the weights sum to 1. */
final class Weighed {

  private static final int PER_POINT = 100;
  private static final int MOST = 12;

  private final double[] bins = new double[2 * MOST * PER_POINT + 1];
  private double sum;

  void add(double change, double weight) {
    bins[(int) Math.round((change + MOST) * PER_POINT)] += weight;
    sum += weight;
  }

  double mean() {
    double mean = 0;
    for (int bin = 0; bin < bins.length; bin++) {
      mean += bins[bin] * change(bin);
    }
    return mean / sum;
  }

  double below(double change) {
    double below = 0;
    for (int bin = 0; bin < bins.length && change(bin) <= change; bin++) {
      below += bins[bin] * (change(bin) < change - 1e-9 ? 1 : 0.5);
    }
    return below / sum;
  }

  double quantile(double share) {
    double below = 0;
    for (int bin = 0; bin < bins.length; bin++) {
      below += bins[bin] / sum;
      if (below >= share) {
        return change(bin);
      }
    }
    throw new IllegalStateException("nothing was weighed");
  }

  private static double change(int bin) {
    return bin / (double) PER_POINT - MOST;
  }
}
