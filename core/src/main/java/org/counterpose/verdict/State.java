package org.counterpose.verdict;

import java.util.Arrays;

/**
 * Several unknown numbers that are jointly normal: a mean each, and their covariances. Grows a day
 * at a time and learns from one rating at a time (a Kalman filter, one scalar at a time).
 */
final class State {

  private static final double HUGE = 1e100;

  private final int size;
  private final double[] mean;
  private final double[][] covariance;

  /** The covariances of a sum with every number; kept to spare the allocation. */
  private final double[] shared;

  /** The logarithm of how likely all that was learned is, but for {@link #variances}. */
  private double likely;

  /** The product of the variances with which values were expected: one logarithm for many. */
  private double variances;

  State(int size) {
    this.size = size;
    mean = new double[size];
    covariance = new double[size][size];
    shared = new double[size];
  }

  /** As it is before anything is known. */
  void clear() {
    likely = 0;
    variances = 1;
    Arrays.fill(mean, 0);
    for (double[] row : covariance) {
      Arrays.fill(row, 0);
    }
  }

  /** The logarithm of how likely all is that was learned, up to a summand of its own count. */
  double likely() {
    return likely - 0.5 * StrictMath.log(variances);
  }

  double mean(int at) {
    return mean[at];
  }

  double covariance(int at, int other) {
    return covariance[at][other];
  }

  /** Sets a number that nothing else is known to go along with. */
  void set(int at, double value, double variance) {
    mean[at] = value;
    covariance[at][at] = variance;
  }

  /** Adds {@code share} of another number to one of them. */
  void add(int at, double share, int other) {
    mean[at] += share * mean[other];
    for (int column = 0; column < size; column++) {
      covariance[at][column] += share * covariance[other][column];
    }
    for (int row = 0; row < size; row++) {
      covariance[row][at] += share * covariance[row][other];
    }
  }

  void scale(int at, double factor) {
    mean[at] *= factor;
    for (int column = 0; column < size; column++) {
      covariance[at][column] *= factor;
    }
    for (int row = 0; row < size; row++) {
      covariance[row][at] *= factor;
    }
  }

  void blur(int at, double variance) {
    covariance[at][at] += variance;
  }

  /** Learns the sum of some numbers, seen with a noise of its own. */
  void learn(int[] of, double value, double noise) {
    double apart = value - share(of);
    double variance = variance(of) + noise;
    move(apart / variance, 1 / variance);
    likely -= 0.5 * apart * apart / variance;
    variances *= variance;
    if (variances > HUGE || variances < 1 / HUGE) {
      likely -= 0.5 * StrictMath.log(variances);
      variances = 1;
    }
  }

  /** The mean of a sum; its covariance with every number goes to {@code shared}. */
  private double share(int[] of) {
    Arrays.fill(shared, 0);
    double expected = 0;
    for (int at : of) {
      expected += mean[at];
      double[] row = covariance[at];
      for (int column = 0; column < size; column++) {
        shared[column] += row[column];
      }
    }
    return expected;
  }

  private double variance(int[] of) {
    double variance = 0;
    for (int at : of) {
      variance += shared[at];
    }
    return variance;
  }

  private void move(double byMean, double byVariance) {
    for (int row = 0; row < size; row++) {
      mean[row] += shared[row] * byMean;
      double factor = shared[row] * byVariance;
      double[] covariances = covariance[row];
      for (int column = 0; column < size; column++) {
        covariances[column] -= factor * shared[column];
      }
    }
  }
}
