package org.counterpose.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What is known of a person's level in the first and in the last seven days: a weighted mixture
 * over the kinds of scatter that are possible.
 */
final class Posterior {

  /** Kinds of scatter that are less likely than this are left out. */
  private static final double NEGLIGIBLE = 1e-4;

  /** So little that it counts as any change at all; levels beyond the scale may tie at its end. */
  private static final double ANY = 1e-9;

  /** Where a bound of the change is looked for first, in standard deviations of the likeliest. */
  private static final double REACH = 4;

  /** Halvings of what is looked through: to a ten thousandth of a point. */
  private static final int HALVINGS = 17;

  private final List<TwoWeeks> pairs;

  private Posterior(List<TwoWeeks> pairs) {
    this.pairs = pairs;
  }

  /**
   * The mixture of some pairs.
   *
   * @param likely the logarithms of how likely they are, up to a common summand
   */
  static Posterior of(List<TwoWeeks> pairs, double[] likely) {
    double[] weights = weights(likely);
    double kept = 0;
    for (double weight : weights) {
      kept += weight > NEGLIGIBLE ? weight : 0;
    }
    List<TwoWeeks> possible = new ArrayList<>();
    for (int at = 0; at < weights.length; at++) {
      if (weights[at] > NEGLIGIBLE) {
        possible.add(pairs.get(at).weighing(weights[at] / kept));
      }
    }
    return new Posterior(possible);
  }

  /** Shares that sum to 1, from the logarithms of how likely things are. */
  static double[] weights(double[] likely) {
    double most = Double.NEGATIVE_INFINITY;
    for (double each : likely) {
      most = Math.max(most, each);
    }
    double[] weights = new double[likely.length];
    double sum = 0;
    for (int at = 0; at < likely.length; at++) {
      weights[at] = StrictMath.exp(likely[at] - most);
      sum += weights[at];
    }
    for (int at = 0; at < weights.length; at++) {
      weights[at] /= sum;
    }
    return weights;
  }

  /** The mean level of the first seven days, 0 to 10. */
  double first() {
    return mean(TwoWeeks::firstOnScale);
  }

  /** The mean level of the last seven days, 0 to 10. */
  double last() {
    return mean(TwoWeeks::lastOnScale);
  }

  /** The chance of a fall by {@code points} or more; by 0, of any fall. */
  double falls(double points) {
    return 1 - below(Math.max(points, ANY));
  }

  /** The chance of a rise by {@code points} or more; by 0, of any rise. */
  double rises(double points) {
    return below(-Math.max(points, ANY));
  }

  /**
   * The chance that the fall is less than {@code change}; a rise is a negative fall. The weights
   * may add up to a rounding more than 1, a chance does not.
   */
  private double below(double change) {
    return Math.min(1, mean(pair -> pair.below(change)));
  }

  /** The fall below which a share of what is possible lies. */
  double quantile(double share) {
    TwoWeeks likeliest = likeliest();
    double around = likeliest.first() - likeliest.last();
    double reach = REACH * likeliest.changeSd();
    double low = Math.max(-TwoWeeks.HIGHEST, around - reach);
    double high = Math.min(TwoWeeks.HIGHEST, around + reach);
    if (below(low) >= share || below(high) < share) {
      low = -TwoWeeks.HIGHEST;
      high = TwoWeeks.HIGHEST;
    }
    return new Halving(low, high, HALVINGS).quantile(share, this::below);
  }

  /** How the days scatter, on average over what is possible. */
  Scatter scatter() {
    return new Scatter(
        mean(pair -> pair.scatter().sd()),
        mean(pair -> pair.scatter().rho()),
        mean(pair -> pair.scatter().wander()));
  }

  /** The likeliest pair. */
  TwoWeeks likeliest() {
    TwoWeeks likeliest = pairs.getFirst();
    for (TwoWeeks pair : pairs) {
      if (pair.weight() > likeliest.weight()) {
        likeliest = pair;
      }
    }
    return likeliest;
  }

  private double mean(ToDoubleFunction<TwoWeeks> of) {
    double sum = 0;
    for (TwoWeeks pair : pairs) {
      sum += pair.weight() * of.applyAsDouble(pair);
    }
    return sum;
  }
}
