package org.counterpose.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpose.verdict.GlobalRating.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobalRatingTest {

  @ParameterizedTest
  @CsvSource({
    "-5, WORSE",
    "-2, WORSE",
    "-1, ABOUT_THE_SAME",
    "0, ABOUT_THE_SAME",
    "1, ABOUT_THE_SAME",
    "2, BETTER",
    "5, BETTER"
  })
  void two_points_matter(int points, Meaning meaning) {
    assertThat(new GlobalRating(15, points).meaning()).isEqualTo(meaning);
  }

  @Test
  void six_points_are_not_on_the_scale() {
    assertThatThrownBy(() -> new GlobalRating(15, 6)).hasMessageContaining("got 6");
    assertThatThrownBy(() -> new GlobalRating(15, -6)).hasMessageContaining("got -6");
  }
}
