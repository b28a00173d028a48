package org.counterpose.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpose.reminder.Somebody.everything;
import static org.counterpose.reminder.Somebody.only;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpose.journal.Entry;
import org.counterpose.programme.Side;
import org.counterpose.reminder.Reminder.What;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;
import org.counterpose.store.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes when, looked at every 45 minutes as the server does, and each occasion once. */
class OutlookTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final Somebody sam = new Somebody();

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2026-03-08",
    "America/New_York, 2026-11-01",
    "Europe/Berlin, 2026-03-29",
    "Europe/Berlin, 2026-10-25",
    "Australia/Sydney, 2026-04-05",
    "Australia/Sydney, 2026-10-04"
  })
  void the_clocks_change_and_the_rating_still_comes_at_eight_on_the_persons_clock(
      ZoneId zone, LocalDate change) {
    sam.began(zone, change.minusDays(1));
    sam.wants(only(Kind.RATING, "20:00"));
    sam.keepsLogging(zone, change.minusDays(1), 3);

    assertThat(
            sam.sent(change.minusDays(1).atStartOfDay(zone), 3).stream()
                .filter(reminder -> reminder.occasions().getFirst().endsWith("/1"))
                .map(reminder -> reminder.at().toLocalDateTime()))
        .containsExactly(
            change.minusDays(1).atTime(20, 0),
            change.atTime(20, 0),
            change.plusDays(1).atTime(20, 0));
  }

  @ParameterizedTest
  @CsvSource({
    // a time that the clocks leave out comes at the end of what they leave out
    "America/New_York, 2026-03-08T02:30, 2026-03-08T07:00:00Z",
    "Europe/Berlin, 2026-03-29T02:30, 2026-03-29T01:00:00Z",
    "Australia/Sydney, 2026-10-04T02:30, 2026-10-03T16:00:00Z",
    // one that they show twice comes at the first
    "America/New_York, 2026-11-01T01:30, 2026-11-01T05:30:00Z",
    "Europe/Berlin, 2026-10-25T02:30, 2026-10-25T00:30:00Z",
    "Australia/Sydney, 2026-04-05T02:30, 2026-04-04T15:30:00Z"
  })
  void a_time_in_the_gap_comes_at_its_end_and_one_in_the_overlap_once(
      ZoneId zone, LocalDateTime asked, Instant expected) {
    sam.began(zone, asked.toLocalDate().minusDays(2));
    sam.wants(only(Kind.RATING, asked.toLocalTime().toString()));

    List<Instant> first =
        sam.sent(asked.toLocalDate().minusDays(1).atTime(12, 0).atZone(zone), 1).stream()
            .filter(reminder -> reminder.occasions().getFirst().endsWith("/rating/1"))
            .map(reminder -> reminder.at().toInstant())
            .toList();

    assertThat(first).containsExactly(expected);
  }

  @Test
  void who_travels_is_reminded_at_the_time_of_where_they_are() {
    LocalDate day = LocalDate.parse("2026-06-01");
    sam.began(NEW_YORK, day);
    sam.wants(only(Kind.RATING, "20:00"));
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Instant landed = day.plusDays(1).atTime(9, 0).atZone(berlin).toInstant();
    sam.tells(
        new Entry.RoutineChanged(
            UUID.randomUUID(), landed.atZone(berlin).toOffsetDateTime(), Somebody.routine(berlin)));

    assertThat(
            sam.sent(day.plusDays(1).atTime(10, 0).atZone(berlin), 1).stream()
                .map(reminder -> reminder.at().toInstant())
                .findFirst())
        .contains(day.plusDays(1).atTime(20, 0).atZone(berlin).toInstant());
  }

  @Test
  void who_flies_west_is_not_told_twice_of_one_day() {
    LocalDate day = LocalDate.parse("2026-06-01");
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    sam.began(berlin, day);
    sam.wants(only(Kind.RATING, "20:00"));
    ZonedDateTime landed = day.atTime(17, 0).atZone(NEW_YORK);
    sam.tells(
        new Entry.RoutineChanged(
            UUID.randomUUID(), landed.toOffsetDateTime(), Somebody.routine(NEW_YORK)));

    assertThat(
            sam.sent(day.atTime(12, 0).atZone(berlin), 1).stream().map(one -> one.at().toInstant()))
        .startsWith(day.atTime(20, 0).atZone(berlin).toInstant())
        .doesNotContain(day.atTime(20, 0).atZone(NEW_YORK).toInstant());
  }

  @Test
  void what_is_done_is_not_reminded_of_and_what_is_not_is_once_more() {
    LocalDate day = LocalDate.parse("2026-06-01");
    sam.began(NEW_YORK, day);
    sam.wants(only(Kind.RATING, "20:00"));

    assertThat(times(sam.sent(day.atTime(12, 0).atZone(NEW_YORK), 1)))
        .containsExactly("20:00", "21:30");

    sam.rates(day.atTime(20, 10).atZone(NEW_YORK));
    assertThat(times(sam.sent(day.atTime(12, 0).atZone(NEW_YORK), 1))).containsExactly("20:00");
  }

  @Test
  void steps_and_rating_close_together_are_one_message() {
    LocalDate day = LocalDate.parse("2026-06-01");
    sam.began(NEW_YORK, day);
    sam.wants(
        new Wishes(
            EnumSet.of(Kind.STEPS, Kind.RATING),
            Set.of(Channel.MAIL),
            List.of(LocalTime.of(19, 45)),
            LocalTime.of(20, 0),
            LocalTime.of(23, 0),
            LocalTime.of(7, 0),
            false,
            Instant.EPOCH));

    Reminder first = sam.sent(day.atTime(12, 0).atZone(NEW_YORK), 1).getFirst();

    assertThat(first.at().toLocalTime()).isEqualTo(LocalTime.of(19, 45));
    assertThat(first.whats()).containsExactly(What.STEPS, What.RATING);
  }

  @Test
  void nothing_comes_in_the_quiet_hours() {
    LocalDate day = LocalDate.parse("2026-06-01");
    sam.began(NEW_YORK, day);
    sam.wants(everything());
    sam.keepsLogging(NEW_YORK, day, 7);

    assertThat(sam.sent(day.atStartOfDay(NEW_YORK), 7))
        .isNotEmpty()
        .allSatisfy(
            reminder ->
                assertThat(reminder.at().toLocalTime())
                    .isBetween(LocalTime.of(7, 0), LocalTime.of(22, 59)));
  }

  @Test
  void who_is_silent_is_reminded_less_and_less_and_told_when_it_stops() {
    LocalDate day = LocalDate.parse("2026-06-01");
    sam.began(NEW_YORK, day);
    sam.wants(everything());

    SortedMap<Long, Integer> byDay = new TreeMap<>();
    List<Reminder> all = sam.sent(day.atStartOfDay(NEW_YORK), 25);
    all.stream()
        .filter(reminder -> !reminder.whats().equals(Set.of(What.VERDICT)))
        .forEach(
            reminder ->
                byDay.merge(
                    Duration.between(day.atStartOfDay(), reminder.at().toLocalDate().atStartOfDay())
                        .toDays(),
                    1,
                    Integer::sum));

    assertThat(byDay.keySet()).containsExactly(0L, 1L, 2L, 4L, 6L, 8L, 14L, 21L);
    assertThat(byDay.tailMap(3L).values()).containsOnly(1);
    assertThat(all.stream().filter(one -> one.whats().contains(What.LAST))).hasSize(1);
  }

  @Test
  void nothing_but_appointments_comes_while_the_plan_rests() {
    LocalDate day = LocalDate.parse("2026-06-01");
    sam.began(NEW_YORK, day);
    sam.wants(everything());
    sam.tells(
        new Entry.Paused(
            UUID.randomUUID(),
            day.atTime(8, 0).atZone(NEW_YORK).toOffsetDateTime(),
            Optional.empty(),
            "a cold"));
    Instant visit = day.plusDays(2).atTime(15, 0).atZone(NEW_YORK).toInstant();
    sam.hasVisitAt(visit);

    List<Reminder> all = sam.sent(day.atTime(9, 0).atZone(NEW_YORK), 4);

    assertThat(all).allMatch(one -> one.whats().equals(Set.of(What.APPOINTMENT)));
    assertThat(all.stream().map(one -> one.at().toLocalDateTime()))
        .containsExactly(day.plusDays(1).atTime(15, 0), day.plusDays(2).atTime(13, 0));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void days_of_a_rest_are_not_counted_as_silent(boolean byTheClinic) {
    LocalDate day = LocalDate.parse("2026-06-01");
    sam.began(NEW_YORK, day);
    sam.wants(everything());
    ZonedDateTime rested = day.atTime(8, 0).atZone(NEW_YORK);
    ZonedDateTime wentOn = day.plusDays(10).atTime(8, 0).atZone(NEW_YORK);
    if (byTheClinic) {
      UUID worse = UUID.randomUUID();
      sam.tells(new Entry.GotWorse(worse, rested.toOffsetDateTime(), unsteady()));
      sam.tells(
          new Entry.ClearedByClinic(
              UUID.randomUUID(), wentOn.toOffsetDateTime(), "Dr Lee", "looked", Set.of(worse)));
    } else {
      Optional<String> themselves = Optional.empty();
      sam.tells(
          new Entry.Paused(UUID.randomUUID(), rested.toOffsetDateTime(), themselves, "a cold"));
      sam.tells(new Entry.Resumed(UUID.randomUUID(), wentOn.toOffsetDateTime(), themselves));
    }

    assertThat(sam.sent(day.atTime(9, 0).atZone(NEW_YORK), 9)).isEmpty();
    assertThat(
            sam.sent(wentOn, 3).stream()
                .map(one -> one.at().toLocalDate())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(day.plusDays(10), day.plusDays(11), day.plusDays(12));
  }

  @Test
  void nothing_but_the_verdict_comes_when_the_trial_is_over_and_that_once() {
    LocalDate day = LocalDate.parse("2026-06-01");
    sam.began(NEW_YORK, day);
    sam.wants(everything());
    sam.keepsLogging(NEW_YORK, day, 60);

    List<Reminder> after = sam.sent(day.plusDays(29).atStartOfDay(NEW_YORK), 20);
    assertThat(after.stream().filter(one -> !one.whats().equals(Set.of(What.VERDICT)))).isEmpty();
    assertThat(
            sam.sent(day.plusDays(19).atStartOfDay(NEW_YORK), 30).stream()
                .filter(one -> one.whats().contains(What.VERDICT)))
        .hasSizeBetween(1, 2);
  }

  @Test
  void who_is_silent_is_reminded_of_nothing_that_they_did_not_choose() {
    LocalDate day = LocalDate.parse("2026-06-01");
    sam.began(NEW_YORK, day);

    sam.wants(only(Kind.APPOINTMENT, "20:00"));
    assertThat(sam.sent(day.atStartOfDay(NEW_YORK), 25)).isEmpty();

    sam.wants(only(Kind.RATING, "20:00"));
    assertThat(sam.sent(day.atStartOfDay(NEW_YORK), 25))
        .isNotEmpty()
        .allMatch(one -> one.whats().equals(Set.of(What.RATING)) || isLast(one));

    sam.wants(only(Kind.WEEKLY_CHECK, "20:00"));
    assertThat(sam.sent(day.atStartOfDay(NEW_YORK), 25))
        .isNotEmpty()
        .allMatch(one -> one.whats().equals(Set.of(What.WEEKLY_CHECK)) || isLast(one));
  }

  @Test
  void a_step_that_is_done_is_not_reminded_of() {
    LocalDate day = LocalDate.parse("2026-06-01");
    sam.began(NEW_YORK, day);
    sam.wants(Somebody.wishes(Set.of(Kind.STEPS), List.of(), Instant.EPOCH));
    assertThat(steps(sam.sent(day.atStartOfDay(NEW_YORK), 1))).contains("thread-the-needle");

    sam.tells(
        new Entry.SessionDone(
            UUID.randomUUID(),
            day.atTime(6, 30).atZone(NEW_YORK).toOffsetDateTime(),
            "thread-the-needle",
            600,
            List.of(Side.LEFT, Side.RIGHT)));

    assertThat(steps(sam.sent(day.atStartOfDay(NEW_YORK), 1)))
        .isNotEmpty()
        .doesNotContain("thread-the-needle");
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2026-03-08",
    "America/New_York, 2026-11-01",
    "Europe/Berlin, 2026-03-29",
    "Europe/Berlin, 2026-10-25",
    "Australia/Sydney, 2026-04-05",
    "Australia/Sydney, 2026-10-04"
  })
  void a_visit_on_the_day_of_a_change_is_told_of_at_the_same_time_of_the_day_before(
      ZoneId zone, LocalDate change) {
    sam.began(zone, change.minusDays(3));
    sam.wants(only(Kind.APPOINTMENT, "20:00"));
    sam.hasVisitAt(change.atTime(15, 0).atZone(zone).toInstant());

    assertThat(
            sam.sent(change.minusDays(2).atStartOfDay(zone), 3).stream()
                .map(one -> one.at().toLocalDateTime()))
        .containsExactly(change.minusDays(1).atTime(15, 0), change.atTime(13, 0));
  }

  private static boolean isLast(Reminder reminder) {
    return reminder.whats().equals(Set.of(What.LAST));
  }

  private static Set<String> steps(List<Reminder> reminders) {
    return reminders.stream()
        .flatMap(one -> one.parts().stream())
        .flatMap(part -> part.steps().stream())
        .collect(Collectors.toSet());
  }

  private static Answers unsteady() {
    return new Answers(Map.of("cord-signs", new Answer.Chosen(Set.of("unsteady"))));
  }

  private static List<String> times(List<Reminder> reminders) {
    return reminders.stream().map(one -> one.at().toLocalTime().toString()).toList();
  }
}
