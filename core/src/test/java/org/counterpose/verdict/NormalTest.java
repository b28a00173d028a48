package org.counterpose.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compared with printed tables. */
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
}
