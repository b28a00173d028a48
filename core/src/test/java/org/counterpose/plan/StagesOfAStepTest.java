package org.counterpose.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.counterpose.plan.Today.DoseReason;
import org.counterpose.plan.Today.LeftOut;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Side;
import org.counterpose.programme.Stage;
import org.junit.jupiter.api.Test;

class StagesOfAStepTest {

  @Test
  void a_step_begins_with_its_first_stage() {
    PlannedStep raises = raises(Person.withAnkles("left").today("2026-01-05T08:00"));

    assertThat(raises.stage()).contains("both-legs");
    assertThat(raises.sides()).isEmpty();
  }

  @Test
  void a_goal_that_is_reached_opens_the_next_stage_the_day_after() {
    Person person = Person.withAnkles("left").measures("2026-01-12T07:00", "raises-both", 20);

    assertThat(raises(person.today("2026-01-12T08:00")).stage()).contains("both-legs");
    assertThat(raises(person.today("2026-01-13T08:00")).stage()).contains("one-leg");
    assertThat(raises(person.today("2026-01-13T08:00")).sides()).containsExactly(Side.LEFT);
  }

  @Test
  void one_less_than_the_goal_opens_nothing() {
    Person person = Person.withAnkles("left").measures("2026-01-12T07:00", "raises-both", 19);

    assertThat(raises(person.today("2026-01-13T08:00")).stage()).contains("both-legs");
  }

  @Test
  void a_goal_reached_early_waits_for_the_week() {
    Person person = Person.withAnkles("left").measures("2026-01-05T07:00", "raises-both", 30);

    assertThat(raises(person.today("2026-01-11T08:00")).stage()).contains("both-legs");
    assertThat(raises(person.today("2026-01-12T08:00")).stage()).contains("one-leg");
  }

  @Test
  void the_weaker_side_decides() {
    Person person =
        Person.withAnkles("both")
            .measures("2026-01-26T07:00", "raises-one", Side.LEFT, 25)
            .measures("2026-01-26T07:05", "raises-one", Side.RIGHT, 19);

    assertThat(isAsked(person.today("2026-01-27T08:00"), "hops")).isFalse();
    assertThat(
            isAsked(
                person
                    .measures("2026-01-27T07:00", "raises-one", Side.RIGHT, 20)
                    .today("2026-01-28T08:00"),
                "hops"))
        .isTrue();
  }

  @Test
  void a_side_that_it_is_not_about_decides_nothing() {
    Person person =
        Person.withAnkles("right").measures("2026-01-26T07:00", "raises-one", Side.RIGHT, 20);

    assertThat(isAsked(person.today("2026-01-27T08:00"), "hops")).isTrue();
  }

  @Test
  void who_falls_back_goes_back() {
    Person person =
        Person.withAnkles("left")
            .measures("2026-01-12T07:00", "raises-both", 22)
            .measures("2026-01-19T07:00", "raises-both", 12);

    assertThat(raises(person.today("2026-01-19T08:00")).stage()).contains("one-leg");
    Today after = person.today("2026-01-20T08:00");
    assertThat(raises(after).stage()).contains("both-legs");
    assertThat(raises(after).reason()).containsInstanceOf(DoseReason.OtherStage.class);
  }

  @Test
  void a_value_that_is_taken_back_opens_nothing() {
    Person person =
        Person.withAnkles("left")
            .measures("2026-01-12T07:00", "raises-both", 22)
            .takesBackTheLast("2026-01-12T07:01");

    assertThat(raises(person.today("2026-01-13T08:00")).stage()).contains("both-legs");
  }

  @Test
  void the_weeks_of_a_dose_count_from_the_week_in_which_its_stage_opened() {
    Person person = Person.withAnkles("left").measures("2026-01-21T07:00", "raises-both", 20);

    assertThat(setsOf(person.today("2026-01-22T08:00"))).isEqualTo("2 x 6");
    assertThat(setsOf(person.today("2026-01-25T08:00"))).isEqualTo("2 x 6");
    assertThat(setsOf(person.today("2026-01-26T08:00"))).isEqualTo("3 x 8");
  }

  @Test
  void a_step_that_comes_later_is_told_with_what_it_waits_for() {
    Today today = Person.withAnkles("left").today("2026-01-05T08:00");

    assertThat(today.leftOut())
        .containsExactly(
            new LeftOut(
                "hops",
                new LeftOut.Cause.NotYet(
                    new Stage.Opening(4, List.of(new Stage.Goal("raises-one", 20))))));
  }

  @Test
  void nothing_is_missed_of_a_step_that_has_not_opened() {
    Person person = Person.withAnkles("left");

    assertThat(person.adherence("2026-01-09T20:00").byStep()).doesNotContainKey("hops");
  }

  private static PlannedStep raises(Today today) {
    return today.steps().stream()
        .filter(step -> step.step().equals("calf-raises"))
        .findFirst()
        .orElseThrow();
  }

  private static String setsOf(Today today) {
    Optional<Today.Sets> sets = raises(today).sets();
    return sets.map(one -> one.sets() + " x " + one.reps()).orElse("none");
  }

  private static boolean isAsked(Today today, String step) {
    return today.steps().stream().anyMatch(planned -> planned.step().equals(step));
  }
}
