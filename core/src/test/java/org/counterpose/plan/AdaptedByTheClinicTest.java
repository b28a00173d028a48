package org.counterpose.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.counterpose.journal.Adaptation;
import org.counterpose.journal.Routine;
import org.counterpose.plan.Today.LeftOut;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.plan.Today.State;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;
import org.junit.jupiter.api.Test;

class AdaptedByTheClinicTest {

  private static final Answers FEVER =
      MidBack.harmlessWeekly().with("infection-signs", MidBack.chosen("fever"));

  @Test
  void a_step_left_out_by_the_clinic_is_not_asked_and_comes_back_as_it_was() {
    Person person =
        Person.withAnOfficeDay()
            .isAdapted("2026-01-06T10:00", new Adaptation.LeaveOut("posture-band"))
            .isAdapted("2026-01-08T10:00", new Adaptation.AsBefore("posture-band"));

    assertThat(steps(person.today("2026-01-05T12:00"))).contains("posture-band");
    Today without = person.today("2026-01-07T12:00");
    assertThat(steps(without)).doesNotContain("posture-band");
    assertThat(without.leftOut())
        .containsExactly(
            new LeftOut("posture-band", new LeftOut.Cause.ByClinic("Dr Kim", "So it fits you")));
    assertThat(steps(person.today("2026-01-08T12:00"))).contains("posture-band");
  }

  @Test
  void a_portion_of_the_clinic_holds_in_every_week_and_says_where_it_comes_from() {
    Person person =
        Person.withAnOfficeDay()
            .isAdapted(
                "2026-01-07T06:40",
                new Adaptation.Portioned("rolled-towel", 120, Optional.empty()),
                new Adaptation.Portioned("thread-the-needle", 10, Optional.of(2)));

    Today day = person.today("2026-01-07T07:00");
    assertThat(first(day, "rolled-towel").seconds()).isEqualTo(120);
    assertThat(first(day, "rolled-towel").reason())
        .contains(new Today.DoseReason.ChangedByClinic(300, 120));
    assertThat(first(day, "thread-the-needle").holds()).contains(2);
    assertThat(first(day, "thread-the-needle").holdSeconds()).contains(10);
    Today later = person.today("2026-01-20T07:00");
    assertThat(first(later, "rolled-towel").seconds()).isEqualTo(120);
    assertThat(first(later, "rolled-towel").reason()).isEmpty();
  }

  @Test
  void a_step_that_the_clinic_left_out_is_not_said_to_wait_for_its_aid() {
    Person person =
        Person.starting("2026-01-05T06:30", withoutAids())
            .isAdapted("2026-01-06T06:40", new Adaptation.LeaveOut("wobble-disc"));

    assertThat(person.today("2026-01-06T07:00").leftOut())
        .contains(
            new LeftOut("wobble-disc", new LeftOut.Cause.ByClinic("Dr Kim", "So it fits you")));
  }

  @Test
  void however_large_a_dose_came_into_the_journal_no_more_is_asked_than_the_programme_ever_does() {
    Person person =
        Person.withAnOfficeDay()
            .isAdapted(
                "2026-01-06T06:40",
                new Adaptation.Portioned("rolled-towel", 12_000, Optional.empty()),
                new Adaptation.Portioned("thread-the-needle", 300, Optional.of(20)));

    Today day = person.today("2026-01-06T07:00");
    assertThat(first(day, "rolled-towel").seconds()).isEqualTo(600);
    assertThat(first(day, "thread-the-needle").holdSeconds()).contains(30);
    assertThat(first(day, "thread-the-needle").holds()).contains(3);
  }

  @Test
  void a_dose_of_the_clinic_is_still_lighter_on_the_day_after_pain() {
    Person person =
        Person.withAnOfficeDay()
            .isAdapted(
                "2026-01-06T06:40", new Adaptation.Portioned("rolled-towel", 600, Optional.empty()))
            .stopsForPain("2026-01-07T07:20", "rolled-towel");

    assertThat(first(person.today("2026-01-08T07:00"), "rolled-towel").seconds()).isEqualTo(180);
  }

  @Test
  void times_of_the_clinic_stand_in_place_of_the_programmes_on_days_off_too() {
    Person person =
        Person.withAnOfficeDay()
            .isAdapted(
                "2026-01-06T06:40",
                new Adaptation.AtTimes(
                    "posture-band", List.of(LocalTime.of(19, 0), LocalTime.of(12, 30))))
            .hasWorn("2026-01-10T13:00", "posture-band", 1800);

    List<PlannedStep> band =
        person.today("2026-01-10T13:05").steps().stream()
            .filter(planned -> planned.step().equals("posture-band"))
            .toList();

    assertThat(band).extracting(PlannedStep::slot).containsExactly("at-1", "at-2");
    assertThat(band)
        .extracting(planned -> planned.dueFrom().toLocalTime())
        .containsExactly(LocalTime.of(12, 30), LocalTime.of(19, 0));
    assertThat(band).extracting(PlannedStep::done).containsExactly(true, false);
  }

  @Test
  void a_pause_asks_for_no_step_until_it_is_over_and_does_not_count_as_missed() {
    Person whole = Person.withAnOfficeDay().does("2026-01-05T07:20", "rolled-towel", 300);
    Person paused =
        Person.withAnOfficeDay()
            .does("2026-01-05T07:20", "rolled-towel", 300)
            .pauses("2026-01-05T08:00");

    Today today = paused.today("2026-01-07T12:00");
    assertThat(today.state()).isInstanceOf(State.Paused.class);
    assertThat(today.steps()).isEmpty();
    assertThat(today.asks()).contains(Today.Ask.RATING);
    assertThat(paused.adherence("2026-01-07T12:00").byStep().get("rolled-towel")).isEqualTo(1.0);
    assertThat(whole.adherence("2026-01-07T12:00").byStep().get("rolled-towel")).isLessThan(0.5);

    paused.resumes("2026-01-08T06:45");
    assertThat(paused.today("2026-01-08T07:00").state()).isInstanceOf(State.Running.class);
    assertThat(paused.adherence("2026-01-08T06:50").byStep().get("rolled-towel")).isEqualTo(1.0);
  }

  @Test
  void the_clinics_pause_holds_whatever_the_person_paused_before_or_dated_before_it() {
    Person person =
        Person.withAnOfficeDay()
            .isPaused("2026-01-06T09:00")
            .pauses("2026-01-05T20:00")
            .pauses("2026-01-06T08:59");

    assertThat(pausedBy(person, "2026-01-05T21:00")).isEmpty();
    assertThat(pausedBy(person, "2026-01-06T10:00")).contains("Dr Kim");
  }

  @Test
  void the_clinic_ends_its_own_pause_and_the_persons_rests_on() {
    Person person =
        Person.withAnOfficeDay()
            .pauses("2026-01-05T20:00")
            .isPaused("2026-01-06T09:00")
            .isLetGoOn("2026-01-08T09:00");

    assertThat(person.today("2026-01-08T10:00").state()).isInstanceOf(State.Paused.class);
    assertThat(pausedBy(person, "2026-01-08T10:00")).isEmpty();

    person.resumes("2026-01-09T06:45");
    assertThat(person.today("2026-01-09T07:00").state()).isInstanceOf(State.Running.class);
    assertThat(person.adherence("2026-01-09T06:50"))
        .isEqualTo(person.adherence("2026-01-05T20:00"));
  }

  private static Optional<String> pausedBy(Person person, String clock) {
    return person.today(clock).state() instanceof State.Paused paused
        ? paused.by()
        : Optional.empty();
  }

  @Test
  void a_stop_that_the_clinic_cleared_lets_the_plan_go_on() {
    Person person =
        Person.withAnOfficeDay().gotWorse("2026-01-06T08:00", FEVER).isCleared("2026-01-08T10:00");

    assertThat(person.today("2026-01-07T08:00").state()).isInstanceOf(State.Stopped.class);
    assertThat(person.today("2026-01-08T10:05").state()).isInstanceOf(State.Running.class);
    assertThat(person.today("2026-01-08T10:05").steps()).isNotEmpty();
  }

  @Test
  void the_days_of_a_stop_that_was_cleared_are_not_counted_as_missed() {
    Person person =
        Person.withAnOfficeDay()
            .does("2026-01-05T07:20", "rolled-towel", 300)
            .gotWorse("2026-01-05T08:00", FEVER)
            .isCleared("2026-01-08T06:40");

    assertThat(person.adherence("2026-01-08T06:50").byStep().get("rolled-towel")).isEqualTo(1.0);
  }

  @Test
  void the_same_answer_given_again_after_it_was_cleared_stops_again() {
    Person person =
        Person.withAnOfficeDay()
            .gotWorse("2026-01-06T08:00", FEVER)
            .isCleared("2026-01-08T10:00")
            .checksTheWeek("2026-01-12T08:00", FEVER);

    assertThat(person.today("2026-01-12T08:05").state()).isInstanceOf(State.Stopped.class);
  }

  @Test
  void an_answer_that_nobody_had_seen_when_another_was_cleared_still_stops() {
    Person person = Person.withAnOfficeDay().gotWorse("2026-01-06T08:00", FEVER);
    person.isCleared("2026-01-08T10:00").gotWorse("2026-01-07T09:00", FEVER);

    assertThat(person.today("2026-01-08T10:05").state()).isInstanceOf(State.Stopped.class);
  }

  @Test
  void what_an_answer_ruled_out_stays_out_when_the_stop_is_cleared() {
    Person person = Person.answering(MidBack.firstAfterFifty());

    assertThat(person.today("2026-01-05T07:00").leftOut())
        .isEqualTo(
            person
                .gotWorse("2026-01-05T08:00", FEVER)
                .isCleared("2026-01-05T09:00")
                .today("2026-01-05T09:05")
                .leftOut());
  }

  @Test
  void a_check_that_stopped_begins_the_trial_when_the_clinic_clears_it() {
    Person person =
        Person.answering(MidBack.harmless().with("infection-signs", MidBack.chosen("fever")));
    assertThat(person.today("2026-01-05T07:00").state()).isInstanceOf(State.Stopped.class);

    person.isCleared("2026-01-08T06:45");

    Today first = person.today("2026-01-08T07:00");
    assertThat(first.state()).isInstanceOf(State.Running.class);
    assertThat(first.day()).isOne();
    person.checksTheWeek("2026-01-15T08:00", MidBack.harmlessWeekly());
    assertThat(person.today("2026-01-15T08:05").day()).isEqualTo(8);
    assertThat(person.today("2026-01-15T08:05").state()).isInstanceOf(State.Running.class);
    person.checksTheWeek("2026-01-22T08:00", FEVER);
    assertThat(person.today("2026-01-22T08:05").state()).isInstanceOf(State.Stopped.class);
  }

  @Test
  void what_was_cleared_of_the_check_stays_cleared_until_it_is_answered_anew() {
    Answers cancer = MidBack.harmless().with("cancer", new Answer.YesNo(true));
    Person person = Person.answering(cancer).isCleared("2026-01-06T08:00");
    Answers others = new Answers(Map.of("infection-signs", MidBack.chosen()));

    person.gotWorse("2026-01-07T08:00", others);
    assertThat(person.today("2026-01-07T08:05").state()).isInstanceOf(State.Running.class);

    person.gotWorse("2026-01-08T08:00", others.with("cancer", new Answer.YesNo(true)));
    assertThat(person.today("2026-01-08T08:05").state()).isInstanceOf(State.Stopped.class);
  }

  private static Routine withoutAids() {
    Routine day = Person.officeDay();
    return new Routine(
        day.wake(),
        day.sleep(),
        day.workStart(),
        day.workEnd(),
        day.workDays(),
        Set.of(),
        day.zone(),
        day.breakMinutes());
  }

  private static List<String> steps(Today today) {
    return today.steps().stream().map(PlannedStep::step).distinct().toList();
  }

  private static PlannedStep first(Today today, String step) {
    return today.steps().stream()
        .filter(planned -> planned.step().equals(step))
        .findFirst()
        .orElseThrow();
  }
}
