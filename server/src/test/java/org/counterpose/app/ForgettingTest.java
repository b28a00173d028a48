package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.counterpose.booking.Booking;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Bookings;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.FreeTime;
import org.counterpose.booking.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visits are deleted 90 days after them, as the settings that ship say. */
class ForgettingTest {

  private static final Duration KEPT = Duration.ofDays(90);

  @TempDir Path folder;
  SettableClock clock = SettableClock.at("2026-11-23T13:30:00Z");

  @Test
  void a_visit_is_gone_at_the_first_start_90_days_after_it_and_not_before() {
    Booking.Booked visit;
    try (Served served = Served.in(folder, clock)) {
      visit = booked(served);
    }
    clock.set(visit.end().plus(KEPT));
    try (Served served = Served.in(folder, clock)) {
      assertThat(served.get("/appointment/" + visit.token()).status()).isEqualTo(200);
    }
    clock.goOn(Duration.ofSeconds(1));
    try (Served served = Served.in(folder, clock)) {
      assertThat(served.get("/appointment/" + visit.token()).status()).isEqualTo(404);
    }
  }

  @Test
  void while_it_runs_for_months_it_deletes_once_a_day() {
    try (Served served = Served.in(folder, clock);
        Forgetting forgetting = new Forgetting(bookings(served), clock)) {
      Booking.Booked visit = booked(served);
      clock.set(visit.end().plus(KEPT));
      forgetting.look();
      clock.goOn(Duration.ofHours(23));
      forgetting.look();
      assertThat(bookings(served).find(visit.token())).isPresent();

      clock.goOn(Duration.ofHours(1));
      forgetting.look();
      assertThat(bookings(served).find(visit.token())).isEmpty();
    }
  }

  @Test
  void a_store_that_cannot_does_not_end_it() {
    try (Served served = Served.in(folder, clock);
        Forgetting forgetting = new Forgetting(bookings(served), clock)) {
      served.server().practice().database().close();

      assertThatCode(forgetting::look).doesNotThrowAnyException();
    }
  }

  private static Bookings bookings(Served served) {
    return served.server().practice().bookings();
  }

  private Booking.Booked booked(Served served) {
    Bookings bookings = bookings(served);
    Clinic.Service service = bookings.clinic().services().getFirst();
    LocalDate today = LocalDate.ofInstant(clock.instant(), bookings.clinic().zone());
    FreeTime time = bookings.free(service, today, today.plusDays(7)).getFirst();
    return (Booking.Booked)
        bookings.book(
            new BookingRequest(
                "one",
                time.practitioner(),
                service.id(),
                time.start(),
                new Person("Ana", "ana@example.org"),
                Optional.empty()));
  }
}
