package org.counterpose.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.RecurrenceId;
import org.counterpose.app.SettableClock;
import org.counterpose.booking.Booking;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Bookings;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.Clinics;
import org.counterpose.booking.Person;
import org.counterpose.booking.Planned;
import org.counterpose.booking.SeriesBooking;
import org.counterpose.store.Database;
import org.counterpose.store.SqlAppointments;
import org.counterpose.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitLettersTest {

  /** When each year's series are booked. */
  private static final Map<String, String> YEARS =
      Map.of(
          "2026", "2026-09-01T00:00:00Z",
          "2027", "2027-01-10T00:00:00Z",
          "2028", "2028-01-10T00:00:00Z");

  @TempDir Path folder;
  SettableClock clock = SettableClock.at("2026-11-20T12:00:00Z");
  Database database;
  Bookings bookings;
  List<VisitLetter> letters = new ArrayList<>();

  @BeforeEach
  void open() {
    openIn("America/New_York", "2026-11-20T12:00:00Z");
  }

  /** Moves the clinic to another zone and another day. */
  void open(String zone, String now) {
    database.close();
    openIn(zone, now);
  }

  private void openIn(String zone, String now) {
    clock = SettableClock.at(now);
    database = Database.open(folder.resolve(UUID.randomUUID().toString()));
    Clinic clinic =
        Clinics.read(
            """
            format: 1
            name: Clinic by the wall
            zone: %s
            emergency: Call
            contact: {phone: "+1 555 0100", email: desk@clinic.example, address: 1 Example Street}
            booking: {startEveryMinutes: 30, leadMinutes: 0, aheadDays: 366}
            services:
              visit: {title: Visit, minutes: 30}
            practitioners:
              ana: {title: Ana, services: [visit]}
            hours:
              monday: ["00:00-24:00"]
              tuesday: ["00:00-24:00"]
              sunday: ["00:00-24:00"]
            """
                .formatted(zone));
    bookings =
        new Bookings(
            clinic,
            new SqlAppointments(database),
            clock,
            UUID::randomUUID,
            new SecureRandom(),
            new VisitLetters(
                clinic,
                Words.load("en"),
                clock,
                () -> URI.create("https://clinic.example"),
                (connection, letter) -> letters.add(letter)));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2026-10-05T09:00",
    "America/New_York, 2028-02-21T09:00",
    "Europe/Berlin, 2026-10-05T09:00",
    "Europe/Berlin, 2027-03-08T09:00",
    "Australia/Sydney, 2026-09-21T09:00",
    "Australia/Sydney, 2027-03-22T09:00",
    // the hour that comes twice
    "America/New_York, 2026-10-11T01:30",
    "Australia/Sydney, 2027-03-14T02:30"
  })
  void two_readers_expand_a_series_to_the_instants_that_are_booked(String zone, String first)
      throws Exception {
    open(zone, YEARS.getOrDefault(first.substring(0, 4), ""));
    ZoneId wall = ZoneId.of(zone);
    Instant start = LocalDateTime.parse(first).atZone(wall).toInstant();

    String token = series(start, 6);

    VisitLetter booked = letters.getLast();
    assertThat(booked.method()).contains("REQUEST");
    SortedSet<Instant> starts = starts(token);
    assertThat(starts)
        .hasSize(6)
        .allMatch(
            each ->
                each.atZone(wall).toLocalTime().equals(LocalDateTime.parse(first).toLocalTime()));
    assertThat(byIcal4j(booked.ics().orElseThrow(), wall)).isEqualTo(starts);
    if (!isTwice(starts, wall)) {
      assertThat(byBiweekly(booked.ics().orElseThrow())).isEqualTo(starts);
    }

    bookings.move(
        token + "~3",
        LocalDateTime.parse(first).plusWeeks(2).plusHours(5).atZone(wall).toInstant(),
        Optional.empty());
    bookings.cancel(token + "~5");

    VisitLetter changed = letters.getLast();
    assertThat(changed.method()).contains("REQUEST");
    assertThat(starts(token)).hasSize(5).isNotEqualTo(starts);
    assertThat(byIcal4j(changed.ics().orElseThrow(), wall)).isEqualTo(starts(token));
    if (!isTwice(starts, wall)) {
      assertThat(byBiweekly(changed.ics().orElseThrow())).isEqualTo(starts(token));
    }
    assertThat(changed.ics().orElseThrow())
        .contains("SEQUENCE:2")
        .contains("COUNT=6")
        .doesNotContain("UNTIL");

    assertThat(bookings.repeated().cancelFollowing(token)).isNotNull();
    String ended = letters.getLast().ics().orElseThrow();
    assertThat(letters.getLast().method()).contains("CANCEL");
    assertThat(ended)
        .contains("METHOD:CANCEL")
        .contains("BEGIN:VTIMEZONE")
        .contains("STATUS:CANCELLED");
  }

  /** Of an hour that comes twice the standard means the first, and biweekly takes the second. */
  private static boolean isTwice(SortedSet<Instant> starts, ZoneId wall) {
    return starts.stream()
        .anyMatch(
            start ->
                wall.getRules().getValidOffsets(LocalDateTime.ofInstant(start, wall)).size() > 1);
  }

  @Test
  void a_visit_keeps_its_id_through_every_letter_and_its_sequence_grows() throws Exception {
    Instant start = Instant.parse("2026-12-01T14:00:00Z");
    Booking.Booked booked = booked("Ana", start);

    bookings.move(booked.token(), start.plusSeconds(3600), Optional.empty());
    bookings.cancel(booked.token());

    assertThat(letters.stream().map(letter -> letter.method().orElseThrow()))
        .containsExactly("REQUEST", "REQUEST", "CANCEL");
    List<ICalendar> files =
        letters.stream().map(letter -> Biweekly.parse(letter.ics().orElseThrow()).first()).toList();
    assertThat(files.stream().map(file -> file.getMethod().getValue()))
        .containsExactly("REQUEST", "REQUEST", "CANCEL");
    assertThat(
            files.stream().map(file -> file.getEvents().getFirst().getUid().getValue()).distinct())
        .hasSize(1);
    assertThat(files.stream().map(file -> file.getEvents().getFirst().getSequence().getValue()))
        .containsExactly(0, 1, 2);
    assertThat(files).allMatch(file -> file.getTimezoneInfo().getComponents().size() == 1);
    assertThat(files.getFirst().getEvents().getFirst().getAttendees().getFirst().getEmail())
        .isEqualTo("ana@example.org");
    assertThat(files.getFirst().getEvents().getFirst().getOrganizer().getEmail())
        .isEqualTo("desk@clinic.example");
  }

  @Test
  void a_letter_tells_both_clocks_the_place_the_telephone_and_the_private_link() {
    Booking.Booked booked =
        (Booking.Booked)
            bookings.book(
                wish("Ana", Instant.parse("2026-12-01T14:00:00Z"))
                    .in(Optional.of(ZoneId.of("Europe/Berlin"))));

    VisitLetter letter = letters.getFirst();

    assertThat(letter.subject()).isEqualTo("Your visit on Tuesday 1 December, 9:00 AM");
    assertThat(letter.text())
        .contains("Tuesday 1 December 2026, 9:00 AM to 9:30 AM (Eastern Time)")
        .contains("Tuesday 1 December, 3:00 PM on your clock (Central European Time)")
        .contains("Clinic by the wall, 1 Example Street")
        .contains("+1 555 0100")
        .contains("https://clinic.example/appointment/" + booked.token());
    assertThat(letter.text()).doesNotContainIgnoringCase("pain").doesNotContain("{");
  }

  @Test
  void a_name_puts_nothing_into_a_subject_or_a_calendar() throws Exception {
    String name = "Ana\";X-EVIL=1:mailto:evil@example.org,<b>;\\nDTSTART:1 {0}";
    booked(name, Instant.parse("2026-12-01T14:00:00Z"));

    VisitLetter letter = letters.getFirst();

    assertThat(letter.subject()).doesNotContain("Ana");
    assertThat(letter.text()).contains("Hello " + name + ",");
    ICalendar file = Biweekly.parse(letter.ics().orElseThrow()).first();
    assertThat(file.getEvents()).hasSize(1);
    assertThat(file.getEvents().getFirst().getAttendees()).hasSize(1);
    assertThat(file.getEvents().getFirst().getAttendees().getFirst().getEmail())
        .isEqualTo("ana@example.org");
    assertThat(file.getEvents().getFirst().getAttendees().getFirst().getParameters().get("X-EVIL"))
        .isEmpty();
    assertThat(byIcal4j(letter.ics().orElseThrow(), ZoneId.of("America/New_York")))
        .containsExactly(Instant.parse("2026-12-01T14:00:00Z"));
  }

  private SortedSet<Instant> starts(String token) {
    SortedSet<Instant> starts = new TreeSet<>();
    bookings.repeated().of(token, bookings.find(token).orElseThrow()).stream()
        .map(each -> each.appointment())
        .filter(each -> !each.cancelled())
        .forEach(each -> starts.add(each.start()));
    return starts;
  }

  private String series(Instant start, int visits) {
    List<Planned> planned =
        bookings
            .repeated()
            .plan(
                bookings.clinic().practitioners().getFirst(),
                bookings.clinic().services().getFirst(),
                start,
                visits,
                1);
    assertThat(planned).allMatch(Planned::free);
    return ((SeriesBooking.Booked)
            bookings
                .repeated()
                .book(
                    wish("Ana", start),
                    start,
                    1,
                    planned.stream().map(Planned::start).toList(),
                    visits))
        .token();
  }

  private Booking.Booked booked(String name, Instant start) {
    return (Booking.Booked) bookings.book(wish(name, start));
  }

  private static BookingRequest wish(String name, Instant start) {
    return new BookingRequest(
        "key " + name,
        "ana",
        "visit",
        start,
        new Person(name, "ana@example.org"),
        Optional.empty());
  }

  private static SortedSet<Instant> byIcal4j(String file, ZoneId wall) throws Exception {
    Calendar calendar = new CalendarBuilder().build(new StringReader(file));
    SortedSet<Instant> starts = new TreeSet<>();
    List<VEvent> events = calendar.getComponents("VEVENT");
    Period<ZonedDateTime> always =
        new Period<>(
            ZonedDateTime.parse("2026-01-01T00:00:00Z"),
            ZonedDateTime.parse("2029-01-01T00:00:00Z"));
    for (VEvent event : events) {
      if (event.getProperty(Property.RECURRENCE_ID).isEmpty()) {
        event
            .<ZonedDateTime>calculateRecurrenceSet(always)
            .forEach(period -> starts.add(instant(period.getStart(), wall)));
      }
    }
    for (VEvent event : events) {
      event
          .<RecurrenceId<Temporal>>getProperty(Property.RECURRENCE_ID)
          .ifPresent(id -> assertThat(starts.remove(instant(id.getDate(), wall))).isTrue());
    }
    for (VEvent event : events) {
      if (event.getProperty(Property.RECURRENCE_ID).isPresent()) {
        starts.add(instant(event.<Temporal>getDateTimeStart().getDate(), wall));
      }
    }
    return starts;
  }

  /**
   * What ical4j read, by the wall's own rules: it takes New York's change for the first Sunday of
   * March.
   */
  private static Instant instant(Temporal temporal, ZoneId wall) {
    return ZonedDateTime.from(temporal).toLocalDateTime().atZone(wall).toInstant();
  }

  private static SortedSet<Instant> byBiweekly(String file) {
    ICalendar calendar = Biweekly.parse(file).first();
    SortedSet<Instant> starts = new TreeSet<>();
    for (biweekly.component.VEvent event : calendar.getEvents()) {
      if (event.getRecurrenceId() == null) {
        TimeZone zone = calendar.getTimezoneInfo().getTimezone(event.getDateStart()).getTimeZone();
        DateIterator iterator = event.getDateIterator(zone);
        while (iterator.hasNext()) {
          starts.add(iterator.next().toInstant());
        }
      }
    }
    for (biweekly.component.VEvent event : calendar.getEvents()) {
      if (event.getRecurrenceId() != null) {
        assertThat(starts.remove(event.getRecurrenceId().getValue().toInstant())).isTrue();
      }
    }
    for (biweekly.component.VEvent event : calendar.getEvents()) {
      if (event.getRecurrenceId() != null) {
        starts.add(event.getDateStart().getValue().toInstant());
      }
    }
    return starts;
  }
}
