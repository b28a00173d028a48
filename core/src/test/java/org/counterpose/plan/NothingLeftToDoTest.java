package org.counterpose.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.counterpose.journal.Adaptation;
import org.counterpose.journal.Journal;
import org.counterpose.plan.Today.State;
import org.counterpose.programme.Condition;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.programme.SafetyRule;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;
import org.counterpose.screening.Screened;
import org.counterpose.screening.Screening;
import org.junit.jupiter.api.Test;

/** A programme of two steps, both of which answers or the clinic may take away. */
class NothingLeftToDoTest {

  private static final Programme TWO_STEPS = withTheFirstTwoSteps(MidBack.programme());

  private static final SafetyRule FEVER_IS_ADVICE =
      rule("fever", new Condition.Includes("infection-signs", List.of("fever"), 1));
  private static final SafetyRule CANCER_NO_TOWEL =
      rule("no-towel", new Condition.Is("cancer", true), "rolled-towel");
  private static final SafetyRule ACCIDENT_NO_NEEDLE =
      rule(
          "no-needle",
          new Condition.Includes("emergency-signs", List.of("accident"), 1),
          "thread-the-needle");

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

  @Test
  void what_takes_the_last_step_stops_once_and_not_again_each_week_after_the_clinic_lifted_it() {
    Programme programme = ruledBy(FEVER_IS_ADVICE, CANCER_NO_TOWEL, ACCIDENT_NO_NEEDLE);
    Answers cancer = MidBack.harmlessWeekly().with("cancer", new Answer.YesNo(true));
    Answers accidentAndFever =
        cancer
            .with("emergency-signs", MidBack.chosen("accident"))
            .with("infection-signs", MidBack.chosen("fever"));
    Person person =
        Person.on(programme, MidBack.harmless()).checksTheWeek("2026-01-12T10:00", cancer);
    assertThat(person.today("2026-01-12T12:00").state()).isInstanceOf(State.Running.class);

    person.checksTheWeek("2026-01-19T10:00", accidentAndFever);
    assertThat(person.today("2026-01-19T12:00").state())
        .isInstanceOfSatisfying(
            State.Stopped.class,
            stopped ->
                assertThat(stopped.reasons())
                    .extracting(Screened.Reason::rule)
                    .containsExactlyInAnyOrder("no-towel", "no-needle"));

    person.isCleared("2026-01-20T10:00").checksTheWeek("2026-01-24T10:00", accidentAndFever);
    Today after = person.today("2026-01-24T12:00");
    assertThat(after.state()).isInstanceOf(State.Running.class);
    assertThat(after.isWithoutPlan(programme)).isTrue();
  }

  @Test
  void answers_of_two_weeks_that_only_a_safer_table_adds_up_to_nothing_stop_by_the_later_one() {
    Programme earlier = ruledBy(CANCER_NO_TOWEL);
    Programme later = ruledBy(CANCER_NO_TOWEL, ACCIDENT_NO_NEEDLE);
    Answers cancer = MidBack.harmlessWeekly().with("cancer", new Answer.YesNo(true));
    Answers accident = MidBack.harmlessWeekly().with("emergency-signs", MidBack.chosen("accident"));
    Journal journal =
        Person.on(earlier, MidBack.harmless())
            .checksTheWeek("2026-01-12T10:00", cancer)
            .checksTheWeek("2026-01-19T10:00", accident)
            .journal();
    Instant now = Instant.parse("2026-01-20T12:00:00Z");
    assertThat(new Plan(earlier).at(journal, now).stoppedBy()).isEmpty();

    assertThat(JudgedAgain.newlyStopping(earlier, later, journal))
        .containsExactly(journal.standing().getLast().id())
        .isEqualTo(new Plan(later).at(journal, now).stoppedBy());
  }

  private static SafetyRule rule(String id, Condition when, String... leaveOut) {
    return new SafetyRule(
        id,
        1,
        when,
        leaveOut.length == 0 ? Outcome.CLEARED : Outcome.ADAPTED,
        List.of(leaveOut),
        List.of());
  }

  private static Programme withTheFirstTwoSteps(Programme of) {
    return twoStepsOf(of, of.safety());
  }

  private static Programme ruledBy(SafetyRule... rules) {
    return twoStepsOf(MidBack.programme(), List.of(rules));
  }

  private static Programme twoStepsOf(Programme of, List<SafetyRule> safety) {
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
        safety,
        of.explanation(),
        of.aids(),
        of.measures(),
        List.copyOf(of.steps().subList(0, 2)),
        of.figures(),
        of.texts());
  }
}
