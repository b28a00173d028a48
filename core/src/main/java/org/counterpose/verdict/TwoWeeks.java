package org.counterpose.verdict;

/**
 * The level of the first and of the last seven days for one kind of scatter: jointly normal, in
 * points. A level beyond an end of the scale counts as that end.
 *
 * @param weight how likely that scatter is, 0 to 1
 * @param shared the covariance of the two
 */
record TwoWeeks(
    double weight,
    Scatter scatter,
    double first,
    double last,
    double firstVariance,
    double lastVariance,
    double shared) {

  static final double LOWEST = 0;
  static final double HIGHEST = 10;

  /** Beyond so many standard deviations nothing is looked for. */
  private static final double FAR = 4;

  private static final int NODES = 20;

  private static final double LEAST_VARIANCE = 1e-12;

  TwoWeeks weighing(double share) {
    return new TwoWeeks(share, scatter, first, last, firstVariance, lastVariance, shared);
  }

  double firstOnScale() {
    return onScale(first, Math.sqrt(firstVariance));
  }

  double lastOnScale() {
    return onScale(last, Math.sqrt(lastVariance));
  }

  /** The standard deviation of the change, the ends of the scale left out of account. */
  double changeSd() {
    return Math.sqrt(Math.max(LEAST_VARIANCE, firstVariance + lastVariance - 2 * shared));
  }

  /** The chance that the fall from the first to the last is less than {@code change}. */
  double below(double change) {
    if (isWithin(first, firstVariance) && isWithin(last, lastVariance)) {
      return Normal.below((change - (first - last)) / changeSd());
    }
    return change > 0 ? 1 - atLeast(change) : turned().atLeast(-change);
  }

  private TwoWeeks turned() {
    return new TwoWeeks(weight, scatter, last, first, lastVariance, firstVariance, shared);
  }

  /**
   * The chance that the fall is {@code change} or more, above 0: the first is at least {@code
   * change}, the last at most 10 less it, and the two so far apart. By the middle of each of some
   * strips of the first.
   */
  private double atLeast(double change) {
    double sd = Math.sqrt(firstVariance);
    double slope = shared / firstVariance;
    double rest = Math.sqrt(Math.max(LEAST_VARIANCE, lastVariance - slope * shared));
    double from = Math.max(change, first - FAR * sd);
    double to = Math.max(from, first + FAR * sd);
    double strip = (to - from) / NODES;
    double sum = 0;
    for (int node = 0; node < NODES; node++) {
      double at = from + (node + 0.5) * strip;
      double most = Math.min(at, HIGHEST) - change;
      sum +=
          Normal.density((at - first) / sd)
              * Normal.below((most - (last + slope * (at - first))) / rest);
    }
    return sum * strip / sd;
  }

  private static boolean isWithin(double mean, double variance) {
    double reach = FAR * Math.sqrt(variance);
    return mean - reach > LOWEST && mean + reach < HIGHEST;
  }

  /** The mean of a level with what lies beyond the scale moved to its ends. */
  private static double onScale(double mean, double sd) {
    double low = (LOWEST - mean) / sd;
    double high = (HIGHEST - mean) / sd;
    return mean * (Normal.below(high) - Normal.below(low))
        + sd * (Normal.density(low) - Normal.density(high))
        + HIGHEST * (1 - Normal.below(high));
  }
}
