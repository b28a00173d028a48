package org.counterpose.verdict;

/**
 * One unknown number: a weighted mixture of normal ones. The weights sum to 1, but for rounding.
 */
final class NormalMixture {

  private static final double REACH = 8;
  private static final int HALVINGS = 40;

  private final double[] weights;
  private final double[] means;
  private final double[] sds;

  NormalMixture(double[] weights, double[] means, double[] variances) {
    this.weights = weights;
    this.means = means;
    sds = new double[variances.length];
    for (int at = 0; at < sds.length; at++) {
      sds[at] = Math.sqrt(variances[at]);
    }
  }

  double mean() {
    double sum = 0;
    for (int at = 0; at < weights.length; at++) {
      sum += weights[at] * means[at];
    }
    return sum;
  }

  double sd() {
    double mean = mean();
    double sum = 0;
    for (int at = 0; at < weights.length; at++) {
      double apart = means[at] - mean;
      sum += weights[at] * (sds[at] * sds[at] + apart * apart);
    }
    return Math.sqrt(sum);
  }

  /** The chance that the number is below a bound. */
  double below(double bound) {
    double sum = 0;
    for (int at = 0; at < weights.length; at++) {
      sum += weights[at] * Normal.below((bound - means[at]) / sds[at]);
    }
    return Math.min(1, sum);
  }

  /** The bound below which a share of what is possible lies. */
  double quantile(double share) {
    double reach = REACH * sd();
    return new Halving(mean() - reach, mean() + reach, HALVINGS).quantile(share, this::below);
  }
}
