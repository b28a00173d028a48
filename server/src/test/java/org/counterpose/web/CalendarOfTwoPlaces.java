package org.counterpose.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.app.OnTrial;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.AtDesk;
import org.counterpose.booking.Booking;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.FrontDesk;
import org.counterpose.booking.Person;
import org.counterpose.booking.WaitingWish;
import org.counterpose.people.Consent;
import org.counterpose.people.Consents;
import org.counterpose.people.SignedIn;
import org.counterpose.practice.Practice;
import org.counterpose.store.AuditTrail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A clinic of two places, and its staff over HTTP. */
abstract class CalendarOfTwoPlaces {

  static final String CLINIC =
      """
      format: 1
      name: Two places
      zone: America/New_York
      emergency: Call 911
      booking: {startEveryMinutes: 15, leadMinutes: 120, aheadDays: 30}
      places:
        town: {title: In town, address: 1 Example Street}
        lake: {title: By the lake}
      services:
        visit: {title: A visit, minutes: 45, mostRepeats: 4}
      practitioners:
        ben: {title: Ben of the town, services: [visit], places: [town]}
        zoe: {title: Zoe of the lake, services: [visit], places: [lake]}
      hours:
        monday: ["09:00-12:00", "13:00-17:00"]
        tuesday: ["09:00-12:00", "13:00-17:00"]
      """;

  static final Instant NINE = Instant.parse("2026-12-01T14:00:00Z"); // a Tuesday

  static final AtDesk DESK = new AtDesk(Set.of(), (connection, what, journey, detail) -> {});

  @TempDir Path folder;
  SettableClock clock = SettableClock.at("2026-11-30T17:00:00Z");
  Served served;
  String staff;

  @BeforeEach
  void start() throws IOException {
    open(CLINIC);
  }

  private void open(String clinic) throws IOException {
    Files.writeString(folder.resolve("clinic.yaml"), clinic);
    served = Served.in(folder, clock);
    staff = SignedIn.practitioner(practice());
  }

  /** The same clinic with other settings. */
  void reopen(String clinic) throws IOException {
    stop();
    open(clinic);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  Map<String, String> block(String practitioner) {
    return Map.of(
        "practitioner",
        practitioner,
        "from",
        "2026-12-01T13:00",
        "to",
        "2026-12-01T14:00",
        "reason",
        "A talk");
  }

  static Map<String, String> wish(Map<String, String> other) {
    Map<String, String> wish =
        new LinkedHashMap<>(
            Map.of(
                "key",
                UUID.randomUUID().toString(),
                "practitioner",
                "ben",
                "service",
                "visit",
                "at",
                "2026-12-01T09:00",
                "name",
                "Ana",
                "email",
                "",
                "visits",
                "1",
                "weeks",
                "1"));
    wish.putAll(other);
    return wish;
  }

  Served.Answer book(Map<String, String> other) {
    return sent(staff, "/staff/calendar/book", wish(other));
  }

  Served.Answer sent(String cookie, String path, Map<String, String> form) {
    return served.sendForm(cookie, path, form);
  }

  String get(String path) {
    return served.get(path, "Cookie", staff).body();
  }

  String ofTheLake() {
    return SignedIn.practitioner(practice(), "lake");
  }

  Practice practice() {
    return served.server().practice();
  }

  Clinic.Practitioner practitioner(String id) {
    return practice().bookings().clinic().practitioner(id).orElseThrow();
  }

  FrontDesk.Sheet sheet() {
    return practice()
        .bookings()
        .frontDesk()
        .sheet(DESK, LocalDate.parse("2026-11-30"), LocalDate.parse("2027-01-30"));
  }

  List<Appointment> visits(String name) {
    return sheet().appointments().stream()
        .filter(each -> each.person().name().equals(name))
        .sorted(Comparator.comparing(Appointment::start))
        .toList();
  }

  long audited() {
    return new AuditTrail(practice().database()).latest(100).size();
  }

  long audited(String what) {
    return new AuditTrail(practice().database())
        .latest(100).stream().filter(line -> line.what().equals(what)).count();
  }

  Appointment booked(String name, String practitioner, Instant start) {
    return practice().bookings().find(token(name, practitioner, start)).orElseThrow();
  }

  String token(String name, String practitioner, Instant start) {
    return ((Booking.Booked)
            practice()
                .bookings()
                .book(
                    new BookingRequest(
                        UUID.randomUUID().toString(),
                        practitioner,
                        "visit",
                        start,
                        new Person(name, "somebody@example.org"),
                        Optional.empty())))
        .token();
  }

  UUID waits(String name, String practitioner) {
    practice()
        .bookings()
        .waitingList()
        .join(
            new WaitingWish(
                "visit",
                practitioner,
                Optional.empty(),
                LocalDate.parse("2026-11-30"),
                LocalDate.parse("2026-12-31"),
                EnumSet.allOf(DayOfWeek.class),
                0,
                1440,
                new Person(name, "somebody@example.org"),
                Optional.empty()));
    return practice().bookings().waitingList().all().getLast().id();
  }

  /** Somebody who began a trial and shares it with one place. */
  UUID shared(String name, String place) {
    return shared(OnTrial.begun(served), name, place);
  }

  UUID shared(OnTrial person, String name, String place) {
    UUID id = person.journey();
    practice()
        .list()
        .share(
            practice().journeys().shared(id).orElseThrow(),
            place,
            name,
            Consents.giving(id, Consent.SHARE_WITH_CLINIC, clock.instant()));
    return id;
  }
}
