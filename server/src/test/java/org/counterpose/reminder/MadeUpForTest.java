package org.counterpose.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpose.reminder.Somebody.everything;
import static org.counterpose.reminder.Somebody.only;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.counterpose.reminder.Reminder.What;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What still comes of what could not be sent in its time. */
class MadeUpForTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalDate DAY = LocalDate.parse("2026-06-01");

  private final Somebody sam = new Somebody();

  @BeforeEach
  void began() {
    sam.began(ZONE, DAY);
  }

  @Test
  void a_rating_is_made_up_for_within_two_hours() {
    sam.wants(only(Kind.RATING, "12:00"));

    assertThat(sam.at(on(DAY, "13:10"))).isNotEmpty();
    assertThat(sam.at(on(DAY, "15:20"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-06-02T15:00", "2026-06-02T20:30", "2026-06-03T09:00"})
  void a_visit_is_told_of_once_for_as_long_as_it_lies_ahead(LocalDateTime back) {
    sam.wants(only(Kind.APPOINTMENT, "20:00"));
    sam.hasVisitAt(on(DAY.plusDays(2), "15:00"));

    assertThat(sam.at(back.atZone(ZONE).toInstant()))
        .singleElement()
        .satisfies(one -> assertThat(one.until()).isEqualTo(on(DAY.plusDays(2), "14:50")));
  }

  @Test
  void a_visit_that_is_about_to_begin_is_not_told_of_any_more() {
    sam.wants(only(Kind.APPOINTMENT, "20:00"));
    sam.hasVisitAt(on(DAY.plusDays(2), "15:00"));

    assertThat(sam.at(on(DAY.plusDays(2), "14:49"))).isNotEmpty();
    assertThat(sam.at(on(DAY.plusDays(2), "14:50"))).isEmpty();
  }

  @Test
  void both_reminders_of_a_visit_that_are_late_are_one_message() {
    sam.wants(only(Kind.APPOINTMENT, "20:00"));
    sam.hasVisitAt(on(DAY.plusDays(2), "15:00"));

    assertThat(sam.at(on(DAY.plusDays(2), "13:30")))
        .singleElement()
        .satisfies(one -> assertThat(one.occasions()).hasSize(2));
  }

  @Test
  void nobody_is_told_of_what_they_have_only_just_booked() {
    sam.wants(only(Kind.APPOINTMENT, "20:00"));
    Instant booked = on(DAY.plusDays(1), "16:30");
    sam.hasVisitAt(on(DAY.plusDays(2), "15:00"), booked);

    assertThat(sam.sent(booked.atZone(ZONE), 2))
        .singleElement()
        .satisfies(one -> assertThat(one.at().toInstant()).isEqualTo(on(DAY.plusDays(2), "13:00")));
  }

  @Test
  void what_is_late_waits_for_the_end_of_the_quiet_hours_or_does_not_come() {
    sam.wants(everything());
    sam.keepsLogging(ZONE, DAY, 3);
    sam.hasVisitAt(on(DAY.plusDays(2), "15:00"));

    List<Reminder> planned = sam.at(on(DAY.plusDays(2), "06:30"));

    assertThat(planned)
        .allSatisfy(one -> assertThat(one.at().toLocalTime()).isAfterOrEqualTo("07:00"));
    assertThat(planned.getFirst().whats()).contains(What.APPOINTMENT);
    assertThat(sam.at(on(DAY.plusDays(2), "03:00"))).as("later than an hour from now").isEmpty();

    sam.wants(Somebody.wishes(Set.of(Kind.STEPS), List.of(LocalTime.of(22, 30)), Instant.EPOCH));
    assertThat(sam.at(on(DAY, "22:50"))).isNotEmpty();
    assertThat(sam.at(on(DAY, "23:10"))).isEmpty();
  }

  @Test
  void what_waits_may_not_go_as_it_is_once_it_is_quiet() {
    sam.wants(Somebody.wishes(Set.of(Kind.APPOINTMENT), List.of(), Instant.EPOCH));
    sam.hasVisitAt(on(DAY.plusDays(1), "22:00"));

    Reminder told = sam.at(on(DAY, "22:30")).getFirst();

    assertThat(told.standsUntil()).isEqualTo(on(DAY, "23:00"));
    assertThat(told.until()).isEqualTo(on(DAY.plusDays(1), "21:50"));
  }

  @Test
  void steps_that_are_over_hold_up_no_visit_and_do_not_go_along_with_it() {
    sam.wants(
        Somebody.wishes(
            Set.of(Kind.STEPS, Kind.APPOINTMENT), List.of(LocalTime.of(14, 45)), Instant.EPOCH));
    sam.hasVisitAt(on(DAY.plusDays(1), "15:00"));

    Reminder both = sam.at(on(DAY, "15:10")).getFirst();
    assertThat(both.whats()).containsExactly(What.STEPS, What.APPOINTMENT);
    assertThat(both.standsUntil()).isEqualTo(on(DAY, "16:45"));

    assertThat(sam.at(on(DAY, "16:45")))
        .singleElement()
        .satisfies(one -> assertThat(one.whats()).containsExactly(What.APPOINTMENT));
  }

  @Test
  void the_first_and_the_second_of_a_rating_that_are_both_late_are_one_message() {
    sam.wants(only(Kind.RATING, "12:00"));

    assertThat(sam.at(on(DAY, "13:40")))
        .singleElement()
        .satisfies(one -> assertThat(one.occasions()).hasSize(2));
  }

  @Test
  void what_is_close_to_something_told_already_keeps_its_own_time() {
    sam.wants(
        Somebody.wishes(
            Set.of(Kind.STEPS, Kind.RATING), List.of(LocalTime.of(20, 50)), Instant.EPOCH));

    List<Reminder> sent = sam.sent(DAY.atTime(19, 0).atZone(ZONE), 1);

    assertThat(sent.stream().map(one -> one.at().toLocalTime()))
        .startsWith(LocalTime.of(20, 0), LocalTime.of(20, 50));
  }

  @Test
  void new_wishes_lose_nothing_that_is_still_to_come() {
    sam.wants(
        Somebody.wishes(
            Set.of(Kind.STEPS, Kind.RATING), List.of(LocalTime.of(19, 45)), on(DAY, "19:50")));

    Reminder next = sam.at(on(DAY, "19:50")).getFirst();

    assertThat(next.whats()).containsExactly(What.RATING);
    assertThat(next.at().toLocalTime()).isEqualTo(LocalTime.of(20, 0));
  }

  private static Instant on(LocalDate date, String time) {
    return date.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
  }
}
