package org.counterpose.verdict;

/**
 * The standard normal distribution.
 *
 * <p>Sums and {@link StrictMath} alone, so that the same ratings give the same bits on every
 * machine. Within 0.000000001 of the true value (a cubic through the value and the slope at every
 * 64th).
 */
final class Normal {

  /** 5 % lie above it. */
  static final double TAIL = 1.6448536269514722;

  private static final double LOG_ROOT_TWO_PI = 0.9189385332046727;
  private static final double END = 8;
  private static final int PER_UNIT = 64;
  private static final double[] VALUES = new double[(int) (2 * END * PER_UNIT) + 1];
  private static final double[] SLOPES = new double[VALUES.length];

  static {
    for (int at = 0; at < VALUES.length; at++) {
      double z = at / (double) PER_UNIT - END;
      VALUES[at] = bySeries(z);
      SLOPES[at] = exactDensity(z) / PER_UNIT;
    }
  }

  private Normal() {}

  static double density(double z) {
    if (!(StrictMath.abs(z) < END)) {
      return 0;
    }
    double place = (z + END) * PER_UNIT;
    int at = (int) place;
    double here = SLOPES[at] * PER_UNIT;
    double there = SLOPES[at + 1] * PER_UNIT;
    double slope = -(at / (double) PER_UNIT - END) * here / PER_UNIT;
    double later = -((at + 1) / (double) PER_UNIT - END) * there / PER_UNIT;
    return cubic(place - at, here, there, slope, later);
  }

  private static double exactDensity(double z) {
    return StrictMath.exp(-z * z / 2 - LOG_ROOT_TWO_PI);
  }

  /** The share that lies below {@code z}. */
  static double below(double z) {
    if (z <= -END) {
      return 0;
    }
    if (z >= END) {
      return 1;
    }
    double place = (z + END) * PER_UNIT;
    int at = (int) place;
    return cubic(place - at, VALUES[at], VALUES[at + 1], SLOPES[at], SLOPES[at + 1]);
  }

  /** Through two values with their slopes, at a share of the way. */
  private static double cubic(double way, double here, double there, double slope, double later) {
    double rise = there - here;
    return here
        + way * (slope + way * (3 * rise - 2 * slope - later + way * (slope + later - 2 * rise)));
  }

  /** A half and the density times z + z^3/3 + z^5/15 + ..; terms all of one sign. */
  private static double bySeries(double z) {
    double term = z;
    double sum = z;
    for (int odd = 3; StrictMath.abs(term) > 1e-18 * StrictMath.abs(sum); odd += 2) {
      term *= z * z / odd;
      sum += term;
    }
    return 0.5 + exactDensity(z) * sum;
  }
}
