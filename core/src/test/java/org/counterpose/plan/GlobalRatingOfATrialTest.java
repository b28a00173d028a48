package org.counterpose.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpose.verdict.GlobalRating;
import org.junit.jupiter.api.Test;

/** A person who starts on Monday 5 January: week 3 begins on the 19th, week 4 on the 26th. */
class GlobalRatingOfATrialTest {

  private final Person person = Person.withAnOfficeDay();

  @Test
  void what_was_said_in_the_first_two_weeks_is_too_early() {
    person.checksTheWeek("2026-01-12T08:00", 4).checksTheWeek("2026-01-18T23:00", 5);

    assertThat(person.otherMeasures("2026-01-25T20:00").globalRating()).isEmpty();
  }

  @Test
  void the_last_one_of_weeks_three_and_four_counts() {
    person.checksTheWeek("2026-01-19T08:00", 1);
    assertThat(person.otherMeasures("2026-01-25T20:00").globalRating())
        .contains(new GlobalRating(15, 1));

    person.checksTheWeek("2026-01-26T08:00", 3);
    assertThat(person.otherMeasures("2026-01-25T20:00").globalRating())
        .contains(new GlobalRating(15, 1));
    assertThat(person.otherMeasures("2026-02-01T20:00").globalRating())
        .contains(new GlobalRating(22, 3));
  }

  @Test
  void who_rather_does_not_say_takes_nothing_back() {
    person
        .checksTheWeek("2026-01-19T08:00", -2)
        .checksTheWeek("2026-01-26T08:00", null, "Driving 3");

    assertThat(person.otherMeasures("2026-02-01T20:00").globalRating())
        .contains(new GlobalRating(15, -2));
  }

  @Test
  void what_is_said_after_the_last_day_does_not_count() {
    person.checksTheWeek("2026-01-26T08:00", 2).checksTheWeek("2026-02-02T08:00", -5);

    assertThat(person.otherMeasures("2026-02-03T20:00").globalRating())
        .contains(new GlobalRating(22, 2));
  }
}
