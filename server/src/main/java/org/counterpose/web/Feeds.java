package org.counterpose.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.counterpose.booking.Clinic;
import org.counterpose.calendar.PersonalCalendar;
import org.counterpose.calendar.PersonalCalendar.Item;
import org.counterpose.journal.Entry;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.Journeys;
import org.counterpose.journeys.ProgrammeNotHere;
import org.counterpose.people.Secret;
import org.counterpose.practice.Practice;
import org.counterpose.programme.Programme;
import org.counterpose.reminder.Ahead;
import org.counterpose.reminder.Reminders;
import org.counterpose.reminder.Wishes;
import org.counterpose.store.KeptAppointment;
import org.counterpose.store.SqlAppointments;
import org.counterpose.store.SqlFeeds;
import org.counterpose.store.SqlLanguages;
import org.counterpose.words.AllWords;
import org.counterpose.words.Words;

/**
 * Persons' calendars, each behind an address that holds a secret of its own: it shows times and
 * opens nothing else.
 */
final class Feeds {

  private final SqlFeeds store;
  private final SqlAppointments appointments;
  private final Journeys journeys;
  private final Reminders reminders;
  private final Clinic clinic;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final AllWords words;
  private final SqlLanguages languages;

  Feeds(Practice practice) {
    this.store = new SqlFeeds(practice.database());
    this.appointments = new SqlAppointments(practice.database());
    this.journeys = practice.journeys();
    this.reminders = practice.reminders();
    this.clinic = practice.bookings().clinic();
    this.clock = practice.clock();
    this.random = practice.random();
    this.words = practice.words();
    this.languages = new SqlLanguages(practice.database());
  }

  boolean has(UUID journey) {
    return store.has(journey);
  }

  /** A new secret for a person's calendar, kept only as its hash; the one before ends. */
  Secret make(UUID journey) {
    Secret secret = Secret.random(random);
    store.put(journey, secret.hash(), clock.instant());
    return secret;
  }

  void end(UUID journey) {
    store.end(journey);
  }

  /** The calendar that a secret opens; empty where it opens none. */
  Optional<String> of(String secret) {
    return store.openedBy(new Secret(secret).hash()).flatMap(this::written);
  }

  private Optional<String> written(UUID id) {
    Words theirs = words.in(languages.of(id));
    try {
      return journeys.in(theirs.language()).shared(id).map(journey -> written(journey, theirs));
    } catch (ProgrammeNotHere e) {
      return Optional.empty();
    }
  }

  private String written(Journey journey, Words words) {
    Instant now = clock.instant();
    Wishes wishes =
        reminders
            .of(journey.id())
            .orElseGet(() -> Wishes.offered(journey.journal().routine(), now));
    List<Item> items = new ArrayList<>();
    Instant changed = changed(journey);
    Ahead.of(journey, wishes, now)
        .forEach(due -> items.add(item(due, journey, wishes, changed, words)));
    appointments.ofJourney(journey.id()).stream()
        .filter(visit -> !visit.cancelled())
        .forEach(visit -> items.add(item(visit, words)));
    return new PersonalCalendar(words.say("feed.name", clinic.name()), items).write();
  }

  /** When something was last logged: the same for the same times, so that the file is too. */
  private static Instant changed(Journey journey) {
    return journey.journal().standing().stream()
        .map(Entry::at)
        .map(at -> at.toInstant())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private Item item(Ahead.Due due, Journey journey, Wishes wishes, Instant changed, Words words) {
    String title =
        switch (due.what()) {
          case WEEKLY_CHECK -> words.say("feed.weekly");
          case VERDICT -> words.say("feed.verdict");
          case STEPS, RATING, APPOINTMENT, LAST -> words.say("feed.step");
        };
    List<String> more = new ArrayList<>();
    if (wishes.stepNames() && !due.steps().isEmpty()) {
      more.add(names(due.steps(), journey.programme()));
    }
    due.until()
        .ifPresent(
            until -> more.add(words.say("feed.until", until.format(words.dates("book.clock")))));
    String id = journey.id() + " " + due.key();
    return new Item(
        UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
        title,
        more.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", more)),
        Optional.empty(),
        due.start(),
        due.end(),
        changed,
        false);
  }

  private static String names(List<String> steps, Programme programme) {
    return steps.stream()
        .map(id -> programme.textIfAny("steps." + id + ".title").orElse(id))
        .collect(Collectors.joining("\n"));
  }

  private Item item(KeptAppointment visit, Words words) {
    return new Item(
        visit.id(),
        words.say("feed.appointment", clinic.name()),
        Optional.empty(),
        clinic
            .place(visit.place())
            .flatMap(Clinic.Place::address)
            .or(() -> clinic.contact().address()),
        visit.start().atZone(clinic.zoneOf(visit.place())),
        visit.end(),
        visit.changedAt(),
        true);
  }
}
