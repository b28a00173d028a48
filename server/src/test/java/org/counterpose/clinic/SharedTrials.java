package org.counterpose.clinic;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.app.NothingToReport;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Routine;
import org.counterpose.journeys.Begun;
import org.counterpose.journeys.Journey;
import org.counterpose.people.Role;
import org.counterpose.people.Staff;
import org.counterpose.practice.Practice;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;
import org.counterpose.store.Also;
import org.counterpose.store.AuditTrail;
import org.counterpose.store.ListQuery;
import org.counterpose.store.ListRow;
import org.counterpose.store.SqlClinicList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A clinic with a real store, and persons who share their trials with it. */
abstract class SharedTrials {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  static final Staff KIM =
      new Staff(UUID.randomUUID(), "Dr Kim", Role.PRACTITIONER, Optional.empty(), Set.of());

  private static final Answer NONE = new Answer.Chosen(Set.of());
  private static final Answer NO = new Answer.YesNo(false);

  @TempDir Path folder;
  SettableClock clock;
  Served served;
  Practice practice;
  ClinicList list;
  SqlClinicList rows;
  Care care;
  AuditTrail trail;

  @BeforeEach
  void open() {
    clock = SettableClock.at("2026-11-23T15:00:00Z");
    served = Served.in(folder, clock);
    practice = served.server().practice();
    list = practice.list();
    rows = new SqlClinicList(practice.database());
    care = new Care(practice.journeys(), clock, UUID::randomUUID);
    trail = practice.people().audit();
  }

  @AfterEach
  void close() {
    served.close();
  }

  void goOn(Duration time) {
    clock.goOn(time);
  }

  /** The list once the server has summed it up, as it does every few seconds. */
  List<String> names() {
    list.sumUpAll();
    return page(Optional.empty(), "", 100).stream().map(ListRow::name).toList();
  }

  List<ListRow> page(Optional<ListQuery.Mark> after, String search, int limit) {
    return list.page(
        new ListQuery(Set.of(), Optional.empty(), Optional.empty(), search, after, limit));
  }

  ListRow row(Shared person) {
    return list.rowNow(person.journey()).orElseThrow();
  }

  /** Whether somebody looked at it, for each stop of a person, the oldest first. */
  List<Boolean> looks(Shared person) {
    return rows.stops(Set.of()).stream()
        .filter(stop -> stop.journey().equals(person.id()))
        .map(stop -> stop.lookedAt().isPresent())
        .toList();
  }

  String reason(Shared person) {
    list.sumUpAll();
    return list.row(person.id()).orElseThrow().facts().reason();
  }

  /** Writes to a person whose page is open, and so answers what it shows. */
  void note(Shared person, String text) {
    care.note(person.journey(), KIM, text, list.waiting(person.journey()));
  }

  /** Somebody opens the page of a person. */
  void seen(Shared person) {
    list.seen(person.id(), "Dr Kim", clock.instant(), Also.NOTHING);
  }

  Also audit(String what, Shared person) {
    var line =
        new org.counterpose.store.AuditLine(
            clock.instant(), Optional.empty(), "Dr Kim", what, Optional.of(person.id()), "");
    return connection -> AuditTrail.add(connection, line);
  }

  Shared begins(String name) {
    return begins(name, "mid-back", NothingToReport.answers());
  }

  Shared begins(String name, String programmeId, Answers answers) {
    Programme programme = practice.library().programme(programmeId).orElseThrow();
    if (practice.journeys().begin(programme, answers, day()) instanceof Begun.Started started) {
      list.share(started.journey(), "main", name, Also.NOTHING);
      return new Shared(started.journey().id(), started.key());
    }
    throw new AssertionError("refused");
  }

  /** Somebody whom the check stopped and who sent its answers to the clinic. */
  Shared waits(String name) {
    Programme programme = practice.library().programme("mid-back").orElseThrow();
    Answers cancer = NothingToReport.answers().with("cancer", new Answer.YesNo(true));
    Begun.Started begun =
        practice.journeys().waitForClinic(programme, cancer, day(), journey -> Also.NOTHING);
    list.share(begun.journey(), "main", name, Also.NOTHING);
    return new Shared(begun.journey().id(), begun.key());
  }

  static Routine day() {
    return new Routine(
        LocalTime.of(7, 0),
        LocalTime.of(23, 0),
        LocalTime.of(9, 0),
        LocalTime.of(17, 30),
        Set.of(java.time.DayOfWeek.MONDAY),
        Set.of("towel", "mat"),
        NEW_YORK,
        Optional.empty());
  }

  /** Somebody on the list. */
  final class Shared {
    private final UUID id;
    private final String key;

    Shared(UUID id, String key) {
      this.id = id;
      this.key = key;
    }

    /** The {@code Cookie} header of their own device. */
    String cookie() {
      return "journey=" + id + "." + key;
    }

    UUID id() {
      return id;
    }

    Journey journey() {
      return practice.journeys().shared(id).orElseThrow();
    }

    void rates(int pain) {
      add(new Entry.Rated(UUID.randomUUID(), at(), pain, Optional.empty()));
    }

    void doesTheTowel() {
      add(new Entry.SessionDone(UUID.randomUUID(), at(), "rolled-towel", 600, List.of()));
    }

    void asks(String text) {
      asked(Duration.ZERO, text);
    }

    /** A question told now and dated some time ago. */
    void asked(Duration ago, String text) {
      add(new Entry.Asked(UUID.randomUUID(), at().minus(ago), text));
    }

    void stopsForPain() {
      stoppedForPain(Duration.ZERO);
    }

    void stoppedForPain(Duration ago) {
      add(
          new Entry.SessionStopped(
              UUID.randomUUID(), at().minus(ago), "rolled-towel", Entry.Why.PAIN));
    }

    void pauses(Duration ago) {
      add(new Entry.Paused(UUID.randomUUID(), at().minus(ago), Optional.empty(), "A trip"));
    }

    /** As a device tells it whose clock runs ahead. */
    void resumesIn(Duration ahead) {
      add(new Entry.Resumed(UUID.randomUUID(), at().plus(ahead), Optional.empty()));
    }

    Entry resuming() {
      return new Entry.Resumed(UUID.randomUUID(), at(), Optional.empty());
    }

    void saysItGotWorse() {
      add(new Entry.GotWorse(UUID.randomUUID(), at(), weekly(NONE)));
    }

    void isNewlyUnsteady() {
      add(
          new Entry.GotWorse(
              UUID.randomUUID(), at(), weekly(new Answer.Chosen(Set.of("unsteady")))));
    }

    /** The same, told now and dated some time ago. */
    void wasUnsteady(Duration ago) {
      add(
          new Entry.GotWorse(
              UUID.randomUUID(), at().minus(ago), weekly(new Answer.Chosen(Set.of("unsteady")))));
    }

    void hasACancerHistory() {
      add(
          new Entry.GotWorse(
              UUID.randomUUID(), at(), weekly(Map.of("cancer", new Answer.YesNo(true)))));
    }

    void tellsOfCancerInTheWeeklyQuestions() {
      Answers answers = weekly(Map.of("cancer", new Answer.YesNo(true)));
      add(new Entry.WeeklyCheck(UUID.randomUUID(), at(), answers, List.of(), Optional.empty()));
    }

    void hasChestPain() {
      Answer chestPain = new Answer.Chosen(Set.of("chest-pain"));
      add(
          new Entry.GotWorse(
              UUID.randomUUID(), at(), weekly(Map.of("emergency-signs", chestPain))));
    }

    private Answers weekly(Answer cordSigns) {
      return weekly(Map.of("cord-signs", cordSigns));
    }

    private Answers weekly(Map<String, Answer> but) {
      Map<String, Answer> answers = new HashMap<>();
      for (String signs :
          List.of("emergency-signs", "cord-signs", "infection-signs", "serious-signs")) {
        answers.put(signs, NONE);
      }
      answers.put("cancer", NO);
      answers.putAll(but);
      return new Answers(answers);
    }

    private OffsetDateTime at() {
      return clock.instant().atZone(NEW_YORK).toOffsetDateTime();
    }

    private void add(Entry entry) {
      practice.journeys().append(journey(), List.of(entry));
    }
  }
}
