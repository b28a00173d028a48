package org.counterpose.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpose.plan.Today.Ask;
import org.counterpose.verdict.FunctionChange;
import org.counterpose.verdict.FunctionChange.Scored;
import org.junit.jupiter.api.Test;

/** A person who starts on Monday 5 January: the weeks begin on the 12th, the 19th and the 26th. */
class ActivitiesOfOnesOwnChoiceTest {

  private final Person person = Person.withAnOfficeDay();

  @Test
  void they_are_asked_for_in_the_first_week_last_of_all_and_the_plan_goes_on_without() {
    Today today = person.today("2026-01-05T08:00");

    assertThat(today.asks()).containsExactly(Ask.RATING, Ask.ACTIVITIES);
    assertThat(today.isOpen()).isTrue();
    assertThat(person.today("2026-01-11T08:00").asks()).contains(Ask.ACTIVITIES);
    assertThat(person.today("2026-01-12T08:00").asks()).doesNotContain(Ask.ACTIVITIES);
  }

  @Test
  void once_scored_they_are_not_asked_for_again_unless_that_was_taken_back() {
    person.scores("2026-01-06T08:00", "Driving 4");
    assertThat(person.today("2026-01-06T08:01").asks()).doesNotContain(Ask.ACTIVITIES);

    person.takesBackTheLast("2026-01-06T09:00");
    assertThat(person.today("2026-01-06T09:01").asks()).contains(Ask.ACTIVITIES);
    assertThat(person.activities("2026-01-06T09:01")).isEmpty();
  }

  @Test
  void the_weekly_check_begins_with_those_scored_last_and_forgets_none_that_was_skipped() {
    person.scores("2026-01-05T08:00", "Driving 4", "Lifting 3", "Sleeping 5");
    person.checksTheWeek("2026-01-12T08:00", null, "Sleeping 6", "driving 5");

    assertThat(person.activities("2026-01-19T08:00"))
        .containsExactly("driving", "Lifting", "Sleeping");
  }

  @Test
  void what_was_swapped_makes_room() {
    person.scores("2026-01-05T08:00", "Driving 4", "Lifting 3", "Sleeping 5");
    person.checksTheWeek("2026-01-12T08:00", null, "Driving 5", "Gardening 2", "Sleeping 6");

    assertThat(person.activities("2026-01-19T08:00"))
        .containsExactly("Driving", "Sleeping", "Gardening");
  }

  @Test
  void the_change_is_over_those_that_were_scored_first_and_last() {
    person.scores("2026-01-05T08:00", "Driving 4", "Lifting 3", "Sleeping 5");
    person.checksTheWeek("2026-01-12T08:00", null, "Driving 9", "Lifting 9", "Sleeping 9");
    person.checksTheWeek("2026-01-19T08:00", null, " driving 7", "Lifting 5", "Gardening 0");

    assertThat(person.otherMeasures("2026-01-25T20:00").function())
        .contains(
            new FunctionChange(
                1,
                15,
                java.util.List.of(new Scored("Driving", 4, 7), new Scored("Lifting", 3, 5))));
  }

  @Test
  void scores_of_one_day_only_or_of_other_things_show_no_change() {
    person.scores("2026-01-05T08:00", "Driving 4");
    assertThat(person.otherMeasures("2026-01-25T20:00").function()).isEmpty();

    person.checksTheWeek("2026-01-19T08:00", null, "Gardening 9");
    assertThat(person.otherMeasures("2026-01-25T20:00").function()).isEmpty();
  }

  @Test
  void scores_are_corrected_on_their_day() {
    person.scores("2026-01-05T08:00", "Driving 9").scores("2026-01-05T08:05", "Driving 4");
    person.checksTheWeek("2026-01-12T08:00", null, "Driving 6");

    assertThat(person.otherMeasures("2026-01-12T08:01").function().orElseThrow().change())
        .isEqualTo(2);
  }

  @Test
  void a_week_without_scores_takes_none_away() {
    person.scores("2026-01-05T08:00", "Driving 4");
    person
        .checksTheWeek("2026-01-12T08:00", null, "Driving 6")
        .checksTheWeek("2026-01-19T08:00", 1);

    assertThat(person.otherMeasures("2026-01-25T20:00").function().orElseThrow().lastDay())
        .isEqualTo(8);
  }

  @Test
  void scores_from_before_the_start_or_after_the_last_day_do_not_count() {
    person.scores("2026-01-02T08:00", "Driving 0").scores("2026-01-05T08:00", "Driving 4");
    person.checksTheWeek("2026-01-26T08:00", null, "Driving 6");
    person.checksTheWeek("2026-02-03T08:00", null, "Driving 10");

    FunctionChange change = person.otherMeasures("2026-02-04T08:00").function().orElseThrow();

    assertThat(change).isEqualTo(new FunctionChange(1, 22, change.activities()));
    assertThat(change.activities()).containsExactly(new Scored("Driving", 4, 6));
  }
}
