package org.counterpose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.counterpose.app.SettableClock;
import org.counterpose.booking.Booking.Booked;
import org.counterpose.booking.Booking.Taken;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.booking.Correspondence.Kind;
import org.counterpose.store.CalendarCells;
import org.counterpose.store.Database;
import org.counterpose.store.SqlAppointments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds, anyone, the front desk, the waiting list and visits week after week. */
class BusyClinicTest {

  private static final Instant NINE = Instant.parse("2026-12-01T14:00:00Z");
  private static final Instant TEN = Instant.parse("2026-12-01T15:00:00Z");
  private static final AtDesk DESK =
      new AtDesk(Set.of(), (connection, what, journey, detail) -> {});

  @TempDir Path folder;
  SettableClock clock = SettableClock.at("2026-11-23T15:00:00Z");
  Database database;
  SqlAppointments appointments;
  Bookings bookings;
  List<Correspondence.News> news = new ArrayList<>();
  List<Correspondence.Offered> offers = new ArrayList<>();
  List<Correspondence.Joined> joins = new ArrayList<>();

  @BeforeEach
  void open() {
    database = Database.open(folder);
    appointments = new SqlAppointments(database);
    bookings =
        new Bookings(
            Clinics.shipped(),
            appointments,
            clock,
            UUID::randomUUID,
            new SecureRandom(),
            new Correspondence() {
              @Override
              public void tell(java.sql.Connection connection, News told) {
                news.add(told);
              }

              @Override
              public void tell(java.sql.Connection connection, Offered offered) {
                offers.add(offered);
              }

              @Override
              public void tell(java.sql.Connection connection, Joined joined) {
                joins.add(joined);
              }
            });
  }

  @AfterEach
  void close() {
    database.close();
  }

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
  void visits_week_after_week_are_all_booked_and_one_link_opens_each() {
    Service service = service("follow-up");
    Practitioner whose = bookings.clinic().practitioner("chiropractor").orElseThrow();
    List<Planned> planned = bookings.repeated().plan(whose, service, NINE, 4, 1);
    assertThat(planned).allMatch(Planned::free);

    String token = series("s", planned).token();

    List<RepeatedVisits.Opened> all =
        bookings.repeated().of(token, bookings.find(token).orElseThrow());
    assertThat(all).hasSize(4);
    assertThat(all)
        .allMatch(
            each -> bookings.find(each.token()).orElseThrow().id().equals(each.appointment().id()));
    assertThat(bookings.repeated().of(all.get(2).token(), all.get(2).appointment())).isEqualTo(all);
    assertThat(news).hasSize(1);
    assertThat(news.getFirst().whole().orElseThrow().visits()).hasSize(4);
    assertThat(series("s", planned).token()).isEqualTo(token);
  }

  @Test
  void where_some_of_a_series_are_taken_none_is_booked_and_the_nearest_free_times_are_told() {
    Service service = service("follow-up");
    Practitioner whose = bookings.clinic().practitioner("chiropractor").orElseThrow();
    List<Planned> before = bookings.repeated().plan(whose, service, NINE, 3, 1);
    booked("in the way", "chiropractor", NINE.plus(Duration.ofDays(7)));

    SeriesBooking refused =
        bookings.repeated().book(new RepeatedVisits.Series(seriesWish("s"), 3, 1, List.of()));

    assertThat(refused).isInstanceOf(SeriesBooking.Conflicts.class);
    List<Planned> told = ((SeriesBooking.Conflicts) refused).visits();
    assertThat(told.get(1).free()).isFalse();
    assertThat(told.get(1).nearest()).isPresent();
    assertThat(claims()).isEqualTo(12);
    List<Planned> better = told;
    assertThat(series("t", better).token()).isNotEmpty();
  }

  @Test
  void a_visit_and_those_after_it_move_together_or_not_at_all_and_are_cancelled_together() {
    Service service = service("follow-up");
    Practitioner whose = bookings.clinic().practitioner("chiropractor").orElseThrow();
    String token = series("s", bookings.repeated().plan(whose, service, NINE, 3, 1)).token();
    String second = token + "~2";

    assertThat(bookings.repeated().moveFollowing(second, TEN.plus(Duration.ofDays(8))))
        .isInstanceOf(Moving.Moved.class);

    assertThat(starts(token))
        .containsExactly(NINE, TEN.plus(Duration.ofDays(8)), TEN.plus(Duration.ofDays(15)));
    Booked inTheWay = booked("in the way", "chiropractor", NINE.plus(Duration.ofDays(16)));
    assertThat(inTheWay).isNotNull();
    assertThat(bookings.repeated().moveFollowing(second, NINE.plus(Duration.ofDays(9))))
        .isInstanceOf(Moving.SomeTaken.class);
    assertThat(starts(token)).contains(TEN.plus(Duration.ofDays(8)));
    assertThat(bookings.repeated().cancelFollowing(second))
        .isInstanceOf(Cancelling.Cancelled.class);
    assertThat(bookings.find(token).orElseThrow().cancelled()).isFalse();
    assertThat(bookings.find(token + "~3").orElseThrow().cancelled()).isTrue();
    assertThat(news.getLast().changed()).hasSize(2);
    assertThat(news.getLast().whole().orElseThrow().series().revision()).isEqualTo(2);
  }

  @Test
  void a_series_keeps_the_time_on_the_wall_across_both_changes_of_the_clocks() {
    for (String zone : List.of("America/New_York", "Europe/Berlin", "Australia/Sydney")) {
      ZoneId wall = ZoneId.of(zone);
      for (String first : List.of("2026-10-05T09:00", "2027-03-08T09:00")) {
        Instant start = java.time.LocalDateTime.parse(first).atZone(wall).toInstant();
        Set<Integer> offsets = new java.util.HashSet<>();
        for (int week = 0; week < 8; week++) {
          ZonedDateTime at = RepeatedVisits.later(start, wall, week).atZone(wall);
          assertThat(at.toLocalTime()).hasToString("09:00");
          assertThat(at.toLocalDate())
              .isEqualTo(LocalDate.parse(first.substring(0, 10)).plusWeeks(week));
          offsets.add(at.getOffset().getTotalSeconds());
        }
        if (!zone.equals("Australia/Sydney") || first.startsWith("2027")) {
          assertThat(offsets).as(zone + " " + first).hasSize(2);
        }
      }
    }
  }

  private List<Instant> starts(String token) {
    return bookings.repeated().of(token, bookings.find(token).orElseThrow()).stream()
        .map(each -> each.appointment().start())
        .toList();
  }

  private SeriesBooking.Booked series(String key, List<Planned> planned) {
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

  private static BookingRequest seriesWish(String key) {
    return new BookingRequest(
        key, "chiropractor", "follow-up", NINE, person("ana"), Optional.empty());
  }

  private String waits(String name, String practitioner) {
    return bookings
        .waitingList()
        .join(
            new WaitingWish(
                "first-visit",
                practitioner,
                Optional.empty(),
                LocalDate.parse("2026-11-23"),
                LocalDate.parse("2026-12-31"),
                EnumSet.allOf(DayOfWeek.class),
                0,
                1440,
                person(name),
                Optional.empty()));
  }

  private DeskBooking atDesk(Instant start, Optional<String> onPurpose) {
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

  private Hold hold(String visitor, String practitioner, Instant start) {
    return bookings
        .holds()
        .hold(visitor, "198.51.100.7", service("first-visit"), wish("", practitioner, start));
  }

  private boolean isFree(Instant start, Optional<String> visitor) {
    LocalDate date = LocalDate.ofInstant(start, bookings.clinic().zone());
    return bookings.free(service("first-visit"), date, date, visitor).stream()
        .anyMatch(time -> time.practitioner().equals("chiropractor") && time.start().equals(start));
  }

  private long claims() {
    return database
        .read(connection -> CalendarCells.claims(connection, 0, Long.MAX_VALUE, clock.instant()))
        .size();
  }

  private Booked booked(String key, String practitioner, Instant start) {
    return (Booked) bookings.book(wish(key, practitioner, start));
  }

  private Service service(String id) {
    return bookings.clinic().service(id).orElseThrow();
  }

  private static BookingRequest wish(String key, String practitioner, Instant start) {
    return new BookingRequest(
        key, practitioner, "first-visit", start, person("Ana Díaz"), Optional.empty());
  }

  private static Person person(String name) {
    return new Person(name, name.replaceAll("[^a-z]", "") + "@example.org");
  }
}
