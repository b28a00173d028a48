package org.counterpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelephoneTest {

  @ParameterizedTest
  @CsvSource({
    "911, tel:911",
    "555 0100, tel:5550100",
    "(030) 1234, tel:0301234",
    "+49 30 1234, tel:+49301234",
    "+49 (0)30 1234, tel:+49301234"
  })
  void a_nought_for_who_calls_from_within_is_not_dialled_behind_a_countrys_code(
      String written, String dialled) {
    assertThat(Page.telephone(written)).isEqualTo(dialled);
  }
}
