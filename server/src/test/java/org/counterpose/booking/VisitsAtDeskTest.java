package org.counterpose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.app.SettableClock;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.store.CalendarCells;
import org.counterpose.store.Database;
import org.counterpose.store.SqlAppointments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What staff may do with visits, and what they see of times that are kept. */
class VisitsAtDeskTest {

  private static final Instant NINE = Instant.parse("2026-12-01T14:00:00Z");
  private static final AtDesk DESK =
      new AtDesk(Set.of(), (connection, what, journey, detail) -> {});

  @TempDir Path folder;
  SettableClock clock = SettableClock.at("2026-11-23T15:00:00Z");
  Database database;
  Bookings bookings;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    bookings =
        new Bookings(
            Clinics.shipped(),
            new SqlAppointments(database),
            clock,
            UUID::randomUUID,
            new SecureRandom());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void between_the_clocks_grid_the_clinic_is_as_closed_at_night_as_on_it() {
    Instant night = NINE.minus(Duration.ofHours(6));
    Appointment visit = booked(NINE);

    for (Instant start : List.of(night, night.plusSeconds(300))) {
      assertThat(bookAtDesk(start)).isEqualTo(new DeskBooking.NeedsReason(false));
      assertThat(move(visit, start)).isEqualTo(new NotOffered(NotOffered.Why.CLOSED));
    }
    assertThat(bookAtDesk(NINE.plusSeconds(3900))).isInstanceOf(DeskBooking.Booked.class);
  }

  @Test
  void a_visit_is_moved_to_the_beginning_of_a_cell_alone() {
    Appointment visit = booked(NINE);

    assertThat(move(visit, NINE.plusSeconds(3720)))
        .isEqualTo(new NotOffered(NotOffered.Why.OFF_GRID));
    assertThat(move(visit, NINE.plusSeconds(3900))).isInstanceOf(Moving.Moved.class);
    assertThat(claims()).isEqualTo(12);
  }

  @Test
  void what_was_is_neither_moved_nor_cancelled() {
    Appointment visit = booked(NINE);
    clock.set(NINE.plusSeconds(60));

    assertThat(move(visit, NINE.plus(Duration.ofDays(7)))).isInstanceOf(Moving.Over.class);
    assertThat(bookings.frontDesk().visits().cancel(DESK, visit.id(), "ill", false))
        .isInstanceOf(Moving.Over.class);
    assertThat(claims()).isEqualTo(12);
  }

  @Test
  void of_a_series_only_what_is_to_come_is_cancelled() {
    Practitioner whose = bookings.clinic().practitioner("chiropractor").orElseThrow();
    Clinic.Service service = bookings.clinic().service("follow-up").orElseThrow();
    assertThat(bookings.repeated().plan(whose, service, NINE, 3, 1)).allMatch(Planned::free);
    BookingRequest wish =
        new BookingRequest("s", "chiropractor", "follow-up", NINE, person("ana"), Optional.empty());
    bookings.repeated().book(new RepeatedVisits.Series(wish, 3, 1, List.of()));
    List<Appointment> visits =
        bookings.frontDesk().sheet(DESK, day(NINE), day(NINE).plusDays(15)).appointments();
    clock.set(NINE.plusSeconds(60));

    assertThat(bookings.frontDesk().visits().cancel(DESK, visits.get(0).id(), "ill", true))
        .isInstanceOf(Cancelling.Cancelled.class);

    assertThat(bookings.frontDesk().sheet(DESK, day(NINE), day(NINE).plusDays(15)).appointments())
        .extracting(Appointment::cancelled)
        .containsExactly(false, true, true);
  }

  @Test
  void staff_see_a_time_that_somebody_is_about_to_book_and_what_it_is_kept_for() {
    BookingRequest wish = wish(NINE);
    bookings.holds().hold(bookings.holds().newVisitor(), "198.51.100.7", service(), wish);

    assertThat(kept())
        .containsExactly(
            new FrontDesk.Kept("chiropractor", "main", NINE, NINE.plusSeconds(2700), false));

    clock.goOn(Duration.ofMinutes(10));
    assertThat(kept()).isEmpty();
  }

  @Test
  void a_form_for_the_waiting_list_that_is_sent_twice_counts_once() {
    WaitingWish wish =
        new WaitingWish(
            "first-visit",
            Clinic.ANYONE,
            Optional.empty(),
            LocalDate.parse("2026-11-23"),
            LocalDate.parse("2026-12-01"),
            EnumSet.allOf(DayOfWeek.class),
            0,
            1440,
            person("ana"),
            Optional.empty());
    String token = bookings.waitingList().newToken();

    assertThat(bookings.waitingList().join(wish, token)).isEqualTo(token);
    assertThat(bookings.waitingList().join(wish, token)).isEqualTo(token);

    assertThat(bookings.waitingList().all()).hasSize(1);
  }

  private List<FrontDesk.Kept> kept() {
    return bookings.frontDesk().sheet(DESK, day(NINE), day(NINE).plusDays(1)).kept();
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, bookings.clinic().zone());
  }

  private Clinic.Service service() {
    return bookings.clinic().service("first-visit").orElseThrow();
  }

  private DeskBooking bookAtDesk(Instant start) {
    return bookings
        .frontDesk()
        .booking()
        .book(DESK, wish(start), Optional.empty(), Optional.empty());
  }

  private Moving move(Appointment visit, Instant start) {
    return bookings
        .frontDesk()
        .visits()
        .move(
            DESK,
            visit.id(),
            bookings.clinic().practitioner("chiropractor").orElseThrow(),
            start,
            Optional.empty());
  }

  private Appointment booked(Instant start) {
    return bookings.find(((Booking.Booked) bookings.book(wish(start))).token()).orElseThrow();
  }

  private static BookingRequest wish(Instant start) {
    return new BookingRequest(
        UUID.randomUUID().toString(),
        "chiropractor",
        "first-visit",
        start,
        person("ana"),
        Optional.empty());
  }

  private static Person person(String name) {
    return new Person(name, name + "@example.org");
  }

  private long claims() {
    return database
        .read(connection -> CalendarCells.claims(connection, 0, Long.MAX_VALUE, clock.instant()))
        .size();
  }
}
