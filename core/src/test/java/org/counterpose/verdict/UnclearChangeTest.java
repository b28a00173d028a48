package org.counterpose.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnclearChangeTest {

  /** The bounds of a 90 % interval, relief positive. */
  @ParameterizedTest
  @CsvSource({
    "-0.9, 0.9, 1, LITTLE",
    "-1.9, 1.9, 2, LITTLE",
    "0.2, 1.9, 2, LITTLE",
    "0.2, 2.6, 2, EASED",
    "-2.6, -0.2, 2, ROSE",
    "-0.4, 2.1, 2, OPEN",
    "-2.1, 0.4, 2, OPEN",
    "-3, 3, 2, OPEN",
    "-1.9, 2, 2, OPEN"
  })
  void is_told_by_what_its_interval_leaves_open(
      double low, double high, int important, Unclear unclear) {
    assertThat(Unclear.of(change(low, high), important)).isEqualTo(unclear);
  }

  private static Change change(double low, double high) {
    return new Change(
        (low + high) / 2,
        low,
        high,
        5,
        5 - (low + high) / 2,
        0.3,
        0.6,
        0.1,
        0.4,
        new Scatter(1, 0.3, 0.15),
        high - low,
        1);
  }
}
