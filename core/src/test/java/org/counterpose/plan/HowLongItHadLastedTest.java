package org.counterpose.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.counterpose.screening.Answer;
import org.counterpose.verdict.ComplaintDuration;
import org.junit.jupiter.api.Test;

class HowLongItHadLastedTest {

  private static final Plan PLAN = new Plan(MidBack.programme());

  @Test
  void it_is_what_was_answered_at_the_check() {
    Person person =
        Person.answering(MidBack.harmless().with("duration", MidBack.chosen("6-to-12-weeks")));

    assertThat(lasted(person)).contains(ComplaintDuration.FROM_6_TO_12_WEEKS);
  }

  @Test
  void who_skipped_the_question_has_told_no_duration() {
    assertThat(lasted(Person.withAnOfficeDay())).isEmpty();
  }

  @Test
  void an_answer_of_another_shape_is_no_duration() {
    Person several =
        Person.answering(
            MidBack.harmless().with("duration", MidBack.chosen("under-6-weeks", "over-12-weeks")));
    Person number = Person.answering(MidBack.harmless().with("duration", new Answer.Amount(6)));

    assertThat(lasted(several)).isEmpty();
    assertThat(lasted(number)).isEmpty();
  }

  private static Optional<ComplaintDuration> lasted(Person person) {
    return PLAN.at(person.journal(), person.when("2026-01-05T12:00")).findings().lasted();
  }
}
