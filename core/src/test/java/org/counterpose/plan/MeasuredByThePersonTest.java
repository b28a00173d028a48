package org.counterpose.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.counterpose.journal.Adaptation;
import org.counterpose.plan.Today.Ask;
import org.counterpose.programme.Side;
import org.counterpose.verdict.MeasureChange;
import org.counterpose.verdict.MeasureChange.Meaning;
import org.junit.jupiter.api.Test;

class MeasuredByThePersonTest {

  @Test
  void an_outcome_is_asked_each_week_for_the_sides_it_is_about() {
    Person person = Person.withAnkles("both");

    assertThat(person.measuresDue("2026-01-05T08:00"))
        .contains(new DueMeasure("knee-to-wall", List.of(Side.LEFT, Side.RIGHT)));
    person.measures("2026-01-05T09:00", "knee-to-wall", Side.LEFT, 7.5);
    assertThat(person.measuresDue("2026-01-06T08:00"))
        .contains(new DueMeasure("knee-to-wall", List.of(Side.RIGHT)));
    person.measures("2026-01-06T09:00", "knee-to-wall", Side.RIGHT, 9);
    assertThat(person.measuresDue("2026-01-11T08:00"))
        .extracting(DueMeasure::measure)
        .doesNotContain("knee-to-wall");
    assertThat(person.measuresDue("2026-01-12T08:00"))
        .contains(new DueMeasure("knee-to-wall", List.of(Side.LEFT, Side.RIGHT)));
  }

  @Test
  void another_measure_is_asked_while_a_stage_that_may_open_soon_waits_for_it() {
    Person person = Person.withAnkles("left");

    assertThat(due(person, "2026-01-05T08:00")).containsExactly("knee-to-wall", "raises-both");
    assertThat(due(person, "2026-01-19T08:00"))
        .containsExactly("knee-to-wall", "raises-both", "raises-one");
    person.measures("2026-01-19T09:00", "raises-both", 20);
    assertThat(due(person, "2026-01-26T08:00")).containsExactly("knee-to-wall", "raises-one");
  }

  @Test
  void what_a_left_out_step_waits_for_is_not_asked() {
    Person person =
        Person.withAnkles("left")
            .isAdapted("2026-01-05T07:00", new Adaptation.LeaveOut("calf-raises"));

    assertThat(due(person, "2026-01-05T08:00")).containsExactly("knee-to-wall");
  }

  @Test
  void what_asks_the_same_of_the_body_as_a_left_out_step_is_not_asked_either() {
    Person person =
        Person.withAnkles("left").isAdapted("2026-01-05T07:00", new Adaptation.LeaveOut("wall"));

    assertThat(due(person, "2026-01-05T08:00")).containsExactly("raises-both");
  }

  @Test
  void today_asks_until_all_is_measured() {
    Person person =
        Person.withAnkles("right")
            .measures("2026-01-05T07:00", "raises-both", 8)
            .measures("2026-01-05T07:05", "knee-to-wall", Side.LEFT, 9);

    assertThat(person.today("2026-01-05T08:00").asks()).contains(Ask.MEASURES);
    person.measures("2026-01-05T08:00", "knee-to-wall", Side.RIGHT, 6);
    assertThat(person.today("2026-01-05T08:30").asks()).doesNotContain(Ask.MEASURES);
  }

  @Test
  void a_programme_without_measures_never_asks_for_one() {
    assertThat(Person.withAnOfficeDay().today("2026-01-05T08:00").asks())
        .doesNotContain(Ask.MEASURES);
  }

  @Test
  void a_change_goes_from_the_first_day_to_the_last_and_each_side_by_itself() {
    Person person =
        Person.withAnkles("both")
            .measures("2026-01-05T08:00", "knee-to-wall", Side.LEFT, 6)
            .measures("2026-01-12T08:00", "knee-to-wall", Side.LEFT, 7)
            .measures("2026-01-19T08:00", "knee-to-wall", Side.LEFT, 8)
            .measures("2026-01-05T08:00", "knee-to-wall", Side.RIGHT, 9)
            .measures("2026-01-12T08:00", "knee-to-wall", Side.RIGHT, 10.5);

    List<MeasureChange> measured = person.otherMeasures("2026-01-20T08:00").measured();

    assertThat(measured)
        .extracting(MeasureChange::side)
        .containsExactly(Optional.of(Side.LEFT), Optional.of(Side.RIGHT));
    assertThat(measured)
        .extracting(MeasureChange::last)
        .containsExactly(new MeasureChange.Value(15, 8), new MeasureChange.Value(8, 10.5));
    assertThat(measured)
        .extracting(MeasureChange::meaning)
        .containsExactly(Meaning.BETTER, Meaning.ABOUT_THE_SAME);
  }

  @Test
  void a_fall_by_as_much_is_worse() {
    Person person =
        Person.withAnkles("left")
            .measures("2026-01-05T08:00", "knee-to-wall", Side.LEFT, 8)
            .measures("2026-01-12T08:00", "knee-to-wall", Side.LEFT, 6);

    assertThat(person.otherMeasures("2026-01-12T09:00").measured())
        .extracting(MeasureChange::meaning)
        .containsExactly(Meaning.WORSE);
  }

  @Test
  void measured_once_or_before_the_start_says_nothing_of_a_change() {
    Person person =
        Person.withAnkles("left")
            .measures("2026-01-02T08:00", "knee-to-wall", Side.LEFT, 3)
            .measures("2026-01-05T08:00", "knee-to-wall", Side.LEFT, 8)
            .measures("2026-01-05T09:00", "knee-to-wall", Side.LEFT, 6);

    assertThat(person.otherMeasures("2026-01-12T09:00").measured()).isEmpty();
  }

  @Test
  void what_only_opens_stages_is_not_told_beside_the_verdict() {
    Person person =
        Person.withAnkles("left")
            .measures("2026-01-05T08:00", "raises-both", 5)
            .measures("2026-01-12T08:00", "raises-both", 25);

    assertThat(person.otherMeasures("2026-01-12T09:00").measured()).isEmpty();
  }

  private static List<String> due(Person person, String clock) {
    return person.measuresDue(clock).stream().map(DueMeasure::measure).toList();
  }
}
