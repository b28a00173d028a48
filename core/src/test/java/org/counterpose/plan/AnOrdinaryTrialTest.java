package org.counterpose.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.counterpose.journal.Routine;
import org.counterpose.plan.Today.Ask;
import org.counterpose.plan.Today.DoseReason;
import org.counterpose.plan.Today.LeftOut;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.plan.Today.State;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Side;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;
import org.counterpose.screening.Screened;
import org.counterpose.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnOrdinaryTrialTest {

  @Test
  void on_day_1_the_towel_is_due_morning_and_night_for_five_minutes() {
    Today today = Person.withAnOfficeDay().today("2026-01-05T08:00");

    assertThat(today.day()).isEqualTo(1);
    assertThat(today.of()).isEqualTo(21);
    assertThat(lines(today, "rolled-towel"))
        .containsExactly("morning 07:10-09:10 300 s", "night 22:00-23:00 300 s");
  }

  @Test
  void on_day_1_the_needle_is_due_after_work_on_both_sides() {
    PlannedStep needle =
        only(Person.withAnOfficeDay().today("2026-01-05T08:00"), "thread-the-needle");

    assertThat(line(needle)).isEqualTo("after-work 17:45-19:45 75 s");
    assertThat(needle.sides()).containsExactly(Side.LEFT, Side.RIGHT);
    assertThat(needle.holds()).contains(2);
    assertThat(needle.holdSeconds()).contains(15);
  }

  @Test
  void on_day_1_the_disc_is_due_while_at_work_and_the_band_twice() {
    Today today = Person.withAnOfficeDay().today("2026-01-05T08:00");

    assertThat(lines(today, "wobble-disc")).containsExactly("work 09:00-17:30 1200 s");
    assertThat(lines(today, "posture-band"))
        .containsExactly("first 09:30-12:30 1800 s", "second 14:00-17:00 1800 s");
  }

  @Test
  void a_change_of_position_is_due_every_fifty_minutes_of_work() {
    List<String> breaks =
        lines(Person.withAnOfficeDay().today("2026-01-05T08:00"), "change-position");

    assertThat(breaks)
        .hasSize(10)
        .startsWith("break-1 09:50-10:40 120 s", "break-2 10:40-11:30 120 s")
        .endsWith("break-10 17:20-17:30 120 s");
  }

  @Test
  void the_minutes_between_changes_of_position_are_the_persons_own() {
    Person person = Person.starting("2026-01-05T06:30", withBreaksEvery(20));

    assertThat(lines(person.today("2026-01-05T08:00"), "change-position")).hasSize(25);
  }

  @Test
  void the_day_is_in_the_order_of_its_times() {
    List<PlannedStep> steps = Person.withAnOfficeDay().today("2026-01-05T08:00").steps();

    assertThat(steps)
        .isSortedAccordingTo((a, b) -> a.dueFrom().compareTo(b.dueFrom()))
        .first()
        .returns("morning", PlannedStep::slot);
  }

  @Test
  void nothing_of_the_first_day_has_a_reason_to_differ() {
    Today today = Person.withAnOfficeDay().today("2026-01-05T08:00");

    assertThat(today.steps()).allMatch(step -> step.reason().isEmpty());
  }

  @Test
  void on_day_8_each_dose_grows_and_says_that_a_new_week_began() {
    Today today = Person.withAnOfficeDay().today("2026-01-12T08:00");

    assertThat(today.day()).isEqualTo(8);
    assertThat(reason(today, "rolled-towel")).contains(new DoseReason.NewWeek(2, 300, 360));
    assertThat(reason(today, "thread-the-needle")).contains(new DoseReason.NewWeek(2, 75, 145));
    assertThat(reason(today, "wobble-disc")).contains(new DoseReason.NewWeek(2, 1200, 1800));
    assertThat(reason(today, "change-position")).isEmpty();
  }

  @Test
  void on_day_9_the_dose_is_that_of_day_8_and_needs_no_reason() {
    Today today = Person.withAnOfficeDay().today("2026-01-13T08:00");

    assertThat(lines(today, "rolled-towel")).first().isEqualTo("morning 07:10-09:10 360 s");
    assertThat(reason(today, "rolled-towel")).isEmpty();
  }

  @Test
  void in_the_fourth_week_the_towel_has_grown_to_ten_minutes_and_the_band_to_45() {
    Today today = Person.withAnOfficeDay().today("2026-01-26T08:00");

    assertThat(lines(today, "rolled-towel")).first().isEqualTo("morning 07:10-09:10 600 s");
    assertThat(lines(today, "posture-band")).first().isEqualTo("first 09:30-12:30 2700 s");
  }

  @Test
  void the_day_after_a_stop_for_pain_is_lighter_for_that_step_alone() {
    Person person = Person.withAnOfficeDay().stopsForPain("2026-01-06T07:20", "rolled-towel");

    Today after = person.today("2026-01-07T08:00");

    assertThat(lines(after, "rolled-towel")).first().isEqualTo("morning 07:10-09:10 180 s");
    assertThat(reason(after, "rolled-towel")).contains(new DoseReason.LighterAfterPain(300, 180));
    assertThat(reason(after, "thread-the-needle")).isEmpty();
  }

  @Test
  void the_lighter_day_is_followed_by_the_usual_dose_with_its_reason() {
    Person person = Person.withAnOfficeDay().stopsForPain("2026-01-06T07:20", "rolled-towel");

    assertThat(reason(person.today("2026-01-08T08:00"), "rolled-towel"))
        .contains(new DoseReason.BackAfterLighter(180, 300));
  }

  @Test
  void a_stop_for_want_of_time_changes_nothing() {
    Person person = Person.withAnOfficeDay().runsOutOfTime("2026-01-06T07:20", "rolled-towel");

    assertThat(person.today("2026-01-07T08:00").steps()).allMatch(step -> step.reason().isEmpty());
  }

  @Test
  void on_a_day_off_there_is_no_work_to_sit_through() {
    Today saturday = Person.withAnOfficeDay().today("2026-01-10T08:00");

    assertThat(lines(saturday, "wobble-disc")).isEmpty();
    assertThat(lines(saturday, "change-position")).isEmpty();
    assertThat(lines(saturday, "rolled-towel"))
        .containsExactly("morning 07:10-09:10 300 s", "night 22:00-23:00 300 s");
    assertThat(lines(saturday, "thread-the-needle")).containsExactly("after-work 10:00-14:00 75 s");
    assertThat(lines(saturday, "posture-band"))
        .containsExactly("first 09:00-12:00 1800 s", "second 14:00-17:00 1800 s");
  }

  @Test
  void a_step_that_rested_over_the_weekend_says_on_monday_why_it_grew() {
    Person person = Person.starting("2026-01-10T06:30", Person.officeDay());

    Today monday = person.today("2026-01-19T08:00");

    assertThat(monday.day()).isEqualTo(10);
    assertThat(reason(monday, "wobble-disc")).contains(new DoseReason.NewWeek(2, 1200, 1800));
    assertThat(reason(monday, "rolled-towel")).isEmpty();
  }

  @Test
  void without_aids_the_towel_has_a_substitute_and_disc_and_band_are_left_out() {
    Today today = Person.starting("2026-01-05T06:30", owning(Set.of())).today("2026-01-05T08:00");

    assertThat(only(today, "thread-the-needle").substitutes()).containsExactly("mat");
    assertThat(today.leftOut())
        .containsExactly(
            new LeftOut("wobble-disc", new LeftOut.Cause.NotOwned("wobble-disc")),
            new LeftOut("posture-band", new LeftOut.Cause.NotOwned("posture-band")));
    assertThat(lines(today, "wobble-disc")).isEmpty();
  }

  @Test
  void what_the_safety_answers_rule_out_is_left_out() {
    Today today = Person.answering(MidBack.firstAfterFifty()).today("2026-01-05T08:00");

    assertThat(today.state()).isEqualTo(new State.Running());
    assertThat(today.leftOut())
        .containsExactly(
            new LeftOut("rolled-towel", new LeftOut.Cause.ForSafety()),
            new LeftOut("thread-the-needle", new LeftOut.Cause.ForSafety()));
    assertThat(lines(today, "rolled-towel")).isEmpty();
  }

  @Test
  void a_band_that_is_bought_later_joins_the_plan_from_then_on() {
    Person person =
        Person.starting("2026-01-05T06:30", owning(Set.of("towel", "mat")))
            .changesTo("2026-01-08T12:00", Person.officeDay());

    assertThat(lines(person.today("2026-01-07T08:00"), "posture-band")).isEmpty();
    assertThat(lines(person.today("2026-01-08T12:01"), "posture-band")).hasSize(2);
  }

  @Test
  void a_session_is_done_at_the_time_of_day_nearest_to_it() {
    Today today =
        Person.withAnOfficeDay()
            .does("2026-01-05T10:00", "rolled-towel", 120)
            .today("2026-01-05T10:01");

    assertThat(done(today)).containsExactly("rolled-towel morning");
    assertThat(today.steps().getFirst().loggedSeconds()).isEqualTo(120);
  }

  @Test
  void a_second_session_in_the_morning_is_taken_for_the_night() {
    Today today =
        Person.withAnOfficeDay()
            .does("2026-01-05T07:30", "rolled-towel", 300)
            .does("2026-01-05T08:30", "rolled-towel", 300)
            .today("2026-01-05T09:00");

    assertThat(done(today)).containsExactly("rolled-towel morning", "rolled-towel night");
  }

  @Test
  void worn_time_adds_up_and_half_of_it_is_enough_for_done() {
    Person person = Person.withAnOfficeDay().hasWorn("2026-01-05T10:00", "posture-band", 600);

    assertThat(done(person.today("2026-01-05T11:00"))).isEmpty();
    assertThat(
            done(person.hasWorn("2026-01-05T11:00", "posture-band", 300).today("2026-01-05T11:00")))
        .containsExactly("posture-band first");
  }

  @Test
  void a_band_that_was_put_on_and_not_taken_off_is_running() {
    Person person = Person.withAnOfficeDay().putsOn("2026-01-05T10:00", "posture-band");

    PlannedStep first = slot(person.today("2026-01-05T10:20"), "posture-band", "first");

    assertThat(first.runningSince()).contains(person.when("2026-01-05T10:00"));
    assertThat(first.runningEntry()).isPresent();
    assertThat(first.done()).isFalse();
  }

  @Test
  void a_band_that_was_taken_off_is_not_running() {
    Person person =
        Person.withAnOfficeDay()
            .putsOn("2026-01-05T10:00", "posture-band")
            .hasWorn("2026-01-05T10:30", "posture-band", 1800);

    PlannedStep first = slot(person.today("2026-01-05T10:30"), "posture-band", "first");

    assertThat(first.runningSince()).isEmpty();
    assertThat(first.loggedSeconds()).isEqualTo(1800);
    assertThat(first.done()).isTrue();
  }

  @Test
  void a_band_forgotten_overnight_is_not_running_and_counts_for_its_dose_at_most() {
    Person person = Person.withAnOfficeDay().putsOn("2026-01-05T10:00", "posture-band");

    assertThat(person.today("2026-01-06T07:00").steps())
        .allMatch(step -> step.runningSince().isEmpty());
    assertThat(person.adherence("2026-01-06T00:10").byStep()).containsEntry("posture-band", 0.5);
  }

  @Test
  void a_session_that_was_taken_back_is_not_done() {
    Today today =
        Person.withAnOfficeDay()
            .does("2026-01-05T07:30", "rolled-towel", 300)
            .takesBackTheLast("2026-01-05T07:31")
            .today("2026-01-05T08:00");

    assertThat(done(today)).isEmpty();
  }

  @Test
  void the_day_asks_for_one_rating() {
    Person person = Person.withAnOfficeDay();

    assertThat(person.today("2026-01-05T08:00").asks()).contains(Ask.RATING);
    assertThat(person.rates("2026-01-05T08:00", 6).today("2026-01-05T08:00").asks())
        .doesNotContain(Ask.RATING);
  }

  @Test
  void the_weekly_check_is_asked_from_day_8_until_it_is_done() {
    Person person = Person.withAnOfficeDay();

    assertThat(person.today("2026-01-11T08:00").asks()).doesNotContain(Ask.WEEKLY_CHECK);
    assertThat(person.today("2026-01-12T08:00").asks()).contains(Ask.WEEKLY_CHECK);
    assertThat(person.today("2026-01-14T08:00").asks()).contains(Ask.WEEKLY_CHECK);
    person.checksTheWeek("2026-01-14T09:00", MidBack.harmlessWeekly());
    assertThat(person.today("2026-01-14T10:00").asks()).doesNotContain(Ask.WEEKLY_CHECK);
    assertThat(person.today("2026-01-19T10:00").asks()).contains(Ask.WEEKLY_CHECK);
  }

  @Test
  void a_stop_for_pain_asks_the_safety_questions_at_once_until_they_are_answered() {
    Person person = Person.withAnOfficeDay().stopsForPain("2026-01-06T07:20", "rolled-towel");

    assertThat(person.today("2026-01-06T07:21").asks()).first().isEqualTo(Ask.SAFETY_CHECK);
    person.gotWorse("2026-01-06T07:25", MidBack.harmlessWeekly());
    assertThat(person.today("2026-01-06T07:26").asks()).doesNotContain(Ask.SAFETY_CHECK);
  }

  @Test
  void a_stop_for_pain_that_is_taken_back_still_asks_the_safety_questions() {
    Person person =
        Person.withAnOfficeDay()
            .stopsForPain("2026-01-06T07:20", "rolled-towel")
            .takesBackTheLast("2026-01-06T07:21");

    assertThat(person.today("2026-01-06T07:22").asks()).first().isEqualTo(Ask.SAFETY_CHECK);
  }

  @Test
  void a_rating_three_above_the_persons_own_mean_asks_the_safety_questions() {
    Person person =
        Person.withAnOfficeDay()
            .rates("2026-01-05T08:00", 4)
            .rates("2026-01-06T08:00", 4)
            .rates("2026-01-07T08:00", 4);

    assertThat(person.rates("2026-01-08T08:00", 6).today("2026-01-08T08:00").asks())
        .doesNotContain(Ask.SAFETY_CHECK);
    assertThat(person.rates("2026-01-08T08:05", 7).today("2026-01-08T08:05").asks())
        .contains(Ask.SAFETY_CHECK);
    assertThat(person.rates("2026-01-08T08:10", 5).today("2026-01-08T08:10").asks())
        .doesNotContain(Ask.SAFETY_CHECK);
  }

  @Test
  void one_earlier_rating_is_enough_to_speak_of_a_jump() {
    Person person =
        Person.withAnOfficeDay().rates("2026-01-05T08:00", 1).rates("2026-01-07T08:00", 4);

    assertThat(person.today("2026-01-07T08:00").asks()).contains(Ask.SAFETY_CHECK);
  }

  @Test
  void the_first_rating_is_held_against_the_pain_that_was_told_at_the_check() {
    Answers told = MidBack.harmless().with("pain-average", new Answer.Amount(4));

    assertThat(Person.answering(told).rates("2026-01-05T08:00", 6).today("2026-01-05T08:00").asks())
        .doesNotContain(Ask.SAFETY_CHECK);
    assertThat(Person.answering(told).rates("2026-01-05T08:00", 7).today("2026-01-05T08:00").asks())
        .contains(Ask.SAFETY_CHECK);
  }

  @Test
  void after_a_week_without_ratings_the_pain_of_the_check_is_the_mean_again() {
    Person person =
        Person.answering(MidBack.harmless().with("pain-average", new Answer.Amount(3)))
            .rates("2026-01-05T08:00", 5)
            .rates("2026-01-13T08:00", 6);

    assertThat(person.today("2026-01-13T08:00").asks()).contains(Ask.SAFETY_CHECK);
  }

  @Test
  void a_first_rating_with_nothing_to_hold_it_against_is_no_jump() {
    Person person = Person.withAnOfficeDay().rates("2026-01-05T08:00", 10);

    assertThat(person.today("2026-01-05T08:00").asks()).doesNotContain(Ask.SAFETY_CHECK);
  }

  @Test
  void a_grave_answer_stops_the_trial_and_harmless_ones_do_not_lift_it() {
    Person person =
        Person.withAnOfficeDay()
            .gotWorse(
                "2026-01-08T08:00",
                MidBack.harmlessWeekly().with("infection-signs", MidBack.chosen("fever")))
            .gotWorse("2026-01-08T09:00", MidBack.harmlessWeekly())
            .takesBackTheLast("2026-01-08T09:01");

    Today today = person.today("2026-01-10T08:00");

    assertStopped(today, Outcome.SAME_DAY, "infection");
    assertThat(today.steps()).isEmpty();
    assertThat(today.asks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-10T20:00", "2026-01-25T20:00", "2026-02-01T20:00"})
  void the_verdict_of_a_stopped_trial_sends_to_be_checked_and_never_says_go_on(String now) {
    Person person =
        Person.withAnOfficeDay()
            .gotWorse(
                "2026-01-08T08:00",
                MidBack.harmlessWeekly().with("infection-signs", MidBack.chosen("fever")));

    assertThat(person.verdict(now).next()).isEqualTo(Verdict.Next.GET_CHECKED);
  }

  @Test
  void the_gravest_of_two_stops_is_told_first() {
    Person person =
        Person.withAnOfficeDay()
            .gotWorse(
                "2026-01-08T08:00",
                MidBack.harmlessWeekly().with("infection-signs", MidBack.chosen("fever")))
            .checksTheWeek(
                "2026-01-12T08:00",
                MidBack.harmlessWeekly().with("emergency-signs", MidBack.chosen("chest-pain")));

    assertStopped(person.today("2026-01-12T08:01"), Outcome.GET_HELP_NOW, "emergency", "infection");
  }

  @Test
  void an_unclear_trial_goes_on_to_day_28_and_is_then_over() {
    Person person = Person.withAnOfficeDay();

    assertThat(person.today("2026-01-24T08:00").of()).isEqualTo(21);
    assertThat(person.today("2026-01-25T08:00")).returns(21, Today::day).returns(28, Today::of);
    assertThat(person.today("2026-01-25T08:00").asks()).contains(Ask.VERDICT);
    assertThat(person.today("2026-02-01T08:00").state()).isEqualTo(new State.Running());
    Today after = person.today("2026-02-02T08:00");
    assertThat(after.state()).isEqualTo(new State.Over());
    assertThat(after.steps()).isEmpty();
    assertThat(after.asks()).containsExactly(Ask.VERDICT);
  }

  @Test
  void at_the_end_of_time_the_trial_is_over_and_at_its_beginning_not_begun() {
    Person person = Person.withAnOfficeDay();

    assertThat(person.plan().at(person.journal(), Instant.MAX).today().state())
        .isEqualTo(new State.Over());
    assertThat(person.plan().at(person.journal(), Instant.MIN).today().day()).isEqualTo(1);
    assertThat(person.plan().at(person.journal(), Instant.MAX).adherence().overall()).isZero();
  }

  @Test
  void a_clear_trial_is_over_after_day_21() {
    Person person = Person.withAnOfficeDay();
    for (int day = 5; day <= 25; day++) {
      person.rates("2026-01-%02dT20:00".formatted(day), Math.max(1, 8 - (day - 5) / 2));
    }

    assertThat(person.today("2026-01-25T21:00").of()).isEqualTo(21);
    assertThat(person.today("2026-01-26T08:00").state()).isEqualTo(new State.Over());
  }

  @Test
  void the_last_rating_of_a_day_is_the_one_that_counts() {
    Person person =
        Person.withAnOfficeDay()
            .rates("2026-01-05T08:00", 7)
            .rates("2026-01-05T22:00", 5)
            .rates("2026-01-07T08:00", 4);

    assertThat(
            person.plan().at(person.journal(), person.when("2026-01-08T08:00")).ratings().byDay())
        .containsOnlyKeys(1, 3)
        .containsEntry(1, 5.0)
        .containsEntry(3, 4.0);
  }

  @Test
  void a_stop_stops_the_day_also_as_seen_by_a_clock_that_is_behind_it() {
    Person person =
        Person.withAnOfficeDay()
            .does("2026-01-05T07:30", "rolled-towel", 300)
            .rates("2026-01-05T08:00", 5)
            .gotWorse(
                "2026-01-08T08:00",
                MidBack.harmlessWeekly().with("infection-signs", MidBack.chosen("fever")));

    Today before = person.today("2026-01-05T08:10");

    assertStopped(before, Outcome.SAME_DAY, "infection");
    assertThat(before.steps()).isEmpty();
    assertThat(before.asks()).isEmpty();
    assertThat(before.day()).isEqualTo(1);
    assertThat(person.adherence("2026-01-05T08:10").overall()).isEqualTo(1);
  }

  @Test
  void harmless_answers_to_come_do_not_answer_what_is_asked_now() {
    Person person =
        Person.withAnOfficeDay()
            .stopsForPain("2026-01-06T07:20", "rolled-towel")
            .gotWorse("2026-01-06T12:00", MidBack.harmlessWeekly());

    assertThat(person.today("2026-01-06T07:30").asks()).first().isEqualTo(Ask.SAFETY_CHECK);
  }

  @Test
  void the_day_in_force_is_the_last_that_was_told_since_the_start() {
    Person person = Person.withAnOfficeDay();
    Routine early = withBreaksEvery(20);
    Routine later = withBreaksEvery(40);

    assertThat(person.journal().routine()).isEqualTo(Person.officeDay());
    assertThat(person.changesTo("2026-01-04T20:00", early).journal().routine())
        .isEqualTo(Person.officeDay());
    assertThat(person.changesTo("2026-01-06T20:00", later).journal().routine()).isEqualTo(later);
  }

  @Test
  void what_was_rated_before_the_start_is_no_day_of_the_trial() {
    Person person = Person.withAnOfficeDay().rates("2026-01-04T20:00", 9);

    assertThat(
            person.plan().at(person.journal(), person.when("2026-01-05T08:00")).ratings().byDay())
        .isEmpty();
  }

  @Test
  void a_share_of_a_session_is_a_share_of_the_plan() {
    Person person =
        Person.withAnOfficeDay()
            .does("2026-01-05T07:30", "rolled-towel", 150)
            .does("2026-01-05T22:30", "rolled-towel", 300);

    assertThat(person.adherence("2026-01-06T00:00").byStep())
        .containsEntry("rolled-towel", 0.75)
        .containsEntry("thread-the-needle", 0.0);
    assertThat(person.adherence("2026-01-06T00:00").overall()).isEqualTo(0.75 / 5);
  }

  @Test
  void what_is_still_to_come_today_is_not_held_against_anybody() {
    Person person = Person.withAnOfficeDay().does("2026-01-05T07:30", "rolled-towel", 300);

    assertThat(person.adherence("2026-01-05T08:00"))
        .isEqualTo(new Adherence(1, java.util.Map.of("rolled-towel", 1.0)));
  }

  @Test
  void what_lies_behind_when_a_plan_is_made_is_not_offered_as_missed() {
    Person person = Person.starting("2026-01-05T19:20", Person.officeDay());

    assertThat(person.today("2026-01-05T19:25").steps())
        .extracting(PlannedStep::step, PlannedStep::slot)
        .containsExactly(tuple("thread-the-needle", "after-work"), tuple("rolled-towel", "night"));
    assertThat(person.today("2026-01-06T07:00").steps())
        .extracting(PlannedStep::slot)
        .contains("morning", "break-1");
  }

  @Test
  void what_could_be_done_for_a_while_when_the_plan_is_made_is_due_from_then_on() {
    Person person = Person.starting("2026-01-05T19:20", Person.officeDay());

    assertThat(person.today("2026-01-05T19:25").steps())
        .extracting(step -> step.dueFrom().toLocalTime() + " to " + step.dueTo().toLocalTime())
        .containsExactly("19:20 to 19:45", "22:00 to 23:00");
    assertThat(person.today("2026-01-06T19:25").steps())
        .extracting(step -> step.dueFrom().toLocalTime())
        .contains(LocalTime.of(17, 45));
  }

  @Test
  void a_morning_that_is_still_there_when_the_plan_is_made_is_offered() {
    Person person = Person.starting("2026-01-05T08:59", Person.officeDay());

    assertThat(person.today("2026-01-05T09:00").steps())
        .extracting(PlannedStep::slot)
        .contains("morning");
  }

  @Test
  void who_begins_at_noon_and_does_the_towel_at_once_has_done_the_one_that_was_left() {
    Person person =
        Person.starting("2026-01-05T12:00", Person.officeDay())
            .does("2026-01-05T12:10", "rolled-towel", 300);

    assertThat(person.today("2026-01-05T12:20").steps())
        .filteredOn(step -> step.step().equals("rolled-towel"))
        .extracting(PlannedStep::slot, PlannedStep::done)
        .containsExactly(tuple("night", true));
    assertThat(person.adherence("2026-01-05T23:30").byStep()).containsEntry("rolled-towel", 1.0);
  }

  @Test
  void a_plan_made_at_bedtime_asks_for_nothing_that_day_and_counts_what_is_done_all_the_same() {
    Person person = Person.starting("2026-01-05T23:10", Person.officeDay());

    assertThat(person.today("2026-01-05T23:15").steps()).isEmpty();
    assertThat(person.today("2026-01-05T23:15").day()).isEqualTo(1);
    assertThat(person.adherence("2026-01-05T23:59").byStep()).isEmpty();

    person.does("2026-01-05T23:20", "rolled-towel", 150);
    assertThat(person.today("2026-01-05T23:30").steps())
        .extracting(PlannedStep::slot, PlannedStep::done)
        .containsExactly(tuple("night", true));
    assertThat(person.adherence("2026-01-05T23:59").byStep())
        .containsExactlyEntriesOf(java.util.Map.of("rolled-towel", 0.5));
  }

  @Test
  void days_after_a_stop_ask_for_nothing() {
    Person person =
        Person.withAnOfficeDay()
            .does("2026-01-05T07:30", "rolled-towel", 300)
            .gotWorse(
                "2026-01-05T09:30",
                MidBack.harmlessWeekly().with("infection-signs", MidBack.chosen("fever")));

    assertThat(person.adherence("2026-01-20T08:00").overall()).isEqualTo(1);
  }

  private static Routine owning(Set<String> aids) {
    Routine office = Person.officeDay();
    return new Routine(
        office.wake(),
        office.sleep(),
        office.workStart(),
        office.workEnd(),
        office.workDays(),
        aids,
        office.zone(),
        office.breakMinutes());
  }

  private static Routine withBreaksEvery(int minutes) {
    Routine office = Person.officeDay();
    return new Routine(
        office.wake(),
        office.sleep(),
        office.workStart(),
        office.workEnd(),
        EnumSet.allOf(DayOfWeek.class),
        office.aids(),
        office.zone(),
        Optional.of(minutes));
  }

  private static List<String> lines(Today today, String step) {
    return today.steps().stream()
        .filter(planned -> planned.step().equals(step))
        .map(AnOrdinaryTrialTest::line)
        .toList();
  }

  private static String line(PlannedStep step) {
    return "%s %s-%s %d s"
        .formatted(
            step.slot(), step.dueFrom().toLocalTime(), step.dueTo().toLocalTime(), step.seconds());
  }

  private static PlannedStep only(Today today, String step) {
    List<PlannedStep> all =
        today.steps().stream().filter(planned -> planned.step().equals(step)).toList();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static PlannedStep slot(Today today, String step, String slot) {
    return today.steps().stream()
        .filter(planned -> planned.step().equals(step) && planned.slot().equals(slot))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<DoseReason> reason(Today today, String step) {
    return today.steps().stream()
        .filter(planned -> planned.step().equals(step))
        .findFirst()
        .orElseThrow()
        .reason();
  }

  private static List<String> done(Today today) {
    return today.steps().stream()
        .filter(PlannedStep::done)
        .map(step -> step.step() + " " + step.slot())
        .toList();
  }

  private static void assertStopped(Today today, Outcome outcome, String... rules) {
    assertThat(today.state())
        .isInstanceOfSatisfying(
            State.Stopped.class,
            stopped -> {
              assertThat(stopped.outcome()).isEqualTo(outcome);
              assertThat(stopped.reasons())
                  .extracting(Screened.Reason::rule)
                  .containsExactly(rules);
              assertThat(stopped.reasons())
                  .allSatisfy(reason -> assertThat(reason.because()).isNotEmpty());
            });
  }
}
