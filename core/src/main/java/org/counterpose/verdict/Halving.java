package org.counterpose.verdict;

import java.util.function.DoubleUnaryOperator;

/**
 * Looks for a number between two bounds by halving what is left.
 *
 * @param times how often
 */
record Halving(double low, double high, int times) {

  /** The number below which a share of what is possible lies. */
  double quantile(double share, DoubleUnaryOperator below) {
    double from = low;
    double to = high;
    for (int halving = 0; halving < times; halving++) {
      double middle = (from + to) / 2;
      if (below.applyAsDouble(middle) < share) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return (from + to) / 2;
  }
}
