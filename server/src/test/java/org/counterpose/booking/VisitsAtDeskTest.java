package org.counterpose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.counterpose.booking.Clinic.Practitioner;
import org.junit.jupiter.api.Test;

/** What staff may do with visits, and what they see of times that are kept. */
class VisitsAtDeskTest extends BusyClinic {

  @Test
  void between_the_clocks_grid_the_clinic_is_as_closed_at_night_as_on_it() {
    Instant night = NINE.minus(Duration.ofHours(6));
    Appointment visit = booked(NINE);

    for (Instant start : List.of(night, night.plusSeconds(300))) {
      assertThat(atDesk(start, Optional.empty())).isEqualTo(new DeskBooking.NeedsReason(false));
      assertThat(move(visit, start)).isEqualTo(new NotOffered(NotOffered.Why.CLOSED));
    }
    assertThat(atDesk(NINE.plusSeconds(3900), Optional.empty()))
        .isInstanceOf(DeskBooking.Booked.class);
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
  void a_form_that_moves_a_visit_to_where_it_is_changes_nothing() {
    Appointment visit = booked(NINE);
    move(visit, NINE.plusSeconds(3900));
    int letters = news.size();

    assertThat(move(visit, NINE.plusSeconds(3900))).isInstanceOf(Moving.Moved.class);

    assertThat(news).hasSize(letters);
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
    List<Planned> planned = bookings.repeated().plan(whose, service("follow-up"), NINE, 3, 1);
    series("s", planned);
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
    hold(bookings.holds().newVisitor(), "chiropractor", NINE);

    assertThat(kept())
        .containsExactly(
            new FrontDesk.Kept("chiropractor", "main", NINE, NINE.plusSeconds(2700), false));

    clock.goOn(Duration.ofMinutes(10));
    assertThat(kept()).isEmpty();
  }

  @Test
  void a_form_for_the_waiting_list_that_is_sent_twice_counts_once() {
    WaitingWish wish = wishes("ana", Clinic.ANYONE, "first-visit", 0, 1440);
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
    return bookings.find(booked("one", "chiropractor", start).token()).orElseThrow();
  }
}
