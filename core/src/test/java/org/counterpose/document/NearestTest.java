package org.counterpose.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was most likely meant by a misspelt name, and what is another name altogether. */
class NearestTest {

  private static final List<String> KNOWN =
      List.of("left", "right", "restSeconds", "repSeconds", "infection-signs", "age", "SAME_DAY");

  @ParameterizedTest
  @CsvSource({
    "lft, left",
    "letf, left",
    "restSecond, restSeconds",
    "rest-seconds, restSeconds",
    "resSeconds, restSeconds",
    "infection-sings, infection-signs",
    "infektion-sign, infection-signs",
    "same-day, SAME_DAY"
  })
  void a_slip_or_two_lead_to_the_name_that_was_meant(String written, String meant) {
    assertThat(Nearest.to(written, KNOWN)).hasValue(meant);
  }

  @ParameterizedTest
  @CsvSource({"lost", "ago", "up", "emergency-signs", "rest", "holdSeconds"})
  void another_name_is_not_taken_for_a_slip(String written) {
    assertThat(Nearest.to(written, KNOWN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"left", "age"})
  void a_name_that_is_known_means_itself(String written) {
    assertThat(Nearest.hint(written, KNOWN)).isEmpty();
  }
}
