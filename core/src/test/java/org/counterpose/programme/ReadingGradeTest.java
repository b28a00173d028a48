package org.counterpose.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReadingGradeTest {

  private static final String PLAIN =
      """
      Lie down on your back. Put the towel under your ribs. Let your arms fall to the side.
      Breathe in. Breathe out. Stay there for a while. Then roll to one side and get up.
      """;

  private static final String HARD =
      """
      Prophylactic mobilisation of the thoracic musculature demonstrably facilitates considerable
      improvements in functional capacity, notwithstanding the heterogeneity of methodological
      approaches, the inconsistency of outcome reporting and insufficient statistical power.
      """;

  @Test
  void the_grade_is_that_of_the_published_formula() {
    // 35 words in 7 sentences, with 37 syllables
    assertThat(ReadingGrade.of(PLAIN).orElseThrow())
        .isCloseTo(0.39 * 35 / 7 + 11.8 * 37 / 35 - 15.59, within(1e-9));
  }

  @Test
  void short_words_in_short_sentences_are_easy_and_long_ones_are_not() {
    assertThat(ReadingGrade.of(PLAIN).orElseThrow()).isLessThan(3);
    assertThat(ReadingGrade.of(HARD).orElseThrow()).isGreaterThan(18);
  }

  @Test
  void an_item_of_a_list_is_a_sentence_and_the_target_of_a_link_is_not_read() {
    String list =
        """
        Stop if you feel one of these

        - pain that goes down the arm
        - a numb hand or a numb foot
        - a [weak leg](https://clinic.example/extraordinarily/complicated/considerations)
        - a head that spins when you turn it
        """;

    assertThat(ReadingGrade.of(list).orElseThrow()).isLessThan(4);
  }

  @Test
  void a_few_words_are_too_few_to_tell() {
    assertThat(ReadingGrade.of("Osteoporosis or immunosuppression.")).isEmpty();
  }
}
