package org.counterpose.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.journal.Routine;
import org.counterpose.plan.Today.Ask;
import org.counterpose.plan.Today.PlannedStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysThatAreNotOrdinaryTest {

  @Test
  void a_time_that_the_clocks_jump_over_moves_forward() {
    Person person =
        Person.starting(
            "2026-03-07T06:00", day("02:30", "21:00", "09:00", "17:00", "America/New_York"));

    assertThat(slot(person.today("2026-03-08T12:00"), "morning"))
        .isEqualTo("2026-03-08T03:40-04:00 to 2026-03-08T05:40-04:00");
  }

  @Test
  void of_a_time_that_comes_twice_the_first_is_meant() {
    Person person =
        Person.starting(
            "2026-10-31T06:00", day("01:20", "21:00", "09:00", "17:00", "America/New_York"));

    assertThat(slot(person.today("2026-11-01T12:00"), "morning"))
        .isEqualTo("2026-11-01T01:30-04:00 to 2026-11-01T02:30-05:00");
  }

  @Test
  void at_lord_howe_the_clocks_jump_half_an_hour() {
    Person person =
        Person.starting(
            "2026-10-03T06:00", day("02:00", "21:00", "09:00", "17:00", "Australia/Lord_Howe"));

    assertThat(slot(person.today("2026-10-04T12:00"), "morning"))
        .isEqualTo("2026-10-04T02:40+11:00 to 2026-10-04T04:40+11:00");
  }

  @Test
  void at_troll_station_they_jump_two_hours() {
    Person person =
        Person.starting(
            "2026-03-28T06:00", day("01:30", "21:00", "09:00", "17:00", "Antarctica/Troll"));

    assertThat(slot(person.today("2026-03-29T12:00"), "morning"))
        .isEqualTo("2026-03-29T03:40+02:00 to 2026-03-29T05:40+02:00");
  }

  @Test
  void in_kathmandu_the_day_turns_at_its_own_quarter_of_an_hour() {
    Person person =
        Person.starting(
            "2026-05-04T06:00", day("07:00", "23:00", "09:00", "17:00", "Asia/Kathmandu"));

    assertThat(
            person.plan().at(person.journal(), Instant.parse("2026-05-04T18:14:59Z")).today().day())
        .isEqualTo(1);
    assertThat(
            person.plan().at(person.journal(), Instant.parse("2026-05-04T18:15:00Z")).today().day())
        .isEqualTo(2);
  }

  @Test
  void where_midnight_comes_twice_the_day_begins_once() {
    // At St John's the clocks went back from 00:01 to 23:01 until 2011.
    Person person =
        Person.starting(
            "2010-11-05T06:00", day("07:00", "23:00", "09:00", "17:00", "America/St_Johns"));
    Instant firstMidnight = Instant.parse("2010-11-07T02:30:00Z");

    for (int minutes = 0; minutes < 180; minutes++) {
      assertThat(
              person
                  .plan()
                  .at(person.journal(), firstMidnight.plusSeconds(60L * minutes))
                  .today()
                  .day())
          .isEqualTo(3);
    }
    assertThat(person.plan().at(person.journal(), firstMidnight.minusSeconds(1)).today().day())
        .isEqualTo(2);
  }

  @Test
  void where_midnight_does_not_exist_the_day_begins_with_the_first_time_that_does() {
    Person person =
        Person.starting(
            "2018-11-03T06:00", day("07:00", "23:00", "09:00", "17:00", "America/Sao_Paulo"));

    assertThat(
            person.plan().at(person.journal(), Instant.parse("2018-11-04T02:59:59Z")).today().day())
        .isEqualTo(1);
    assertThat(
            person.plan().at(person.journal(), Instant.parse("2018-11-04T03:00:00Z")).today().day())
        .isEqualTo(2);
  }

  @Test
  void a_date_that_a_country_skips_asks_for_nothing() {
    // Samoa went from Thursday 29 to Saturday 31 December 2011.
    Person person =
        Person.starting(
            "2011-12-29T06:00", day("07:00", "23:00", "09:00", "17:00", "Pacific/Apia"));
    Instant last = Instant.parse("2011-12-30T09:59:00Z");

    assertThat(person.plan().at(person.journal(), last).today().date())
        .isEqualTo(LocalDate.of(2011, 12, 29));
    assertThat(person.plan().at(person.journal(), last.plusSeconds(60)).today())
        .returns(LocalDate.of(2011, 12, 31), Today::date)
        .returns(3, Today::day);
    Person diligent = person.does("2011-12-29T08:00", "rolled-towel", 300);
    diligent.does("2011-12-29T22:30", "rolled-towel", 300);
    assertThat(diligent.plan().at(diligent.journal(), last.plusSeconds(60)).adherence().byStep())
        .containsEntry("rolled-towel", 1.0);
  }

  @Test
  void who_goes_to_bed_after_midnight_still_rates_the_evening_before() {
    Person person =
        Person.starting(
            "2026-05-04T10:00", day("09:00", "01:00", "11:00", "19:00", "Europe/Madrid"));
    person.rates("2026-05-05T00:40", 4);

    assertThat(person.today("2026-05-05T00:41")).returns(1, Today::day);
    assertThat(person.today("2026-05-05T00:41").asks()).doesNotContain(Ask.RATING);
    assertThat(person.today("2026-05-05T04:59")).returns(1, Today::day);
    assertThat(person.today("2026-05-05T05:00")).returns(2, Today::day);
    assertThat(person.today("2026-05-05T09:00").asks()).contains(Ask.RATING);
  }

  @Test
  void sleep_after_midnight_is_prepared_after_midnight() {
    Person person =
        Person.starting(
            "2026-05-04T10:00", day("09:00", "00:30", "11:00", "19:00", "Europe/Madrid"));

    assertThat(slot(person.today("2026-05-04T12:00"), "night"))
        .isEqualTo("2026-05-04T23:30+02:00 to 2026-05-05T00:30+02:00");
  }

  @Test
  void a_night_at_work_is_one_day_of_the_trial() {
    Person nurse =
        Person.starting(
            "2026-05-04T15:30", day("15:00", "07:00", "22:00", "06:00", "Europe/Madrid"));
    nurse.does("2026-05-05T02:30", "change-position", 120);

    Today atTwo = nurse.today("2026-05-05T02:31");

    assertThat(atTwo).returns(1, Today::day).returns(LocalDate.of(2026, 5, 4), Today::date);
    assertThat(atTwo.steps().stream().filter(PlannedStep::done).map(PlannedStep::slot))
        .containsExactly("break-5");
    assertThat(slot(atTwo, "work")).isEqualTo("2026-05-04T22:00+02:00 to 2026-05-05T06:00+02:00");
    assertThat(slot(atTwo, "after-work"))
        .isEqualTo("2026-05-05T06:15+02:00 to 2026-05-05T07:00+02:00");
  }

  @Test
  void nights_at_work_by_somebody_who_gave_the_hours_of_their_free_days_are_one_day_too() {
    Person guard =
        Person.starting(
            "2026-05-04T12:00", day("07:00", "23:00", "22:00", "06:00", "Europe/Madrid"));

    assertThat(guard.today("2026-05-05T05:00")).returns(1, Today::day);
    assertThat(slot(guard.today("2026-05-05T05:00"), "work"))
        .isEqualTo("2026-05-04T22:00+02:00 to 2026-05-05T06:00+02:00");
  }

  @Test
  void work_that_ends_at_bedtime_leaves_the_last_stretch_before_sleep() {
    Person person =
        Person.starting(
            "2026-05-04T10:00", day("09:00", "23:00", "15:00", "23:00", "Europe/Madrid"));

    assertThat(slot(person.today("2026-05-04T12:00"), "after-work"))
        .isEqualTo("2026-05-04T21:00+02:00 to 2026-05-04T23:00+02:00");
  }

  @ParameterizedTest
  @CsvSource({
    "2020-12-21, 2021-01-03, 14",
    "2026-12-21, 2027-01-04, 15",
    "2024-02-20, 2024-03-01, 11",
    "2026-12-30, 2027-01-19, 21",
  })
  void the_weeks_of_a_trial_are_its_own_whatever_the_calendar_counts(
      String start, String date, int day) {
    Person person = Person.starting(start + "T06:30", Person.officeDay());

    Today today = person.today(date + "T06:40");

    assertThat(today.day()).isEqualTo(day);
    int weeks = (day + 6) / 7;
    assertThat(today.steps().stream().filter(step -> step.slot().equals("night")))
        .singleElement()
        .returns(List.of(300, 360, 480, 600).get(weeks - 1), PlannedStep::seconds);
  }

  @Test
  void who_flies_west_over_the_date_line_lives_a_date_again() {
    Person person =
        Person.starting("2026-05-04T06:00", in("Australia/Sydney"))
            .does("2026-05-06T07:30", "rolled-towel", 300)
            .changesTo("2026-05-06T20:00", in("America/Los_Angeles"));

    Today landed = person.today("2026-05-06T09:00");

    assertThat(landed).returns(LocalDate.of(2026, 5, 6), Today::date).returns(3, Today::day);
    assertThat(landed.steps().stream().filter(PlannedStep::done).map(PlannedStep::slot))
        .containsExactly("morning");
  }

  @Test
  void who_flies_over_it_the_other_way_is_not_blamed_for_the_date_they_lost() {
    Person person =
        Person.starting("2026-05-04T06:00", in("America/Los_Angeles"))
            .does("2026-05-04T07:30", "rolled-towel", 300)
            .does("2026-05-04T22:30", "rolled-towel", 300)
            .changesTo("2026-05-04T23:30", in("Australia/Sydney"))
            .does("2026-05-05T22:30", "rolled-towel", 300);

    Today landed = person.today("2026-05-06T06:00");

    assertThat(landed.day()).isEqualTo(3);
    assertThat(person.adherence("2026-05-06T06:00").byStep()).containsEntry("rolled-towel", 1.0);
  }

  @Test
  void a_telephone_that_tells_universal_time_rates_the_persons_own_day() {
    Person person = Person.withAnOfficeDay();
    Entry evening =
        new Entry.Rated(
            new UUID(7, 7), OffsetDateTime.parse("2026-01-06T02:00:00Z"), 5, Optional.empty());
    Journal journal = person.journal().with(evening);

    Today today = person.plan().at(journal, person.when("2026-01-05T21:05")).today();

    assertThat(today.day()).isEqualTo(1);
    assertThat(today.asks()).doesNotContain(Ask.RATING);
  }

  @Test
  void a_telephone_that_runs_some_minutes_ahead_is_believed_at_once() {
    Person person = Person.withAnOfficeDay().does("2026-01-05T07:39", "rolled-towel", 300);

    assertThat(person.today("2026-01-05T07:30").done()).isEqualTo(1);
  }

  private static Routine in(String zone) {
    return day("07:00", "23:00", "09:00", "17:30", zone);
  }

  private static Routine day(
      String wake, String sleep, String workStart, String workEnd, String zone) {
    return new Routine(
        LocalTime.parse(wake),
        LocalTime.parse(sleep),
        LocalTime.parse(workStart),
        LocalTime.parse(workEnd),
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
        Person.officeDay().aids(),
        ZoneId.of(zone),
        Optional.empty());
  }

  private static String slot(Today today, String slot) {
    PlannedStep planned =
        today.steps().stream().filter(step -> step.slot().equals(slot)).findFirst().orElseThrow();
    return planned.dueFrom().toOffsetDateTime() + " to " + planned.dueTo().toOffsetDateTime();
  }
}
