package org.counterpose.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.counterpose.journal.Adaptation;
import org.counterpose.plan.Today.DoseReason;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Side;
import org.counterpose.programme.Step;
import org.junit.jupiter.api.Test;

class SetsAndRepetitionsTest {

  @Test
  void two_sets_of_ten_on_both_legs_last_two_minutes() {
    PlannedStep raises = step("calf-raises", Person.withAnkles("left").today("2026-01-05T08:00"));

    assertThat(raises.sets()).contains(new Today.Sets(2, 10, List.of(), 3, 60));
    assertThat(raises.seconds()).isEqualTo(2 * 10 * 3 + 60);
  }

  @Test
  void each_movement_is_done_in_all_sets_on_each_side() {
    PlannedStep one = step("band", Person.withAnkles("right").today("2026-01-06T08:00"));
    PlannedStep both = step("band", Person.withAnkles("both").today("2026-01-06T08:00"));

    assertThat(one.sides()).containsExactly(Side.RIGHT);
    assertThat(one.seconds()).isEqualTo(8 * 10 * 3 + 7 * 60);
    assertThat(both.sides()).containsExactly(Side.LEFT, Side.RIGHT);
    assertThat(both.seconds()).isEqualTo(16 * 10 * 3 + 15 * 60);
  }

  @Test
  void holds_are_done_on_the_sides_that_it_is_about() {
    PlannedStep wall = step("wall", Person.withAnkles("left").today("2026-01-05T08:00"));

    assertThat(wall.sides()).containsExactly(Side.LEFT);
    assertThat(wall.seconds()).isEqualTo(3 * 10 + 2 * 5);
  }

  @Test
  void a_step_for_every_second_day_is_asked_on_those_alone() {
    Person person = Person.withAnkles("left");

    assertThat(find("band", person.today("2026-01-05T08:00"))).isEmpty();
    assertThat(find("band", person.today("2026-01-06T08:00"))).isPresent();
    assertThat(find("band", person.today("2026-01-07T08:00"))).isEmpty();
    assertThat(find("band", person.today("2026-01-08T08:00"))).isPresent();
  }

  @Test
  void after_a_stop_for_pain_the_next_time_is_lighter_though_a_day_lies_between() {
    Person person = Person.withAnkles("left").stopsForPain("2026-01-06T08:00", "band");

    PlannedStep next = step("band", person.today("2026-01-08T08:00"));
    assertThat(next.sets()).map(sets -> sets.sets() + " x " + sets.reps()).contains("1 x 5");
    assertThat(next.reason()).containsInstanceOf(DoseReason.LighterAfterPain.class);
    PlannedStep after = step("band", person.today("2026-01-10T08:00"));
    assertThat(after.sets()).map(sets -> sets.sets() + " x " + sets.reps()).contains("2 x 10");
    assertThat(after.reason()).containsInstanceOf(DoseReason.BackAfterLighter.class);
  }

  @Test
  void a_new_week_with_more_repetitions_says_so() {
    PlannedStep raises = step("calf-raises", Person.withAnkles("left").today("2026-01-12T08:00"));

    assertThat(raises.reason()).contains(new DoseReason.NewWeek(2, 120, 3 * 12 * 3 + 2 * 60));
  }

  @Test
  void what_was_counted_tells_how_much_was_done() {
    Person half = Person.withAnkles("left").counts("2026-01-05T08:00", "calf-raises", 300, 10);
    Person whole = Person.withAnkles("left").counts("2026-01-05T08:00", "calf-raises", 30, 20);

    assertThat(half.adherence("2026-01-05T08:30").byStep()).containsEntry("calf-raises", 0.5);
    assertThat(whole.adherence("2026-01-05T08:30").byStep()).containsEntry("calf-raises", 1.0);
  }

  @Test
  void the_clinic_may_ask_for_fewer_and_never_for_more() {
    Person fewer =
        Person.withAnkles("left")
            .isAdapted("2026-01-05T07:00", new Adaptation.Repeated("calf-raises", 1, 4));
    Person more =
        Person.withAnkles("left")
            .isAdapted("2026-01-05T07:00", new Adaptation.Repeated("calf-raises", 20, 100));

    assertThat(step("calf-raises", fewer.today("2026-01-06T08:00")).sets())
        .contains(new Today.Sets(1, 4, List.of(), 3, 60));
    assertThat(step("calf-raises", more.today("2026-01-06T08:00")).sets())
        .contains(new Today.Sets(3, 12, List.of(), 3, 60));
  }

  @Test
  void what_a_clinic_may_set_is_bounded_by_the_largest_of_all_stages() {
    MostOfAStep most = MostOfAStep.of(programmed("calf-raises"));

    assertThat(most.allows(new Adaptation.Repeated("calf-raises", 3, 12))).isTrue();
    assertThat(most.allows(new Adaptation.Repeated("calf-raises", 4, 12))).isFalse();
    assertThat(most.allows(new Adaptation.Repeated("calf-raises", 3, 13))).isFalse();
    assertThat(most.allows(new Adaptation.Portioned("calf-raises", 60, Optional.empty())))
        .isFalse();
    assertThat(MostOfAStep.of(programmed("wall")).allows(new Adaptation.Repeated("wall", 1, 1)))
        .isFalse();
  }

  private static Step programmed(String id) {
    return Ankles.programme().step(id).orElseThrow();
  }

  private static Optional<PlannedStep> find(String step, Today today) {
    return today.steps().stream().filter(planned -> planned.step().equals(step)).findFirst();
  }

  private static PlannedStep step(String step, Today today) {
    return find(step, today).orElseThrow();
  }
}
