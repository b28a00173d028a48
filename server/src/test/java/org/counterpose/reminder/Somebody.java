package org.counterpose.reminder;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
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
import java.util.UUID;
import org.counterpose.document.Problems;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.journal.Routine;
import org.counterpose.journeys.Journey;
import org.counterpose.library.Library;
import org.counterpose.plan.Plan;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Answers;
import org.counterpose.store.Channel;

/** Somebody on a trial, what they told and want, and what they are reminded of. */
final class Somebody {

  static final Programme PROGRAMME =
      Library.load(Path.of("..", "programmes"), new Problems())
          .orElseThrow()
          .programme("mid-back")
          .orElseThrow();

  private final UUID id = UUID.randomUUID();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Outlook.Appointment> appointments = new ArrayList<>();
  private Wishes wishes = everything();

  void began(ZoneId zone, LocalDate date) {
    var at = date.atTime(0, 1).atZone(zone).toOffsetDateTime();
    Answers harmless = new Answers(Map.of());
    tells(new Entry.Screened(UUID.randomUUID(), at, PROGRAMME.id(), PROGRAMME.version(), harmless));
    tells(new Entry.Started(UUID.randomUUID(), at, routine(zone)));
  }

  void tells(Entry entry) {
    entries.add(entry);
  }

  void wants(Wishes wanted) {
    wishes = wanted;
  }

  /** A visit that was booked long ago. */
  void hasVisitAt(Instant start) {
    hasVisitAt(start, Instant.EPOCH);
  }

  void hasVisitAt(Instant start, Instant booked) {
    appointments.add(new Outlook.Appointment(UUID.randomUUID(), start, booked));
  }

  void keepsLogging(ZoneId zone, LocalDate from, int days) {
    for (int day = 0; day < days; day++) {
      tells(
          new Entry.Worn(
              UUID.randomUUID(),
              from.plusDays(day).atTime(7, 30).atZone(zone).toOffsetDateTime(),
              "posture-band",
              60));
    }
  }

  void rates(ZonedDateTime at) {
    tells(new Entry.Rated(UUID.randomUUID(), at.toOffsetDateTime(), 4, Optional.empty()));
  }

  /** What is planned at a moment, where nothing was sent before. */
  List<Reminder> at(Instant now) {
    return at(now, Set.of());
  }

  private List<Reminder> at(Instant now, Set<String> told) {
    return Outlook.at(journey(now), wishes, appointments, now).besides(told);
  }

  /** What is sent when it is looked at over and over, as it is known then, each occasion once. */
  List<Reminder> sent(ZonedDateTime from, int days) {
    List<Reminder> all = new ArrayList<>();
    Set<String> told = new HashSet<>();
    Instant end = from.plusDays(days).toInstant();
    for (Instant now = from.toInstant(); now.isBefore(end); now = now.plusSeconds(900)) {
      for (Reminder reminder : at(now, told)) {
        // What lies further ahead is looked at again before it is sent.
        if (reminder.at().toInstant().isBefore(now.plusSeconds(900))) {
          all.add(reminder);
          told.addAll(reminder.occasions());
        }
      }
    }
    return all;
  }

  private Journey journey(Instant now) {
    List<Entry> known =
        entries.stream().filter(entry -> !entry.at().toInstant().isAfter(now)).toList();
    return new Journey(id, new Plan(PROGRAMME), Journal.of(known.isEmpty() ? entries : known));
  }

  static Routine routine(ZoneId zone) {
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

  /** One kind alone at a time of the day, and no quiet hours. */
  static Wishes only(Kind kind, String at) {
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

  /** All kinds, the steps at the times of the plan, and quiet from eleven to seven. */
  static Wishes everything() {
    return wishes(Set.of(Kind.values()), List.of(), Instant.EPOCH);
  }

  /** Some kinds, the rating at eight in the evening, and quiet from eleven to seven. */
  static Wishes wishes(Set<Kind> kinds, List<LocalTime> stepTimes, Instant since) {
    return new Wishes(
        kinds,
        Set.of(Channel.MAIL),
        stepTimes,
        LocalTime.of(20, 0),
        LocalTime.of(23, 0),
        LocalTime.of(7, 0),
        false,
        since);
  }
}
