package org.counterpose.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterpose.app.SettableClock;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.AtDesk;
import org.counterpose.booking.Booking;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Bookings;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.Clinics;
import org.counterpose.booking.Person;
import org.counterpose.booking.Planned;
import org.counterpose.booking.RepeatedVisits;
import org.counterpose.booking.SeriesBooking;
import org.counterpose.booking.WaitingWish;
import org.counterpose.store.Database;
import org.counterpose.store.SqlAppointments;
import org.counterpose.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitLettersTest {

  private static final DateTimeFormatter IN_A_FILE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

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
              visit: {title: Visit, minutes: 30, mostRepeats: 6}
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
                person -> new VisitCalendars(clinic, Optional.empty(), Words.load("en")),
                clock,
                () -> URI.create("https://clinic.example"),
                (connection, letter) -> letters.add(letter)));
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** The times of day near which clocks change, and an ordinary one. */
  private static final List<LocalTime> TIMES =
      Stream.of("01:30", "02:30", "03:30", "09:00").map(LocalTime::parse).toList();

  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Europe/Berlin", "Australia/Sydney"})
  void two_readers_expand_a_series_across_both_changes_to_the_instants_of_the_wall(String zone)
      throws Exception {
    open(zone, "2026-12-01T00:00:00Z");
    ZoneId wall = ZoneId.of(zone);
    ZoneOffsetTransition one = wall.getRules().nextTransition(clock.instant());
    ZoneOffsetTransition other = wall.getRules().nextTransition(one.getInstant());
    for (ZoneOffsetTransition change : List.of(one, other)) {
      for (LocalTime time : TIMES) {
        LocalDateTime first = change.getDateTimeBefore().toLocalDate().minusWeeks(2).atTime(time);
        SortedMap<Instant, Instant> expected = new TreeMap<>();
        for (int week = 0; week < 5; week++) {
          Instant start = first.plusWeeks(week).atZone(wall).toInstant();
          expected.put(start, start.plusSeconds(1800));
        }

        String token = series(expected.firstKey(), 5);

        areReadAs(expected, first.toString());
        String regular = "DTSTART;TZID=" + zone + ":" + first.format(IN_A_FILE);
        assertThat(letters.getLast().ics().orElseThrow()).contains(regular).contains("COUNT=5");

        Instant third = first.plusWeeks(2).toLocalDate().atTime(14, 0).atZone(wall).toInstant();
        bookings.move(token + "~3", third, Optional.empty());
        bookings.cancel(token + "~4");

        expected.remove(first.plusWeeks(2).atZone(wall).toInstant());
        expected.put(third, third.plusSeconds(1800));
        expected.remove(first.plusWeeks(3).atZone(wall).toInstant());
        areReadAs(expected, first + " changed");
        assertThat(letters.getLast().ics().orElseThrow()).contains("SEQUENCE:2\r\n");

        bookings.series().cancelFollowing(token);
        assertThat(letters.getLast().method()).contains("CANCEL");
        assertThat(letters.getLast().ics().orElseThrow())
            .contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n", "SEQUENCE:3\r\n", regular)
            .satisfies(file -> hasWholeZone(file, wall));
      }
    }
  }

  @Test
  void two_readers_find_exactly_the_kept_visits_of_a_series_with_some_left_out() throws Exception {
    Instant first = Instant.parse("2026-12-01T14:00:00Z");
    List<Instant> own =
        IntStream.range(0, 5).mapToObj(week -> first.plus(Duration.ofDays(7L * week))).toList();
    for (List<Integer> kept :
        List.of(List.of(0, 2, 3), List.of(1, 2, 4), List.of(0, 4), List.of(3))) {
      SortedMap<Instant, Instant> expected = new TreeMap<>();
      for (int week : kept) {
        expected.put(own.get(week), own.get(week).plusSeconds(1800));
      }

      String token =
          ((SeriesBooking.Booked)
                  bookings
                      .repeated()
                      .book(
                          new RepeatedVisits.Series(
                              wish("Ana", first), 5, 1, List.copyOf(expected.keySet()))))
              .token();

      areReadAs(expected, "kept " + kept);
      if (kept.size() > 2) {
        bookings.cancel(token + "~2");
        expected.remove(own.get(kept.get(1)));
        areReadAs(expected, "kept " + kept + " and one cancelled");
      }
      bookings.series().cancelFollowing(token);
    }
  }

  private void areReadAs(SortedMap<Instant, Instant> visits, String what) throws Exception {
    assertThat(letters.getLast().method()).contains("REQUEST");
    String file = letters.getLast().ics().orElseThrow();
    assertThat(file).contains("METHOD:REQUEST\r\n").doesNotContain("UNTIL");
    assertThat(CalendarReaders.ical4j(file)).as("by ical4j: " + what).isEqualTo(visits);
    assertThat(CalendarReaders.biweekly(file)).as("by biweekly: " + what).isEqualTo(visits);
  }

  /** Both changes of the clocks, each with its rule for every year. */
  private static void hasWholeZone(String file, ZoneId zone) {
    assertThat(file)
        .contains("BEGIN:VTIMEZONE\r\nTZID:" + zone + "\r\n", "END:VTIMEZONE\r\n")
        .containsOnlyOnce("BEGIN:STANDARD\r\n")
        .containsOnlyOnce("BEGIN:DAYLIGHT\r\n");
    assertThat(file.lines().filter(line -> line.startsWith("RRULE:FREQ=YEARLY"))).hasSize(2);
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
    assertThat(letters)
        .allSatisfy(
            letter -> hasWholeZone(letter.ics().orElseThrow(), ZoneId.of("America/New_York")));
    assertThat(files.getFirst().getEvents().getFirst().getAttendees().getFirst().getEmail())
        .isEqualTo("ana@example.org");
    assertThat(files.getFirst().getEvents().getFirst().getOrganizer().getEmail())
        .isEqualTo("desk@clinic.example");
  }

  @Test
  void the_file_of_a_series_is_the_one_that_its_letters_tell_of() throws Exception {
    Instant first = Instant.parse("2026-12-01T14:00:00Z");
    String token = series(first, 3);
    bookings.move(token + "~2", first.plus(Duration.ofDays(6)), Optional.empty());
    bookings.cancel(token + "~3");
    Appointment second = bookings.find(token + "~2").orElseThrow();

    String file =
        new Invitation(
                new VisitCalendars(bookings.clinic(), Optional.empty(), Words.load("en")),
                second,
                bookings.whole(second),
                URI.create("https://clinic.example/appointment/x"))
            .write();

    String letter = letters.getLast().ics().orElseThrow();
    assertThat(file).contains("METHOD:PUBLISH\r\n").doesNotContain("ATTENDEE");
    assertThat(CalendarReaders.biweekly(file))
        .isEqualTo(CalendarReaders.biweekly(letter))
        .containsOnlyKeys(first, first.plus(Duration.ofDays(6)));
    assertThat(lines(file, "UID", "SEQUENCE", "RECURRENCE-ID", "DTSTAMP"))
        .isEqualTo(lines(letter, "UID", "SEQUENCE", "RECURRENCE-ID", "DTSTAMP"))
        .contains("SEQUENCE:2");
  }

  @Test
  void the_time_stamp_of_a_series_grows_with_every_change_of_any_visit() throws Exception {
    Instant first = Instant.parse("2026-12-01T14:00:00Z");
    String token = series(first, 3);
    List<String> before = lines(letters.getLast().ics().orElseThrow(), "DTSTAMP");
    clock.goOn(Duration.ofMinutes(5));

    bookings.cancel(token + "~3");

    assertThat(lines(letters.getLast().ics().orElseThrow(), "DTSTAMP"))
        .isNotEqualTo(before)
        .containsExactly("DTSTAMP:20261120T120500Z");
  }

  private static List<String> lines(String file, String... names) {
    return file.lines()
        .filter(line -> Stream.of(names).anyMatch(line::startsWith))
        .filter(line -> !line.startsWith("SEQUENCE:0"))
        .toList();
  }

  @Test
  void who_joins_the_waiting_list_gets_the_link_to_their_place_on_it() {
    String token =
        bookings
            .waitingList()
            .join(
                new WaitingWish(
                    "visit",
                    Clinic.ANYONE,
                    Optional.empty(),
                    LocalDate.parse("2026-12-01"),
                    LocalDate.parse("2026-12-24"),
                    Set.of(DayOfWeek.MONDAY),
                    540,
                    600,
                    new Person("Ana", "ana@example.org"),
                    Optional.empty()));

    assertThat(letters.getLast().to()).isEqualTo("ana@example.org");
    assertThat(letters.getLast().text())
        .contains("https://clinic.example/waiting/" + token + "\n", "24 December");
    assertThat(letters.getLast().method()).isEmpty();
  }

  @Test
  void who_has_no_address_gets_no_letter() {
    bookings
        .frontDesk()
        .booking()
        .book(
            new AtDesk(Set.of(), (connection, what, journey, detail) -> {}),
            new BookingRequest(
                UUID.randomUUID().toString(),
                "ana",
                "visit",
                Instant.parse("2026-12-01T14:00:00Z"),
                new Person("Ana", ""),
                Optional.empty()),
            Optional.empty(),
            Optional.empty());

    assertThat(letters).isEmpty();
  }

  @Test
  void line_ends_in_what_the_clinic_says_begin_no_header_and_no_line_of_a_calendar() {
    Booking.Booked booked = booked("Ana", Instant.parse("2026-12-01T14:00:00Z"));

    bookings
        .frontDesk()
        .visits()
        .cancel(
            new AtDesk(Set.of(), (connection, what, journey, detail) -> {}),
            bookings.find(booked.token()).orElseThrow().id(),
            "Ill\r\nBcc: evil@example.org\r\nBEGIN:VALARM",
            false);

    VisitLetter letter = letters.getLast();
    assertThat(letter.subject().lines()).hasSize(1);
    assertThat(letter.to()).isEqualTo("ana@example.org");
    assertThat(letter.ics().orElseThrow().lines().filter(line -> line.startsWith("BEGIN:VALARM")))
        .isEmpty();
  }

  @Test
  void a_letter_tells_both_clocks_the_place_the_telephone_and_the_private_link() {
    Booking.Booked booked =
        (Booking.Booked)
            bookings.book(
                wish("Ana", Instant.parse("2026-12-01T14:00:00Z"))
                    .in(Optional.of(ZoneId.of("Europe/Berlin"))));

    VisitLetter letter = letters.getFirst();

    assertThat(letter.subject()).isEqualTo("Your visit on Tuesday 1 December, 09:00");
    assertThat(letter.text())
        .contains("Tuesday 1 December 2026, 09:00 to 09:30 (Eastern Time)")
        .contains("Tuesday 1 December, 15:00 on your clock (Central European Time)")
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
    assertThat(CalendarReaders.ical4j(letter.ics().orElseThrow()))
        .containsOnlyKeys(Instant.parse("2026-12-01T14:00:00Z"));
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
                .book(new RepeatedVisits.Series(wish("Ana", start), visits, 1, List.of())))
        .token();
  }

  private Booking.Booked booked(String name, Instant start) {
    return (Booking.Booked) bookings.book(wish(name, start));
  }

  private static BookingRequest wish(String name, Instant start) {
    return new BookingRequest(
        UUID.randomUUID().toString(),
        "ana",
        "visit",
        start,
        new Person(name, "ana@example.org"),
        Optional.empty());
  }
}
