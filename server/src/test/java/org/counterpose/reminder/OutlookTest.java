package org.counterpose.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpose.document.Problems;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.journal.Routine;
import org.counterpose.journeys.Journey;
import org.counterpose.library.Library;
import org.counterpose.programme.Programme;
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

  private static final Programme PROGRAMME =
      Library.load(Path.of("..", "programmes"), new Problems())
          .orElseThrow()
          .programme("mid-back")
          .orElseThrow();

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final List<Entry> entries = new ArrayList<>();
  private Wishes wishes = everything();
  private List<Outlook.Appointment> appointments = List.of();

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
    began(zone, change.minusDays(1));
    wishes = only(Kind.RATING, "20:00");
    keepsLogging(zone, change.minusDays(1), 3);

    assertThat(
            sent(change.minusDays(1).atStartOfDay(zone), 3).stream()
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
    began(zone, asked.toLocalDate().minusDays(2));
    wishes = only(Kind.RATING, asked.toLocalTime().toString());

    List<Instant> first =
        sent(asked.toLocalDate().minusDays(1).atTime(12, 0).atZone(zone), 1).stream()
            .filter(reminder -> reminder.occasions().getFirst().endsWith("/rating/1"))
            .map(reminder -> reminder.at().toInstant())
            .toList();

    assertThat(first).containsExactly(expected);
  }

  @Test
  void who_travels_is_reminded_at_the_time_of_where_they_are() {
    LocalDate day = LocalDate.parse("2026-06-01");
    began(NEW_YORK, day);
    wishes = only(Kind.RATING, "20:00");
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Instant landed = day.plusDays(1).atTime(9, 0).atZone(berlin).toInstant();
    entries.add(
        new Entry.RoutineChanged(
            UUID.randomUUID(), landed.atZone(berlin).toOffsetDateTime(), routine(berlin)));

    assertThat(
            sent(day.plusDays(1).atTime(10, 0).atZone(berlin), 1).stream()
                .map(reminder -> reminder.at().toInstant())
                .findFirst())
        .contains(day.plusDays(1).atTime(20, 0).atZone(berlin).toInstant());
  }

  @Test
  void what_is_done_is_not_reminded_of_and_what_is_not_is_once_more() {
    LocalDate day = LocalDate.parse("2026-06-01");
    began(NEW_YORK, day);
    wishes = only(Kind.RATING, "20:00");

    assertThat(times(sent(day.atTime(12, 0).atZone(NEW_YORK), 1)))
        .containsExactly("20:00", "21:30");

    rates(day.atTime(20, 10).atZone(NEW_YORK));
    assertThat(times(sent(day.atTime(12, 0).atZone(NEW_YORK), 1))).containsExactly("20:00");
  }

  @Test
  void steps_and_rating_close_together_are_one_message() {
    LocalDate day = LocalDate.parse("2026-06-01");
    began(NEW_YORK, day);
    wishes =
        new Wishes(
            EnumSet.of(Kind.STEPS, Kind.RATING),
            Set.of(Channel.MAIL),
            List.of(LocalTime.of(19, 45)),
            LocalTime.of(20, 0),
            LocalTime.of(23, 0),
            LocalTime.of(7, 0),
            false,
            Instant.EPOCH);

    Reminder first = sent(day.atTime(12, 0).atZone(NEW_YORK), 1).getFirst();

    assertThat(first.at().toLocalTime()).isEqualTo(LocalTime.of(19, 45));
    assertThat(first.whats()).containsExactly(What.STEPS, What.RATING);
  }

  @Test
  void nothing_comes_in_the_quiet_hours() {
    LocalDate day = LocalDate.parse("2026-06-01");
    began(NEW_YORK, day);
    wishes = everything();
    keepsLogging(NEW_YORK, day, 7);

    assertThat(sent(day.atStartOfDay(NEW_YORK), 7))
        .isNotEmpty()
        .allSatisfy(
            reminder ->
                assertThat(reminder.at().toLocalTime())
                    .isBetween(LocalTime.of(7, 0), LocalTime.of(22, 59)));
  }

  @Test
  void who_is_silent_is_reminded_less_and_less_and_told_when_it_stops() {
    LocalDate day = LocalDate.parse("2026-06-01");
    began(NEW_YORK, day);
    wishes = everything();

    SortedMap<Long, Integer> byDay = new TreeMap<>();
    List<Reminder> all = sent(day.atStartOfDay(NEW_YORK), 25);
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
    began(NEW_YORK, day);
    wishes = everything();
    entries.add(
        new Entry.Paused(
            UUID.randomUUID(),
            day.atTime(8, 0).atZone(NEW_YORK).toOffsetDateTime(),
            Optional.empty(),
            "a cold"));
    Instant visit = day.plusDays(2).atTime(15, 0).atZone(NEW_YORK).toInstant();
    appointments = List.of(new Outlook.Appointment(UUID.randomUUID(), visit));

    List<Reminder> all = sent(day.atTime(9, 0).atZone(NEW_YORK), 4);

    assertThat(all).allMatch(one -> one.whats().equals(Set.of(What.APPOINTMENT)));
    assertThat(all.stream().map(one -> one.at().toLocalDateTime()))
        .containsExactly(day.plusDays(1).atTime(15, 0), day.plusDays(2).atTime(13, 0));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void days_of_a_rest_are_not_counted_as_silent(boolean byTheClinic) {
    LocalDate day = LocalDate.parse("2026-06-01");
    began(NEW_YORK, day);
    wishes = everything();
    ZonedDateTime rested = day.atTime(8, 0).atZone(NEW_YORK);
    ZonedDateTime wentOn = day.plusDays(10).atTime(8, 0).atZone(NEW_YORK);
    if (byTheClinic) {
      UUID worse = UUID.randomUUID();
      entries.add(new Entry.GotWorse(worse, rested.toOffsetDateTime(), unsteady()));
      entries.add(
          new Entry.ClearedByClinic(
              UUID.randomUUID(), wentOn.toOffsetDateTime(), "Dr Lee", "looked", Set.of(worse)));
    } else {
      Optional<String> themselves = Optional.empty();
      entries.add(
          new Entry.Paused(UUID.randomUUID(), rested.toOffsetDateTime(), themselves, "a cold"));
      entries.add(new Entry.Resumed(UUID.randomUUID(), wentOn.toOffsetDateTime(), themselves));
    }

    assertThat(sent(day.atTime(9, 0).atZone(NEW_YORK), 9)).isEmpty();
    assertThat(
            sent(wentOn, 3).stream().map(one -> one.at().toLocalDate()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(day.plusDays(10), day.plusDays(11), day.plusDays(12));
  }

  @Test
  void nothing_but_the_verdict_comes_when_the_trial_is_over_and_that_once() {
    LocalDate day = LocalDate.parse("2026-06-01");
    began(NEW_YORK, day);
    wishes = everything();
    keepsLogging(NEW_YORK, day, 60);

    List<Reminder> after = sent(day.plusDays(29).atStartOfDay(NEW_YORK), 20);
    assertThat(after.stream().filter(one -> !one.whats().equals(Set.of(What.VERDICT)))).isEmpty();
    assertThat(
            sent(day.plusDays(19).atStartOfDay(NEW_YORK), 30).stream()
                .filter(one -> one.whats().contains(What.VERDICT)))
        .hasSizeBetween(1, 2);
  }

  @Test
  void what_was_due_while_the_server_was_down_is_made_up_for_within_two_hours() {
    LocalDate day = LocalDate.parse("2026-06-01");
    began(NEW_YORK, day);
    wishes = only(Kind.RATING, "20:00");
    Instant due = day.atTime(20, 0).atZone(NEW_YORK).toInstant();

    assertThat(at(due.plus(Duration.ofMinutes(70)))).isNotEmpty();
    assertThat(at(due.plus(Duration.ofMinutes(200)))).isEmpty();
  }

  private List<Reminder> at(Instant now) {
    return Outlook.at(journey(now), wishes, appointments, now);
  }

  /** What is sent when it is looked at over and over, as it is known then, each occasion once. */
  private List<Reminder> sent(ZonedDateTime from, int days) {
    List<Reminder> all = new ArrayList<>();
    Set<String> told = new HashSet<>();
    Instant end = from.plusDays(days).toInstant();
    for (Instant now = from.toInstant(); now.isBefore(end); now = now.plusSeconds(900)) {
      for (Reminder reminder : at(now)) {
        // What lies further ahead is looked at again before it is sent.
        boolean goes = reminder.at().toInstant().isBefore(now.plusSeconds(900));
        if (goes) {
          reminder.without(told).ifPresent(all::add);
          told.addAll(reminder.occasions());
        }
      }
    }
    return all;
  }

  private Journey journey(Instant now) {
    List<Entry> known =
        entries.stream()
            .filter(entry -> !entry.at().toInstant().isAfter(now))
            .collect(Collectors.toList());
    return new Journey(UUID.randomUUID(), PROGRAMME, Journal.of(known.isEmpty() ? entries : known));
  }

  private void began(ZoneId zone, LocalDate date) {
    var at = date.atTime(0, 1).atZone(zone).toOffsetDateTime();
    entries.add(
        new Entry.Screened(UUID.randomUUID(), at, PROGRAMME.id(), PROGRAMME.version(), harmless()));
    entries.add(new Entry.Started(UUID.randomUUID(), at, routine(zone)));
  }

  private static Answers unsteady() {
    return new Answers(Map.of("cord-signs", new Answer.Chosen(Set.of("unsteady"))));
  }

  private static Answers harmless() {
    return new Answers(Map.of());
  }

  private static Routine routine(ZoneId zone) {
    return new Routine(
        LocalTime.of(7, 0),
        LocalTime.of(23, 0),
        LocalTime.of(9, 0),
        LocalTime.of(17, 30),
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
        Set.of("towel", "mat", "wobble-disc", "posture-band"),
        zone,
        Optional.empty());
  }

  private void keepsLogging(ZoneId zone, LocalDate from, int days) {
    for (int day = 0; day < days; day++) {
      entries.add(
          new Entry.Worn(
              UUID.randomUUID(),
              from.plusDays(day).atTime(7, 30).atZone(zone).toOffsetDateTime(),
              "posture-band",
              60));
    }
  }

  private void rates(ZonedDateTime at) {
    entries.add(new Entry.Rated(UUID.randomUUID(), at.toOffsetDateTime(), 4, Optional.empty()));
  }

  private static Wishes only(Kind kind, String at) {
    LocalTime never = LocalTime.MIDNIGHT;
    return new Wishes(
        Set.of(kind),
        Set.of(Channel.MAIL),
        List.of(),
        LocalTime.parse(at),
        never,
        never,
        false,
        Instant.EPOCH);
  }

  private static Wishes everything() {
    return new Wishes(
        Set.of(Kind.values()),
        Set.of(Channel.MAIL),
        List.of(),
        LocalTime.of(20, 0),
        LocalTime.of(23, 0),
        LocalTime.of(7, 0),
        false,
        Instant.EPOCH);
  }

  private static List<String> times(List<Reminder> reminders) {
    return reminders.stream().map(one -> one.at().toLocalTime().toString()).toList();
  }
}
