package org.counterpose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.booking.Booking.Booked;
import org.counterpose.booking.Booking.Taken;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.store.Also;
import org.counterpose.store.Line;
import org.counterpose.store.NewJourney;
import org.counterpose.store.SqlJournals;
import org.junit.jupiter.api.Test;

/** Freed times, and who is offered them. */
class WaitingListTest extends BusyClinic {

  @Test
  void a_freed_time_is_kept_for_the_first_who_waits_and_goes_to_the_next_when_declined() {
    Booked booked = booked("one", "chiropractor", NINE);
    String ana = waits("ana", Clinic.ANYONE);
    String ben = waits("ben", "chiropractor");
    waits("cy", "exercise-therapist");

    bookings.cancel(booked.token());

    assertThat(offers).hasSize(1);
    assertThat(offers.getFirst().person().email()).isEqualTo("ana@example.org");
    assertThat(bookings.waitingList().find(ana).orElseThrow().offer()).isPresent();
    assertThat(bookings.book(wish("two", "chiropractor", NINE))).isInstanceOf(Taken.class);

    assertThat(bookings.offers().decline(offers.getFirst().token())).isTrue();

    assertThat(offers).hasSize(2);
    assertThat(offers.getLast().person().email()).isEqualTo("ben@example.org");
    assertThat(bookings.offers().take(offers.getFirst().token())).isInstanceOf(Taking.Ended.class);
    Taking taken = bookings.offers().take(offers.getLast().token());
    assertThat(taken).isInstanceOf(Taking.Booked.class);
    assertThat(bookings.offers().take(offers.getLast().token())).isEqualTo(taken);
    assertThat(bookings.find(((Taking.Booked) taken).token()).orElseThrow().person().name())
        .isEqualTo("ben");
    assertThat(bookings.waitingList().find(ben).orElseThrow().state())
        .isEqualTo(Waiting.State.BOOKED);
    assertThat(bookings.waitingList().find(ana).orElseThrow().state())
        .isEqualTo(Waiting.State.WAITING);
    assertThat(claims()).isEqualTo(12);
  }

  @Test
  void the_link_of_an_offer_opens_the_visit_however_it_was_taken() {
    Booked booked = booked("one", "chiropractor", NINE);
    String ana = waits("ana", Clinic.ANYONE);
    bookings.cancel(booked.token());
    String offer = offers.getFirst().token();

    Taking.Booked taken = (Taking.Booked) bookings.offers().take(ana);

    assertThat(bookings.offers().find(offer).orElseThrow().taken()).isTrue();
    assertThat(bookings.find(offer)).isEqualTo(bookings.find(taken.token())).isPresent();
    assertThat(bookings.offers().take(offer)).isEqualTo(new Taking.Booked(offer));
  }

  @Test
  void staff_offer_no_time_at_which_nobody_works() {
    waits("ana", Clinic.ANYONE);
    UUID waiting = bookings.waitingList().all().getFirst().id();
    Practitioner whose = bookings.clinic().practitioner("chiropractor").orElseThrow();

    for (Instant start :
        List.of(NINE.minus(Duration.ofHours(6)), NINE.plusSeconds(120), clock.instant())) {
      assertThat(bookings.frontDesk().offer(DESK, waiting, whose, start)).isFalse();
    }
    assertThat(bookings.frontDesk().offer(DESK, waiting, whose, NINE)).isTrue();
  }

  @Test
  void an_offer_that_nobody_answers_goes_to_the_next_and_then_to_everybody() {
    Booked booked = booked("one", "chiropractor", NINE);
    waits("ana", Clinic.ANYONE);
    waits("ben", Clinic.ANYONE);
    bookings.cancel(booked.token());

    clock.goOn(Duration.ofMinutes(120));
    assertThat(bookings.book(wish("two", "chiropractor", NINE))).isInstanceOf(Taken.class);
    bookings.settle();
    assertThat(offers.getLast().person().email()).isEqualTo("ben@example.org");
    assertThat(bookings.offers().take(offers.getFirst().token())).isInstanceOf(Taking.Ended.class);

    clock.goOn(Duration.ofMinutes(121));
    bookings.settle();
    assertThat(offers).hasSize(2);
    assertThat(bookings.book(wish("three", "chiropractor", NINE))).isInstanceOf(Booked.class);
  }

  @Test
  void an_offer_in_the_evening_can_be_answered_in_the_morning() {
    Booked booked = booked("one", "chiropractor", NINE);
    waits("ana", Clinic.ANYONE);
    clock.set(Instant.parse("2026-11-24T00:30:00Z")); // 19:30 in New York

    bookings.cancel(booked.token());

    assertThat(offers.getFirst().offer().until()).isEqualTo("2026-11-24T14:30:00Z");
  }

  @Test
  void who_leaves_the_list_is_offered_nothing_and_what_was_offered_goes_on() {
    Booked booked = booked("one", "chiropractor", NINE);
    String ana = waits("ana", Clinic.ANYONE);
    waits("ben", Clinic.ANYONE);
    bookings.cancel(booked.token());

    bookings.waitingList().leave(ana);

    Waiting left = bookings.waitingList().find(ana).orElseThrow();
    assertThat(left.state()).isEqualTo(Waiting.State.LEFT);
    assertThat(left.wish().person()).isEqualTo(new Person("-", ""));
    assertThat(offers.getLast().person().email()).isEqualTo("ben@example.org");
  }

  @Test
  void a_time_that_does_not_suit_is_free_for_everybody() {
    Booked booked = booked("one", "chiropractor", NINE);
    bookings
        .waitingList()
        .join(
            new WaitingWish(
                "first-visit",
                Clinic.ANYONE,
                Optional.empty(),
                LocalDate.parse("2026-11-23"),
                LocalDate.parse("2026-12-31"),
                EnumSet.of(DayOfWeek.MONDAY),
                0,
                1440,
                person("ana"),
                Optional.empty()));

    bookings.cancel(booked.token());

    assertThat(offers).isEmpty();
    assertThat(isFree(NINE, Optional.empty())).isTrue();
  }

  @Test
  void a_time_that_a_visit_is_moved_away_from_is_offered() {
    Booked booked = booked("one", "chiropractor", NINE);
    waits("ana", "chiropractor");

    bookings.move(booked.token(), NINE.plus(WEEK), Optional.empty());

    assertThat(offered()).containsExactly("ana " + NINE);
  }

  @Test
  void each_time_of_a_series_that_is_cancelled_is_offered_to_one_of_those_who_wait() {
    String token = threeWeeks();
    waits("ana", "chiropractor", "follow-up");
    waits("ben", "chiropractor", "follow-up");

    bookings.series().cancelFollowing(token + "~2");

    assertThat(offered())
        .containsExactly("ana " + NINE.plus(WEEK), "ben " + NINE.plus(WEEK).plus(WEEK));
  }

  @Test
  void each_time_of_a_series_that_moves_is_offered() {
    String token = threeWeeks();
    waits("ana", "chiropractor", "follow-up");
    waits("ben", "chiropractor", "follow-up");

    bookings.series().moveFollowing(token + "~2", TEN.plus(WEEK), "chiropractor");

    assertThat(offered())
        .containsExactly("ana " + NINE.plus(WEEK), "ben " + NINE.plus(WEEK).plus(WEEK));
  }

  @Test
  void a_time_that_staff_free_by_cancelling_or_moving_is_offered() {
    Booked cancelled = booked("one", "chiropractor", NINE);
    Booked moved = booked("two", "chiropractor", TEN);
    Practitioner whose = bookings.clinic().practitioner("chiropractor").orElseThrow();
    VisitsAtDesk visits = bookings.frontDesk().visits();
    waits("ana", "chiropractor");
    waits("ben", "chiropractor");

    visits.cancel(DESK, id(cancelled), "Dr Kim is ill", false);
    visits.move(DESK, id(moved), whose, NINE.plus(WEEK), Optional.empty());

    assertThat(offered()).containsExactly("ana " + NINE, "ben " + TEN);
  }

  @Test
  void of_a_blocked_time_that_is_opened_again_each_who_waits_is_offered_one_visit() {
    Practitioner whose = bookings.clinic().practitioner("chiropractor").orElseThrow();
    FrontDesk.Block block =
        bookings
            .frontDesk()
            .block(DESK, whose, NINE, NINE.plus(Duration.ofHours(2)), "A course")
            .orElseThrow();
    waits("cy", "exercise-therapist");
    waits("ana", "chiropractor");
    waits("ben", Clinic.ANYONE);
    waits("dan", Clinic.ANYONE);

    bookings.frontDesk().unblock(DESK, block.id());

    assertThat(offered()).containsExactly("ana " + NINE, "ben " + TEN);
    assertThat(claims()).isEqualTo(24);
  }

  @Test
  void the_time_of_a_trial_that_is_erased_is_offered() {
    UUID journey = UUID.randomUUID();
    SqlJournals journals = new SqlJournals(database);
    journals.begin(
        new NewJourney(
            journey,
            new byte[] {1},
            clock.instant(),
            List.of(new Line(UUID.randomUUID(), clock.instant(), "started", "{}"))));
    bookings.book(
        new BookingRequest(
            "one",
            "chiropractor",
            "first-visit",
            NINE,
            person("eve"),
            Optional.of(new BookingRequest.Shared(journey, "{}", Also.NOTHING))));
    waits("ana", "chiropractor");

    journals.erase(journey);
    bookings.settle();

    assertThat(offered()).containsExactly("ana " + NINE);
    bookings.settle();
    assertThat(offers).hasSize(1);
  }

  @Test
  void a_time_that_two_share_is_offered_when_both_are_gone() {
    Booked first = booked("one", "chiropractor", NINE);
    Appointment second =
        ((DeskBooking.Booked) atDesk(NINE, Optional.of("acute pain"))).appointment();
    waits("ana", "chiropractor");

    bookings.cancel(first.token());
    assertThat(offered()).isEmpty();
    bookings.frontDesk().visits().cancel(DESK, second.id(), "no longer needed", false);

    assertThat(offered()).containsExactly("ana " + NINE);
  }

  @Test
  void a_time_that_was_held_for_a_form_is_offered_to_who_joined_the_list_meanwhile() {
    String visitor = bookings.holds().newVisitor();
    waits("before", "chiropractor");
    clock.goOn(Duration.ofMinutes(1));
    hold(visitor, "chiropractor", NINE);
    waits("ana", "chiropractor");

    hold(visitor, "chiropractor", TEN);
    assertThat(offered()).containsExactly("ana " + NINE);

    waits("ben", "chiropractor");
    bookings.holds().letGo(visitor);
    assertThat(offered()).containsExactly("ana " + NINE, "ben " + TEN);
  }

  @Test
  void a_hold_that_ends_by_itself_is_offered_to_who_joined_the_list_meanwhile() {
    hold(bookings.holds().newVisitor(), "chiropractor", NINE);
    waits("ana", "chiropractor");

    clock.goOn(Duration.ofMinutes(11));
    bookings.settle();

    assertThat(offered()).containsExactly("ana " + NINE);
  }

  @Test
  void who_said_no_to_a_time_is_not_asked_again_when_it_is_freed_again() {
    waits("ana", "chiropractor");
    bookings.cancel(booked("one", "chiropractor", NINE).token());
    bookings.offers().decline(offers.getFirst().token());

    bookings.cancel(booked("two", "chiropractor", NINE).token());

    assertThat(offers).hasSize(1);
    assertThat(isFree(NINE, Optional.empty())).isTrue();
  }

  @Test
  void a_freed_time_and_the_free_one_beside_it_make_room_for_a_longer_visit() {
    Practitioner whose = bookings.clinic().practitioner("chiropractor").orElseThrow();
    Instant quarterTo = NINE.minusSeconds(900);
    bookings
        .frontDesk()
        .block(DESK, whose, NINE.plusSeconds(2700), NINE.plusSeconds(4 * 3600), "A course");
    Booked short_ =
        (Booked)
            bookings.book(
                new BookingRequest(
                    "short",
                    "chiropractor",
                    "follow-up",
                    NINE.plusSeconds(900),
                    person("eve"),
                    Optional.empty()));
    waitsFrom("ana", 8 * 60 + 45);

    bookings.cancel(short_.token());

    assertThat(offered()).containsExactly("ana " + quarterTo);
  }

  @Test
  void staff_offer_by_hand_only_what_is_theirs_to_give() {
    waits("ana", "chiropractor");
    UUID ana = bookings.waitingList().all().getFirst().id();
    Practitioner whose = bookings.clinic().practitioner("chiropractor").orElseThrow();
    AtDesk elsewhere = new AtDesk(Set.of("elsewhere"), (connection, what, journey, detail) -> {});
    FrontDesk desk = bookings.frontDesk();

    assertThat(desk.offer(elsewhere, ana, whose, NINE)).isFalse();
    assertThat(desk.offer(DESK, ana, whose, NINE.plusSeconds(120))).as("between cells").isFalse();
    assertThat(desk.offer(DESK, ana, whose, NINE)).isTrue();
    assertThat(desk.offer(DESK, ana, whose, TEN)).as("beside another offer").isFalse();
    assertThat(offered()).containsExactly("ana " + NINE);
  }

  @Test
  void the_link_of_a_place_on_the_list_takes_what_is_offered_and_then_leads_to_nothing() {
    String place = waits("ana", "chiropractor");
    assertThat(bookings.offers().take(place)).isInstanceOf(Taking.Unknown.class);
    bookings.cancel(booked("one", "chiropractor", NINE).token());

    Taking taken = bookings.offers().take(place);

    assertThat(bookings.find(((Taking.Booked) taken).token()).orElseThrow().start())
        .isEqualTo(NINE);
    assertThat(bookings.offers().take(place)).isInstanceOf(Taking.Unknown.class);
    assertThat(bookings.offers().decline(place)).isFalse();
  }

  private static final Duration WEEK = Duration.ofDays(7);

  private List<String> offered() {
    return offers.stream()
        .map(offered -> offered.person().name() + " " + offered.offer().start())
        .toList();
  }

  private UUID id(Booked booked) {
    return bookings.find(booked.token()).orElseThrow().id();
  }

  /** Three visits of half an hour at nine. */
  private String threeWeeks() {
    Practitioner whose = bookings.clinic().practitioner("chiropractor").orElseThrow();
    return series("s", bookings.repeated().plan(whose, service("follow-up"), NINE, 3, 1)).token();
  }

  private void waits(String name, String practitioner, String service) {
    bookings.waitingList().join(wishes(name, practitioner, service, 0, 1440));
  }

  private void waitsFrom(String name, int minute) {
    bookings.waitingList().join(wishes(name, "chiropractor", "first-visit", minute, minute));
  }
}
