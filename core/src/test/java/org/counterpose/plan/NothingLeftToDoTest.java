package org.counterpose.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.counterpose.journal.Adaptation;
import org.counterpose.plan.Today.State;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Screened;
import org.counterpose.screening.Screening;
import org.junit.jupiter.api.Test;

/** A programme of two steps, both of which answers or the clinic may take away. */
class NothingLeftToDoTest {

  private static final Programme TWO_STEPS = withTheFirstTwoSteps(MidBack.programme());

  @Test
  void who_may_do_none_of_the_steps_sees_a_clinician_first() {
    Screened screened = Screening.screen(TWO_STEPS, MidBack.firstAfterFifty());

    assertThat(screened.clearance()).isEqualTo(Outcome.SEE_CLINICIAN_FIRST);
    assertThat(Screening.screen(MidBack.programme(), MidBack.firstAfterFifty()).clearance())
        .isEqualTo(Outcome.ADAPTED);
  }

  @Test
  void a_trial_in_which_no_step_may_be_done_is_stopped_and_names_the_rule() {
    Person person = Person.on(TWO_STEPS, MidBack.firstAfterFifty());

    assertThat(person.today("2026-01-05T08:00").state())
        .isInstanceOfSatisfying(
            State.Stopped.class,
            stopped -> {
              assertThat(stopped.outcome()).isEqualTo(Outcome.SEE_CLINICIAN_FIRST);
              assertThat(stopped.reasons())
                  .extracting(Screened.Reason::rule)
                  .containsExactly("first-after-50");
            });
  }

  @Test
  void a_plan_from_which_the_clinic_took_every_step_says_so() {
    Person person =
        Person.on(TWO_STEPS, MidBack.harmless())
            .isAdapted("2026-01-06T10:00", new Adaptation.LeaveOut("rolled-towel"));

    assertThat(person.today("2026-01-06T12:00").isWithoutPlan(TWO_STEPS)).isFalse();
    person.isAdapted("2026-01-07T10:00", new Adaptation.LeaveOut("thread-the-needle"));
    Today without = person.today("2026-01-07T12:00");
    assertThat(without.isWithoutPlan(TWO_STEPS)).isTrue();
    assertThat(without.state()).isInstanceOf(State.Running.class);
  }

  private static Programme withTheFirstTwoSteps(Programme of) {
    return new Programme(
        of.id(),
        of.version(),
        of.language(),
        of.trial(),
        of.approval(),
        of.sources(),
        of.questions(),
        of.sums(),
        of.screens(),
        of.fit(),
        of.safety(),
        of.explanation(),
        of.aids(),
        of.measures(),
        List.copyOf(of.steps().subList(0, 2)),
        of.figures(),
        of.texts());
  }
}
