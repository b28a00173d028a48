package org.counterpose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.counterpose.booking.Booking.Booked;
import org.counterpose.booking.Booking.Taken;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Correspondence.Kind;
import org.junit.jupiter.api.Test;

/** Holds, anyone, and the front desk. */
class BusyClinicTest extends BusyClinic {

  @Test
  void anyone_is_the_one_with_the_most_room_then_the_next_and_then_nobody() {
    booked("one", "chiropractor", NINE.plus(Duration.ofMinutes(270)));
    booked("two", "chiropractor", NINE.plus(Duration.ofMinutes(330)));

    Booked first = (Booked) bookings.book(wish("a", Clinic.ANYONE, NINE));
    Booked second = (Booked) bookings.book(wish("b", Clinic.ANYONE, NINE));

    assertThat(Set.of(first.practitioner(), second.practitioner()))
        .containsExactlyInAnyOrder("chiropractor", "exercise-therapist");
    assertThat(first.practitioner()).isEqualTo("exercise-therapist");
    assertThat(bookings.book(wish("c", Clinic.ANYONE, NINE))).isInstanceOf(Taken.class);
    assertThat(bookings.book(wish("a", Clinic.ANYONE, NINE))).isEqualTo(first);
  }

  @Test
  void a_held_time_is_kept_from_others_and_not_from_its_holder() {
    String visitor = bookings.holds().newVisitor();

    Hold held = hold(visitor, "chiropractor", NINE);

    assertThat(held)
        .isEqualTo(new Hold.Held("chiropractor", clock.instant().plus(Duration.ofMinutes(10))));
    assertThat(isFree(NINE, Optional.empty())).isFalse();
    assertThat(isFree(NINE, Optional.of(visitor))).isTrue();
    assertThat(bookings.book(wish("other", "chiropractor", NINE))).isInstanceOf(Taken.class);
    assertThat(hold(bookings.holds().newVisitor(), "chiropractor", NINE))
        .isInstanceOf(Hold.Gone.class);
    assertThat(bookings.book(wish("own", "chiropractor", NINE).by(Optional.of(visitor))))
        .isInstanceOf(Booked.class);
    assertThat(claims()).isEqualTo(12);
  }

  @Test
  void a_hold_ends_by_itself_and_the_form_still_books_where_the_time_is_free() {
    String visitor = bookings.holds().newVisitor();
    hold(visitor, "chiropractor", NINE);
    clock.goOn(Duration.ofMinutes(10));

    assertThat(isFree(NINE, Optional.empty())).isTrue();
    assertThat(bookings.book(wish("late", "chiropractor", NINE).by(Optional.of(visitor))))
        .isInstanceOf(Booked.class);
  }

  @Test
  void an_ended_hold_is_taken_over_and_its_holder_is_told() {
    String visitor = bookings.holds().newVisitor();
    hold(visitor, "chiropractor", NINE);
    clock.goOn(Duration.ofMinutes(11));

    assertThat(bookings.book(wish("other", "chiropractor", NINE))).isInstanceOf(Booked.class);
    assertThat(bookings.book(wish("late", "chiropractor", NINE).by(Optional.of(visitor))))
        .isInstanceOf(Taken.class);
  }

  @Test
  void who_goes_back_and_chooses_another_time_holds_that_one_alone() {
    String visitor = bookings.holds().newVisitor();
    hold(visitor, "chiropractor", NINE);
    hold(visitor, "chiropractor", NINE.plusSeconds(900));

    assertThat(claims()).isEqualTo(12);
    assertThat(bookings.book(wish("other", "chiropractor", NINE.minusSeconds(1800))))
        .isInstanceOf(Taken.class);
    bookings.holds().letGo(visitor);
    assertThat(claims()).isZero();
  }

  @Test
  void nobody_holds_the_whole_day_from_one_address() {
    List<Hold> holds = new ArrayList<>();
    for (int i = 0; i < Holds.MOST_FROM_ONE_ADDRESS + 2; i++) {
      holds.add(
          hold(
              bookings.holds().newVisitor(),
              "chiropractor",
              NINE.plusSeconds(86400L * 7 * (i / 3) + 3600L * (i % 3))));
    }

    assertThat(holds).filteredOn(Hold.Held.class::isInstance).hasSize(6);
    assertThat(holds).filteredOn(Hold.NotKept.class::isInstance).hasSize(2);
  }

  @Test
  void near_the_visit_only_the_clinic_changes_it() {
    Booked booked = booked("one", "chiropractor", NINE);
    clock.set(NINE.minus(Duration.ofHours(23)));

    assertThat(bookings.cancel(booked.token())).isInstanceOf(Moving.TooLate.class);
    assertThat(bookings.move(booked.token(), TEN, Optional.empty()))
        .isInstanceOf(Moving.TooLate.class);
    UUID id = bookings.find(booked.token()).orElseThrow().id();
    assertThat(bookings.frontDesk().visits().cancel(DESK, id, "Dr Kim is ill", false))
        .isInstanceOf(Cancelling.Cancelled.class);
    Correspondence.News last = news.getLast();
    assertThat(last.kind()).isEqualTo(Kind.CANCELLED);
    assertThat(last.reason()).contains("Dr Kim is ill");
    assertThat(bookings.find(last.token()).orElseThrow().id()).isEqualTo(id);
  }

  @Test
  void overbooking_needs_its_reason_and_keeps_everybody_else_out_until_both_are_gone() {
    Booked first = booked("one", "chiropractor", NINE);

    assertThat(atDesk(NINE, Optional.empty())).isEqualTo(new DeskBooking.NeedsReason(true));
    Appointment second =
        ((DeskBooking.Booked) atDesk(NINE, Optional.of("acute pain"))).appointment();

    assertThat(second.overbooked()).isTrue();
    bookings.cancel(first.token());
    assertThat(isFree(NINE, Optional.empty())).isFalse();
    assertThat(bookings.book(wish("third", "chiropractor", NINE))).isInstanceOf(Taken.class);
    bookings.frontDesk().visits().cancel(DESK, second.id(), "no longer needed", false);
    assertThat(isFree(NINE, Optional.empty())).isTrue();
    assertThat(claims()).isZero();
  }

  @Test
  void two_in_one_time_are_both_marked_until_one_of_them_is_elsewhere() {
    Booked first = booked("one", "chiropractor", NINE);
    UUID second = ((DeskBooking.Booked) atDesk(NINE, Optional.of("acute pain"))).appointment().id();
    assertThat(overbooked(bookings.find(first.token()).orElseThrow().id(), second))
        .containsExactly(true, true);

    bookings.move(first.token(), TEN, Optional.empty());

    assertThat(overbooked(bookings.find(first.token()).orElseThrow().id(), second))
        .containsExactly(false, false);
  }

  private List<Boolean> overbooked(UUID... visits) {
    return Stream.of(visits)
        .map(visit -> bookings.frontDesk().visits().find(DESK, visit).orElseThrow().overbooked())
        .toList();
  }

  @Test
  void a_form_of_staff_that_is_sent_twice_at_the_same_moment_books_once() {
    booked("one", "chiropractor", NINE);
    for (int round = 0; round < 10; round++) {
      BookingRequest form = wish("form " + round, "chiropractor", NINE);
      CyclicBarrier together = new CyclicBarrier(2);
      List<CompletableFuture<DeskBooking>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        both.add(
            CompletableFuture.supplyAsync(
                () -> {
                  meet(together);
                  return bookings
                      .frontDesk()
                      .booking()
                      .book(DESK, form, Optional.empty(), Optional.of("acute pain"));
                },
                runnable -> Thread.ofPlatform().start(runnable)));
      }
      assertThat(both.get(0).join())
          .isInstanceOf(DeskBooking.Booked.class)
          .isEqualTo(both.get(1).join());
    }
    assertThat(claims()).isEqualTo(12 * 11);
  }

  private static void meet(CyclicBarrier together) {
    try {
      together.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_visit_that_is_booked_over_a_hold_does_not_let_a_third_in_when_the_hold_ends() {
    String visitor = bookings.holds().newVisitor();
    hold(visitor, "chiropractor", NINE);
    atDesk(NINE, Optional.of("acute pain"));

    clock.goOn(Duration.ofMinutes(11));
    bookings.settle();

    assertThat(bookings.book(wish("third", "chiropractor", NINE))).isInstanceOf(Taken.class);
    assertThat(claims()).isEqualTo(12);
  }

  @Test
  void the_holder_still_books_beside_a_visit_that_staff_booked_over_the_hold() {
    String visitor = bookings.holds().newVisitor();
    hold(visitor, "chiropractor", NINE);
    atDesk(NINE, Optional.of("acute pain"));

    assertThat(bookings.book(wish("own", "chiropractor", NINE).by(Optional.of(visitor))))
        .isInstanceOf(Booked.class);
    assertThat(claims()).isEqualTo(24);
  }

  @Test
  void a_blocked_time_is_free_for_nobody_until_it_is_opened_again() {
    Practitioner whose = bookings.clinic().practitioner("chiropractor").orElseThrow();
    FrontDesk.Block block =
        bookings
            .frontDesk()
            .block(DESK, whose, NINE, NINE.plusSeconds(1800), "A break")
            .orElseThrow();

    assertThat(bookings.book(wish("one", "chiropractor", NINE))).isInstanceOf(Taken.class);
    assertThat(bookings.frontDesk().block(DESK, whose, NINE.plusSeconds(900), TEN, "Another"))
        .isEmpty();
    bookings.frontDesk().unblock(DESK, block.id());
    assertThat(bookings.book(wish("two", "chiropractor", NINE))).isInstanceOf(Booked.class);
  }

  @Test
  void who_did_not_come_is_marked_and_it_can_be_taken_back() {
    Booked booked = booked("one", "chiropractor", NINE);
    UUID id = bookings.find(booked.token()).orElseThrow().id();
    List<String> written = new ArrayList<>();
    AtDesk desk = new AtDesk(Set.of(), (connection, what, journey, detail) -> written.add(what));

    assertThat(bookings.frontDesk().visits().attended(desk, id, Attendance.NO_SHOW))
        .as("before it begins")
        .isFalse();
    clock.set(NINE);
    bookings.frontDesk().visits().attended(desk, id, Attendance.NO_SHOW);
    assertThat(bookings.find(booked.token()).orElseThrow().attendance())
        .isEqualTo(Attendance.NO_SHOW);
    assertThat(written).containsExactly("no-show");
    bookings.frontDesk().visits().attended(desk, id, Attendance.UNKNOWN);
    assertThat(bookings.find(booked.token()).orElseThrow().attendance())
        .isEqualTo(Attendance.UNKNOWN);
  }

  @Test
  void staff_of_another_place_see_and_change_nothing() {
    Booked booked = booked("one", "chiropractor", NINE);
    UUID id = bookings.find(booked.token()).orElseThrow().id();
    AtDesk elsewhere = new AtDesk(Set.of("elsewhere"), (connection, what, journey, detail) -> {});

    assertThat(bookings.frontDesk().visits().find(elsewhere, id)).isEmpty();
    assertThat(bookings.frontDesk().visits().cancel(elsewhere, id, "x", false))
        .isInstanceOf(Moving.Unknown.class);
    assertThat(
            bookings
                .frontDesk()
                .sheet(elsewhere, LocalDate.parse("2026-12-01"), LocalDate.parse("2026-12-02"))
                .appointments())
        .isEmpty();
    assertThat(
            bookings
                .frontDesk()
                .sheet(DESK, LocalDate.parse("2026-12-01"), LocalDate.parse("2026-12-02"))
                .appointments())
        .hasSize(1);
  }
}
