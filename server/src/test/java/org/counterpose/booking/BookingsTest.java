package org.counterpose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.counterpose.app.SettableClock;
import org.counterpose.booking.Booking.Booked;
import org.counterpose.booking.Booking.KeyUsed;
import org.counterpose.booking.Booking.Taken;
import org.counterpose.booking.Cancelling.Cancelled;
import org.counterpose.booking.Moving.Moved;
import org.counterpose.booking.Moving.Over;
import org.counterpose.booking.Moving.Unknown;
import org.counterpose.store.Also;
import org.counterpose.store.Appointments;
import org.counterpose.store.Database;
import org.counterpose.store.NewJourney;
import org.counterpose.store.SqlAppointments;
import org.counterpose.store.SqlJournals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookingsTest {

  private static final Instant NINE = Instant.parse("2026-11-24T14:00:00Z");
  private static final Instant TEN = Instant.parse("2026-11-24T15:00:00Z");

  @TempDir Path folder;
  SettableClock clock = SettableClock.at("2026-11-22T12:00:00Z");
  Database database;
  Appointments appointments;
  Bookings bookings;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    appointments = new SqlAppointments(database);
    bookings =
        new Bookings(Clinics.shipped(), appointments, clock, UUID::randomUUID, new SecureRandom());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void what_is_booked_is_found_by_its_token_and_is_no_longer_free() {
    assertThat(isFree(NINE)).isTrue();

    Booked booked = booked("one", NINE);

    Appointment appointment = bookings.find(booked.token()).orElseThrow();
    assertThat(appointment.start()).isEqualTo(NINE);
    assertThat(appointment.end()).isEqualTo(NINE.plus(Duration.ofMinutes(45)));
    assertThat(appointment.person()).isEqualTo(new Person("Ana Díaz", "ana@example.org"));
    assertThat(isFree(NINE)).isFalse();
    assertThat(bookings.find("anything-else")).isEmpty();
  }

  @Test
  void of_forty_who_want_one_time_at_once_exactly_one_gets_it() throws Exception {
    List<Booking> answers = atOnce(40, i -> () -> bookings.book(wish("key " + i, NINE)));

    assertThat(answers).filteredOn(Booked.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Taken.class::isInstance).hasSize(39);
    assertThat(appointments.claims(0, Long.MAX_VALUE)).hasSize(12);
  }

  @Test
  void visits_that_overlap_in_a_buffer_alone_do_not_both_fit() throws Exception {
    List<Booking> answers =
        atOnce(32, i -> () -> bookings.book(wish("key " + i, NINE.plusSeconds(900L * (i % 4)))));

    assertThat(answers).filteredOn(Booked.class::isInstance).hasSize(1);
    assertThat(isFree(NINE.plus(Duration.ofMinutes(45)))).isFalse();
  }

  @Test
  void the_buffer_after_a_visit_is_kept_free_and_the_next_fits_right_behind_it() {
    booked("one", NINE);

    assertThat(bookings.book(wish("two", NINE.plus(Duration.ofMinutes(45)))))
        .isInstanceOf(Taken.class);
    assertThat(bookings.book(wish("three", TEN))).isInstanceOf(Booked.class);
  }

  @Test
  void two_practitioners_have_a_calendar_each() {
    booked("one", NINE);
    BookingRequest other =
        new BookingRequest(
            "two", "exercise-therapist", "first-visit", NINE, ana(), Optional.empty());

    assertThat(bookings.book(other)).isInstanceOf(Booked.class);
  }

  @Test
  void the_same_request_again_gets_the_first_answer_even_when_it_could_not_be_booked_now() {
    Booking first = bookings.book(wish("one", NINE));
    clock.set(NINE.plus(Duration.ofDays(3)));

    assertThat(bookings.book(wish("one", NINE))).isEqualTo(first);
  }

  @Test
  void the_same_request_from_thirty_at_once_is_one_appointment_with_one_answer() throws Exception {
    List<Booking> answers = atOnce(30, i -> () -> bookings.book(wish("the key", NINE)));

    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(answers.getFirst()).isInstanceOf(Booked.class);
  }

  @Test
  void a_refused_request_stays_refused_so_that_a_late_copy_books_nothing() {
    Booked first = booked("one", NINE);
    assertThat(bookings.book(wish("two", NINE))).isInstanceOf(Taken.class);

    bookings.cancel(first.token());

    assertThat(bookings.book(wish("two", NINE))).isInstanceOf(Taken.class);
    assertThat(bookings.book(wish("three", NINE))).isInstanceOf(Booked.class);
  }

  @Test
  void a_key_that_comes_with_another_wish_is_refused() {
    booked("one", NINE);

    assertThat(bookings.book(wish("one", TEN))).isInstanceOf(KeyUsed.class);
    assertThat(isFree(TEN)).isTrue();
  }

  @Test
  void cancelling_frees_the_time_and_a_second_time_changes_nothing() {
    Booked booked = booked("one", NINE);

    Cancelled once = (Cancelled) bookings.cancel(booked.token());
    clock.goOn(Duration.ofMinutes(1));
    Cancelled twice = (Cancelled) bookings.cancel(booked.token());

    assertThat(isFree(NINE)).isTrue();
    assertThat(once.appointment().cancelled()).isTrue();
    assertThat(once.appointment().revision()).isEqualTo(1);
    assertThat(twice).isEqualTo(once);
    assertThat(bookings.cancel("unknown")).isInstanceOf(Unknown.class);
  }

  @Test
  void moving_frees_the_old_time_and_claims_the_new_one() {
    Booked booked = booked("one", NINE);

    Moved moved = (Moved) bookings.move(booked.token(), TEN, Optional.empty());

    assertThat(moved.appointment().start()).isEqualTo(TEN);
    assertThat(moved.appointment().revision()).isEqualTo(1);
    assertThat(isFree(NINE)).isTrue();
    assertThat(isFree(TEN)).isFalse();
  }

  @Test
  void an_appointment_is_not_in_its_own_way() {
    Booked booked = booked("one", NINE);
    Instant later = NINE.plus(Duration.ofMinutes(15));
    Appointment appointment = bookings.find(booked.token()).orElseThrow();

    assertThat(
            bookings.freeToMove(
                appointment, LocalDate.parse("2026-11-24"), LocalDate.parse("2026-11-24")))
        .anyMatch(time -> time.start().equals(later));
    assertThat(bookings.move(booked.token(), later, Optional.empty())).isInstanceOf(Moved.class);
  }

  @Test
  void moving_to_where_it_is_changes_nothing() {
    Booked booked = booked("one", NINE);

    Moved moved = (Moved) bookings.move(booked.token(), NINE, Optional.of("chiropractor"));

    assertThat(moved.appointment().revision()).isZero();
  }

  @Test
  void a_move_to_a_taken_time_leaves_everything_as_it_was() {
    Booked one = booked("one", NINE);
    booked("two", TEN);

    assertThat(bookings.move(one.token(), TEN, Optional.empty())).isInstanceOf(Taken.class);

    assertThat(bookings.find(one.token()).orElseThrow().start()).isEqualTo(NINE);
    assertThat(bookings.find(one.token()).orElseThrow().revision()).isZero();
    assertThat(isFree(NINE)).isFalse();
  }

  @Test
  void of_many_who_move_to_one_time_at_once_exactly_one_gets_it() throws Exception {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tokens.add(
          booked(
                  "a" + i,
                  NINE.plus(Duration.ofDays(7))
                      .plusSeconds(3600L * (i % 3) + (i == 3 ? 5 * 3600 : 0)))
              .token());
      tokens.add(
          booked(
                  "b" + i,
                  NINE.plus(Duration.ofDays(14))
                      .plusSeconds(3600L * (i % 3) + (i == 3 ? 5 * 3600 : 0)))
              .token());
    }

    List<Moving> answers =
        atOnce(tokens.size(), i -> () -> bookings.move(tokens.get(i), NINE, Optional.empty()));

    assertThat(answers).filteredOn(Moved.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Taken.class::isInstance).hasSize(7);
    assertThat(appointments.claims(0, Long.MAX_VALUE)).hasSize(8 * 12);
  }

  @Test
  void two_who_swap_their_times_never_share_one() throws Exception {
    Booked one = booked("one", NINE);
    Booked two = booked("two", TEN);

    for (int round = 0; round < 20; round++) {
      atOnce(
          2,
          i ->
              () ->
                  bookings.move(
                      i == 0 ? one.token() : two.token(), i == 0 ? TEN : NINE, Optional.empty()));
      assertThat(appointments.claims(0, Long.MAX_VALUE)).hasSize(24);
    }
  }

  @Test
  void what_was_cancelled_or_has_begun_cannot_be_moved_and_what_has_begun_not_cancelled() {
    Booked one = booked("one", NINE);
    Booked two = booked("two", TEN);
    bookings.cancel(one.token());

    assertThat(bookings.move(one.token(), TEN.plus(Duration.ofDays(1)), Optional.empty()))
        .isInstanceOf(Over.class);
    clock.set(TEN);
    assertThat(bookings.move(two.token(), TEN.plus(Duration.ofDays(1)), Optional.empty()))
        .isInstanceOf(Over.class);
    assertThat(bookings.cancel(two.token())).isInstanceOf(Over.class);
  }

  @Test
  void a_visit_that_the_trial_went_along_to_goes_with_the_trial_when_that_is_erased() {
    UUID journey = UUID.randomUUID();
    SqlJournals journals = new SqlJournals(database);
    journals.begin(
        new NewJourney(
            journey,
            new byte[] {1},
            clock.instant(),
            List.of(
                new org.counterpose.store.Line(
                    UUID.randomUUID(), clock.instant(), "started", "{}"))));
    Booked booked =
        (Booked)
            bookings.book(
                sharing(
                    "one", NINE, new BookingRequest.Shared(journey, "{\"day\":9}", Also.NOTHING)));
    assertThat(bookings.find(booked.token()).orElseThrow().summary()).contains("{\"day\":9}");
    assertThat(bookings.toComeOf(journey)).hasSize(1);
    Booked without = booked("two", NINE.plus(Duration.ofDays(7)));

    journals.erase(journey);

    assertThat(bookings.find(booked.token())).isEmpty();
    assertThat(bookings.toComeOf(journey)).isEmpty();
    assertThat(isFree(NINE)).isTrue();
    assertThat(bookings.find(without.token())).isPresent();
  }

  @Test
  void a_visit_that_is_over_or_cancelled_is_none_to_come() {
    UUID journey = UUID.randomUUID();
    BookingRequest.Shared shared = new BookingRequest.Shared(journey, "{}", Also.NOTHING);
    Booked today = (Booked) bookings.book(sharing("one", NINE, shared));
    Booked later = (Booked) bookings.book(sharing("two", NINE.plus(Duration.ofDays(7)), shared));
    assertThat(bookings.toComeOf(journey)).hasSize(2);

    bookings.cancel(later.token());
    clock.set(today.start());

    assertThat(bookings.toComeOf(journey)).isEmpty();
  }

  @Test
  void past_appointments_can_be_forgotten_with_all_that_belongs_to_them() {
    Booked past = booked("one", NINE);
    Booked later = booked("two", NINE.plus(Duration.ofDays(7)));
    assertThat(bookings.book(wish("three", NINE))).isInstanceOf(Taken.class);

    assertThat(appointments.forget(NINE.plus(Duration.ofDays(1)))).isEqualTo(1);

    assertThat(bookings.find(past.token())).isEmpty();
    assertThat(bookings.find(later.token())).isPresent();
    assertThat(appointments.claims(0, Long.MAX_VALUE)).hasSize(12);
    assertThat(rows("booking_key")).isEqualTo(1);
    assertThat(appointments.forget(NINE.plus(Duration.ofDays(1)))).isZero();
  }

  private long rows(String table) {
    return database.read(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  @Test
  void everything_booked_is_there_after_a_restart() {
    Booked booked = booked("one", NINE);
    database.close();
    open();

    assertThat(bookings.find(booked.token())).isPresent();
    assertThat(bookings.book(wish("one", NINE))).isEqualTo(booked);
    assertThat(bookings.book(wish("two", NINE))).isInstanceOf(Taken.class);
  }

  @Test
  void a_time_that_is_not_offered_is_refused_and_nothing_is_kept() {
    assertThat(bookings.book(wish("one", NINE.plusSeconds(60))))
        .isEqualTo(new NotOffered(NotOffered.Why.OFF_GRID));
    assertThat(bookings.book(wish("one", NINE))).isInstanceOf(Booked.class);
  }

  private static BookingRequest sharing(String key, Instant start, BookingRequest.Shared shared) {
    return new BookingRequest(
        key, "chiropractor", "first-visit", start, ana(), Optional.of(shared));
  }

  private boolean isFree(Instant start) {
    LocalDate date = LocalDate.ofInstant(start, bookings.clinic().zone());
    return bookings.free(bookings.clinic().services().getFirst(), date, date).stream()
        .anyMatch(time -> time.practitioner().equals("chiropractor") && time.start().equals(start));
  }

  private Booked booked(String key, Instant start) {
    return (Booked) bookings.book(wish(key, start));
  }

  private static BookingRequest wish(String key, Instant start) {
    return new BookingRequest(key, "chiropractor", "first-visit", start, ana(), Optional.empty());
  }

  private static Person ana() {
    return new Person("Ana Díaz", "ana@example.org");
  }

  /** Does so many things from as many threads, as nearly at once as can be. */
  private static <T> List<T> atOnce(int people, IntFunction<Callable<T>> each) throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
      List<Future<T>> waiting = new ArrayList<>();
      for (int i = 0; i < people; i++) {
        Callable<T> one = each.apply(i);
        waiting.add(
            threads.submit(
                () -> {
                  go.await();
                  return one.call();
                }));
      }
      go.countDown();
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : waiting) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
