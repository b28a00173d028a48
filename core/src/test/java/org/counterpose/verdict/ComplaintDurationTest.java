package org.counterpose.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpose.programme.Programme;
import org.junit.jupiter.api.Test;

class ComplaintDurationTest {

  @Test
  void every_answer_that_a_pack_must_offer_is_one_duration() {
    assertThat(
            Programme.Trial.LASTED.stream()
                .map(answer -> ComplaintDuration.of(answer).orElseThrow()))
        .containsExactly(ComplaintDuration.values());
  }

  @Test
  void any_other_answer_is_none() {
    assertThat(ComplaintDuration.of("UNDER_6_WEEKS")).isEmpty();
    assertThat(ComplaintDuration.of("")).isEmpty();
  }
}
