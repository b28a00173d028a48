package org.counterpose.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.counterpose.programme.Programme;
import org.junit.jupiter.api.Test;

class PublishedCourseTest {

  private static final Days STEADY = Days.of(28, day -> 6);

  @Test
  void a_programme_for_back_pain_tells_how_many_get_better_by_themselves() {
    assertThat(Judge.judge(STEADY.ratings(), Days.TRIAL).withoutProgramme()).isPresent();
  }

  @Test
  void a_programme_for_something_else_tells_nothing_of_backs() {
    Programme.Trial ankles =
        new Programme.Trial(
            21,
            28,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of());

    Verdict verdict = Judge.judge(STEADY.ratings(), ankles);

    assertThat(verdict.withoutProgramme()).isEmpty();
    assertThat(verdict.answer()).isEqualTo(Judge.judge(STEADY.ratings(), Days.TRIAL).answer());
  }
}
