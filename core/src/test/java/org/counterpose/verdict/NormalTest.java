package org.counterpose.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compared with printed tables and with sums of thin strips. */
class NormalTest {

  @ParameterizedTest
  @CsvSource({
    "0,0.5",
    "1.96,0.9750021049",
    "-1,0.1586552539",
    "3,0.9986501020",
    "-6.5,0.0000000000402",
    "-40,0",
    "40,1"
  })
  void the_share_below_is_that_of_the_tables(double z, double share) {
    assertThat(Normal.below(z)).isCloseTo(share, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-7.9, -5.01, -4.99, -3.3, -1.007, 0.3, 2.22})
  void the_push_of_a_bound_is_that_of_thin_strips(double bound) {
    double below = 0;
    double strip = 1e-4;
    for (double at = bound - strip / 2; at > bound - 12; at -= strip) {
      below += Math.exp(-at * at / 2) / Math.sqrt(2 * Math.PI) * strip;
    }

    assertThat(Normal.pushedBy(bound))
        .isCloseTo(
            Math.exp(-bound * bound / 2) / Math.sqrt(2 * Math.PI) / below,
            Percentage.withPercentage(0.01));
    assertThat(Normal.logBelow(bound)).isCloseTo(Math.log(below), within(1e-4));
  }
}
