package org.counterpose.booking;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.app.SettableClock;
import org.counterpose.booking.Booking.Booked;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.store.CalendarCells;
import org.counterpose.store.Database;
import org.counterpose.store.SqlAppointments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A clinic's book with the letters that it would send, on a real database. */
abstract class BusyClinic {

  static final Instant NINE = Instant.parse("2026-12-01T14:00:00Z");
  static final Instant TEN = Instant.parse("2026-12-01T15:00:00Z");
  static final AtDesk DESK = new AtDesk(Set.of(), (connection, what, journey, detail) -> {});

  @TempDir Path folder;
  SettableClock clock = SettableClock.at("2026-11-23T15:00:00Z");
  Database database;
  SqlAppointments appointments;
  Bookings bookings;
  List<Correspondence.News> news = new ArrayList<>();
  List<Correspondence.Offered> offers = new ArrayList<>();

  @BeforeEach
  void open() {
    database = Database.open(folder);
    appointments = new SqlAppointments(database);
    bookings = bookings(Clinics.shipped());
  }

  /** The same book for a clinic with other settings. */
  Bookings bookings(Clinic clinic) {
    return new Bookings(
        clinic,
        appointments,
        clock,
        UUID::randomUUID,
        new SecureRandom(),
        new Correspondence() {
          @Override
          public void tell(Connection connection, News told) {
            news.add(told);
          }

          @Override
          public void tell(Connection connection, Offered offered) {
            offers.add(offered);
          }

          @Override
          public void tell(Connection connection, Joined joined) {}
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  List<Instant> starts(String token) {
    return bookings.series().of(token, bookings.find(token).orElseThrow()).stream()
        .map(each -> each.appointment().start())
        .toList();
  }

  SeriesBooking.Booked series(String key, List<Planned> planned) {
    return (SeriesBooking.Booked)
        bookings
            .repeated()
            .book(
                new RepeatedVisits.Series(
                    seriesWish(key),
                    planned.size(),
                    1,
                    planned.stream().map(each -> each.best().orElseThrow()).toList()));
  }

  static BookingRequest seriesWish(String key) {
    return new BookingRequest(
        key, "chiropractor", "follow-up", NINE, person("ana"), Optional.empty());
  }

  String waits(String name, String practitioner) {
    return bookings.waitingList().join(wishes(name, practitioner, "first-visit", 0, 1440));
  }

  static WaitingWish wishes(
      String name, String practitioner, String service, int fromMinute, int toMinute) {
    return new WaitingWish(
        service,
        practitioner,
        Optional.empty(),
        LocalDate.parse("2026-11-23"),
        LocalDate.parse("2026-12-31"),
        EnumSet.allOf(DayOfWeek.class),
        fromMinute,
        toMinute,
        person(name),
        Optional.empty());
  }

  DeskBooking atDesk(Instant start, Optional<String> onPurpose) {
    return bookings
        .frontDesk()
        .booking()
        .book(
            DESK,
            new BookingRequest(
                UUID.randomUUID().toString(),
                "chiropractor",
                "first-visit",
                start,
                person("desk"),
                Optional.empty()),
            Optional.empty(),
            onPurpose);
  }

  Hold hold(String visitor, String practitioner, Instant start) {
    return bookings
        .holds()
        .hold(visitor, "198.51.100.7", service("first-visit"), wish("", practitioner, start));
  }

  boolean isFree(Instant start, Optional<String> visitor) {
    LocalDate date = LocalDate.ofInstant(start, bookings.clinic().zone());
    return bookings.free(service("first-visit"), date, date, visitor).stream()
        .anyMatch(time -> time.practitioner().equals("chiropractor") && time.start().equals(start));
  }

  long claims() {
    return database
        .read(connection -> CalendarCells.claims(connection, 0, Long.MAX_VALUE, clock.instant()))
        .size();
  }

  Booked booked(String key, String practitioner, Instant start) {
    return (Booked) bookings.book(wish(key, practitioner, start));
  }

  Service service(String id) {
    return bookings.clinic().service(id).orElseThrow();
  }

  static BookingRequest wish(String key, String practitioner, Instant start) {
    return new BookingRequest(
        key, practitioner, "first-visit", start, person("Ana Díaz"), Optional.empty());
  }

  static Person person(String name) {
    return new Person(name, name.replaceAll("[^a-z]", "") + "@example.org");
  }
}
