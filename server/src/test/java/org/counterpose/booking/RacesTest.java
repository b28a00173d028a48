package org.counterpose.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpose.booking.Crowd.CLIENTS;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.store.CalendarCells;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred clients, a real server, one time: exactly one wins, and the rest are told. */
@Timeout(300)
class RacesTest {

  private static final Instant NINE = Instant.parse("2026-12-01T14:00:00Z");
  private static final FreeTime WITH_CHIROPRACTOR = new FreeTime("chiropractor", NINE, NINE);

  private static final String TAKEN = "That time is taken. Nothing was changed. Choose another.";
  private static final String NOT_FREE = "09:00 on Tuesday 1 December is not free any more.";
  private static final String GONE =
      "09:00 on Tuesday 1 December is no longer free, and nothing was booked.";
  private static final String NOTHING_KEPT =
      "No time is kept for you just now, so nothing was booked.";

  private static final String KEPT = "This time is kept for you";
  private static final String HAVE_IT = "You have your visit. You are no longer on the list.";

  /** Of five minutes each, that a first visit and the time after it take. */
  private static final int CELLS = 12;

  @TempDir Path folder;
  SettableClock clock = SettableClock.at("2026-11-23T15:00:00Z");
  Served served;
  Crowd crowd;

  @BeforeEach
  void start() {
    served = Served.in(folder.resolve(UUID.randomUUID().toString()), clock);
    crowd = new Crowd(served.address());
  }

  @AfterEach
  void stop() {
    crowd.close();
    served.close();
  }

  @Test
  void of_200_who_want_one_time_one_gets_it() {
    Crowd.Answers answers = crowd.race("one time", i -> crowd.booking("chiropractor", NINE));

    answers.won(201, 1, TAKEN);
    assertThat(claims()).isEqualTo(CELLS);
  }

  @Test
  void of_200_who_open_the_form_one_holds_the_time_and_confirms_it() {
    String page = "/book/first-visit/chiropractor/" + NINE;
    Crowd.Answers opened = crowd.race("hold", i -> crowd.get(page));
    opened.won(200, 1, NOT_FREE);
    String cookie =
        opened.with(200).getFirst().headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];

    Crowd.Answers confirmed =
        crowd.race(
            "confirm",
            i ->
                crowd.form(
                    page,
                    "key=" + UUID.randomUUID() + "&name=Ana&email=ana%40example.org",
                    i == 77 ? cookie : "hold=AAAAAAAAAAAAAAAAAAAAAAAA" + i));

    confirmed.won(303, 1, GONE);
    assertThat(confirmed.of(77).statusCode()).isEqualTo(303);
    assertThat(claims()).isEqualTo(CELLS);
  }

  @Test
  void of_200_visits_that_move_to_one_time_one_gets_there_and_the_rest_stay_where_they_are() {
    List<FreeTime> times = apart();
    List<String> tokens = times.stream().map(this::booked).toList();

    Crowd.Answers answers =
        crowd.race(
            "move",
            i ->
                crowd.post(
                    "/api/v1/appointments/" + tokens.get(i) + "/move",
                    "{\"start\":\"" + NINE + "\",\"practitioner\":\"chiropractor\"}"));

    answers.won(200, 1, TAKEN);
    for (int i = 0; i < CLIENTS; i++) {
      boolean moved = answers.of(i).statusCode() == 200;
      assertThat(bookings().find(tokens.get(i)).orElseThrow().start())
          .isEqualTo(moved ? NINE : times.get(i).start());
    }
    assertThat(claims()).isEqualTo(CELLS * CLIENTS);
  }

  @Test
  void of_200_who_book_what_is_cancelled_meanwhile_one_gets_it() {
    String token = booked(WITH_CHIROPRACTOR);

    Crowd.Answers answers =
        crowd.race(
            "cancel and book",
            i ->
                i == 0
                    ? crowd.delete("/api/v1/appointments/" + token)
                    : crowd.booking("chiropractor", NINE));
    assertThat(answers.of(0).statusCode()).isEqualTo(204);
    int winners = answers.with(201).size();
    assertThat(winners).isLessThanOrEqualTo(1);
    answers.without(0).won(201, winners, TAKEN);

    Crowd.Answers again = crowd.race("book again", i -> crowd.booking("chiropractor", NINE));
    again.won(201, 1 - winners, TAKEN);
    assertThat(claims()).isEqualTo(CELLS);
  }

  @Test
  void of_200_who_want_anyone_as_many_get_one_as_there_are_practitioners() {
    Crowd.Answers answers = crowd.race("anyone", i -> crowd.booking(Clinic.ANYONE, NINE));

    answers.won(201, 2, TAKEN);
    assertThat(claims()).isEqualTo(2 * CELLS);
  }

  @Test
  void of_200_who_want_anyone_one_gets_the_last_who_is_free() {
    booked(WITH_CHIROPRACTOR);

    Crowd.Answers answers = crowd.race("anyone, one left", i -> crowd.booking(Clinic.ANYONE, NINE));

    answers.won(201, 1, TAKEN);
    assertThat(answers.with(201).getFirst().body()).contains("exercise-therapist");
    assertThat(claims()).isEqualTo(2 * CELLS);
  }

  @Test
  void a_freed_time_goes_to_one_of_200_who_wait_whoever_else_is_fast() {
    String token = booked(WITH_CHIROPRACTOR);
    List<String> places = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      places.add(waits());
    }

    Crowd.Answers freed =
        crowd.race(
            "freed for who waits",
            i ->
                i == 100
                    ? crowd.delete("/api/v1/appointments/" + token)
                    : crowd.booking("chiropractor", NINE));
    assertThat(freed.of(100).statusCode()).isEqualTo(204);
    freed.without(100).won(201, 0, TAKEN);

    Crowd.Answers taken =
        crowd.race(
            "take what is kept for one",
            i -> crowd.form("/waiting/" + places.get(i) + "/take", "", ""));

    taken.won(303, 1, NOTHING_KEPT);
    assertThat(taken.of(0).headers().firstValue("Location").orElseThrow())
        .startsWith("/appointment/");
    assertThat(claims()).isEqualTo(CELLS);
    assertThat(states(places).getFirst()).isEqualTo(Waiting.State.BOOKED);
    assertThat(states(places).subList(1, CLIENTS)).containsOnly(Waiting.State.WAITING);
  }

  @Test
  void a_time_that_is_passed_on_while_200_reach_for_it_goes_to_the_next_and_to_nobody_else() {
    String token = booked(WITH_CHIROPRACTOR);
    List<String> places = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      places.add(waits());
    }
    bookings().cancel(token);

    Crowd.Answers passedOn =
        crowd.race(
            "passed on",
            i -> crowd.form("/waiting/" + places.get(i) + (i == 0 ? "/decline" : "/take"), "", ""));
    assertThat(passedOn.of(0).headers().firstValue("Location"))
        .contains("/waiting/" + places.getFirst());
    passedOn.without(1).without(0).won(303, 0, NOTHING_KEPT);
    boolean early = passedOn.of(1).statusCode() == 409;

    Crowd.Answers taken =
        crowd.race("take", i -> crowd.form("/waiting/" + places.get(i) + "/take", "", ""));

    taken.without(1).won(303, 0, NOTHING_KEPT);
    assertThat(taken.of(1).statusCode()).isEqualTo(early ? 303 : 409);
    if (early) { // the offer may have come before the page was written
      assertThat(passedOn.of(1).body()).containsAnyOf(NOTHING_KEPT, KEPT);
    } else {
      assertThat(taken.of(1).body()).contains(HAVE_IT);
    }
    assertThat(claims()).isEqualTo(CELLS);
    assertThat(states(places).get(1)).isEqualTo(Waiting.State.BOOKED);
    assertThat(states(places)).filteredOn(Waiting.State.BOOKED::equals).hasSize(1);
  }

  @RepeatedTest(20)
  @Tag("slow")
  void every_race_twenty_times() {
    List<Runnable> races =
        List.of(
            this::of_200_who_want_one_time_one_gets_it,
            this::of_200_who_open_the_form_one_holds_the_time_and_confirms_it,
            this
                ::of_200_visits_that_move_to_one_time_one_gets_there_and_the_rest_stay_where_they_are,
            this::of_200_who_book_what_is_cancelled_meanwhile_one_gets_it,
            this::of_200_who_want_anyone_as_many_get_one_as_there_are_practitioners,
            this::of_200_who_want_anyone_one_gets_the_last_who_is_free,
            this::a_freed_time_goes_to_one_of_200_who_wait_whoever_else_is_fast,
            this
                ::a_time_that_is_passed_on_while_200_reach_for_it_goes_to_the_next_and_to_nobody_else);
    for (Runnable each : races) {
      stop();
      start();
      each.run();
    }
  }

  private Bookings bookings() {
    return served.server().practice().bookings();
  }

  private long claims() {
    return served
        .server()
        .practice()
        .database()
        .read(connection -> CalendarCells.claims(connection, 0, Long.MAX_VALUE, clock.instant()))
        .size();
  }

  private String booked(FreeTime time) {
    return ((Booking.Booked)
            bookings()
                .book(
                    new BookingRequest(
                        UUID.randomUUID().toString(),
                        time.practitioner(),
                        "first-visit",
                        time.start(),
                        new Person("Ben", "ben@example.org"),
                        Optional.empty())))
        .token();
  }

  /** Somebody new on the waiting list, for whatever is free with the chiropractor. */
  private String waits() {
    return bookings()
        .waitingList()
        .join(
            new WaitingWish(
                "first-visit",
                "chiropractor",
                Optional.empty(),
                LocalDate.parse("2026-11-23"),
                LocalDate.parse("2026-12-31"),
                EnumSet.allOf(DayOfWeek.class),
                0,
                1440,
                new Person("Ana", "ana@example.org"),
                Optional.empty()));
  }

  private List<Waiting.State> states(List<String> places) {
    return places.stream()
        .map(place -> bookings().waitingList().find(place).orElseThrow().state())
        .toList();
  }

  /** A time for each of them that overlaps with no other, from the day after on. */
  private List<FreeTime> apart() {
    List<FreeTime> apart = new ArrayList<>();
    LocalDate from = LocalDate.parse("2026-12-02");
    Clinic.Service service = bookings().clinic().service("first-visit").orElseThrow();
    for (FreeTime time : bookings().free(service, from, from.plusDays(50))) {
      boolean clear =
          apart.stream()
              .noneMatch(
                  other ->
                      other.practitioner().equals(time.practitioner())
                          && Math.abs(
                                  other.start().getEpochSecond() - time.start().getEpochSecond())
                              < 3600);
      if (clear && apart.size() < CLIENTS) {
        apart.add(time);
      }
    }
    assertThat(apart).hasSize(CLIENTS);
    return apart;
  }
}
