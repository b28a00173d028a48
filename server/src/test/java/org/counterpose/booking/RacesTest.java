package org.counterpose.booking;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
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

  private static final int CLIENTS = 200;
  private static final Instant NINE = Instant.parse("2026-12-01T14:00:00Z");

  @TempDir Path folder;
  SettableClock clock = SettableClock.at("2026-11-23T15:00:00Z");
  Served served;
  HttpClient http;

  @BeforeEach
  void start() {
    served = Served.in(folder.resolve(UUID.randomUUID().toString()), clock);
    http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  @AfterEach
  void stop() {
    http.close();
    served.close();
  }

  @Test
  void of_200_who_want_one_time_one_gets_it() {
    List<Integer> statuses = race("one time", i -> booking("chiropractor", NINE));

    assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(CLIENTS - 1);
    assertThat(claims()).isEqualTo(12);
  }

  @Test
  void of_200_who_open_the_form_one_holds_the_time_and_confirms_it() {
    List<HttpResponse<String>> opened =
        answers("hold", i -> get("/book/first-visit/chiropractor/" + NINE));
    List<HttpResponse<String>> holding =
        opened.stream().filter(answer -> answer.statusCode() == 200).toList();
    assertThat(holding).hasSize(1);
    assertThat(opened).filteredOn(answer -> answer.statusCode() == 409).hasSize(CLIENTS - 1);
    String cookie =
        holding.getFirst().headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];

    List<HttpResponse<String>> confirmed =
        answers(
            "confirm",
            i ->
                form(
                    "/book/first-visit/chiropractor/" + NINE,
                    "key=" + UUID.randomUUID() + "&name=Ana&email=ana%40example.org",
                    i == 77 ? cookie : "hold=AAAAAAAAAAAAAAAAAAAAAAAA" + i));

    assertThat(confirmed.get(77).statusCode()).isEqualTo(303);
    assertThat(confirmed).filteredOn(answer -> answer.statusCode() == 409).hasSize(CLIENTS - 1);
    assertThat(claims()).isEqualTo(12);
  }

  @Test
  void of_many_visits_that_move_to_one_time_one_gets_there() {
    List<String> tokens = new ArrayList<>();
    for (FreeTime time : apart(19)) {
      tokens.add(booked(time));
    }

    List<Integer> statuses =
        race(
            "move",
            i ->
                post(
                    "/api/v1/appointments/" + tokens.get(i % tokens.size()) + "/move",
                    "{\"start\":\"" + NINE + "\",\"practitioner\":\"chiropractor\"}"));

    assertThat(statuses).allMatch(status -> status == 200 || status == 409);
    assertThat(
            tokens.stream()
                .map(token -> bookings().find(token).orElseThrow())
                .filter(
                    visit ->
                        visit.start().equals(NINE) && visit.practitioner().equals("chiropractor")))
        .hasSize(1);
    assertThat(claims()).isEqualTo(12 * tokens.size());
  }

  @Test
  void of_200_who_book_what_is_cancelled_meanwhile_one_gets_it() {
    String token = booked(new FreeTime("chiropractor", NINE, NINE));

    List<Integer> statuses =
        race(
            "cancel and book",
            i ->
                i == 0
                    ? HttpRequest.newBuilder(
                            URI.create(served.address() + "/api/v1/appointments/" + token))
                        .DELETE()
                        .build()
                    : booking("chiropractor", NINE));
    assertThat(statuses.getFirst()).isEqualTo(204);
    List<Integer> again = race("book again", i -> booking("chiropractor", NINE));

    statuses.addAll(again);
    assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
    assertThat(claims()).isEqualTo(12);
  }

  @Test
  void of_200_who_want_anyone_as_many_get_one_as_there_are_practitioners() {
    List<Integer> statuses = race("anyone", i -> booking(Clinic.ANYONE, NINE));

    assertThat(statuses).filteredOn(status -> status == 201).hasSize(2);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(CLIENTS - 2);
    assertThat(claims()).isEqualTo(24);
  }

  @Test
  void the_freed_time_goes_to_the_one_who_waits_whoever_else_is_fast() {
    String token = booked(new FreeTime("chiropractor", NINE, NINE));
    String place =
        bookings()
            .waitingList()
            .join(
                new WaitingWish(
                    "first-visit",
                    Clinic.ANYONE,
                    Optional.empty(),
                    LocalDate.parse("2026-11-23"),
                    LocalDate.parse("2026-12-31"),
                    EnumSet.allOf(DayOfWeek.class),
                    0,
                    1440,
                    new Person("Ana", "ana@example.org"),
                    Optional.empty()));
    List<Integer> statuses =
        race(
            "freed for who waits",
            i ->
                i == 100
                    ? HttpRequest.newBuilder(
                            URI.create(served.address() + "/api/v1/appointments/" + token))
                        .DELETE()
                        .build()
                    : booking("chiropractor", NINE));
    assertThat(statuses.get(100)).isEqualTo(204);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(CLIENTS - 1);

    List<Integer> taking =
        race(
            "take what is offered",
            i ->
                i % 2 == 0
                    ? form("/waiting/" + place + "/take", "", "")
                    : booking("chiropractor", NINE));

    assertThat(taking).filteredOn(status -> status == 303).hasSize(1);
    assertThat(taking).filteredOn(status -> status == 409).hasSize(CLIENTS - 1);
    assertThat(claims()).isEqualTo(12);
    assertThat(bookings().waitingList().find(place).orElseThrow().state())
        .isEqualTo(Waiting.State.BOOKED);
  }

  @RepeatedTest(20)
  @Tag("slow")
  void every_race_twenty_times() {
    List<Runnable> races =
        List.of(
            this::of_200_who_want_one_time_one_gets_it,
            this::of_200_who_open_the_form_one_holds_the_time_and_confirms_it,
            this::of_many_visits_that_move_to_one_time_one_gets_there,
            this::of_200_who_book_what_is_cancelled_meanwhile_one_gets_it,
            this::of_200_who_want_anyone_as_many_get_one_as_there_are_practitioners,
            this::the_freed_time_goes_to_the_one_who_waits_whoever_else_is_fast);
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

  /** Times of a later week that do not overlap. */
  private List<FreeTime> apart(int most) {
    List<FreeTime> apart = new ArrayList<>();
    LocalDate from = LocalDate.parse("2026-12-07");
    Clinic.Service service = bookings().clinic().service("first-visit").orElseThrow();
    for (FreeTime time : bookings().free(service, from, from.plusDays(20))) {
      boolean clear =
          apart.stream()
              .noneMatch(
                  other ->
                      other.practitioner().equals(time.practitioner())
                          && Math.abs(
                                  other.start().getEpochSecond() - time.start().getEpochSecond())
                              < 3600);
      if (clear && apart.size() < most) {
        apart.add(time);
      }
    }
    return apart;
  }

  private List<Integer> race(String what, IntFunction<HttpRequest> request) {
    return new ArrayList<>(answers(what, request).stream().map(HttpResponse::statusCode).toList());
  }

  private List<HttpResponse<String>> answers(String what, IntFunction<HttpRequest> request) {
    List<HttpRequest> requests = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      requests.add(request.apply(i));
    }
    List<CompletableFuture<HttpResponse<String>>> sent =
        requests.stream().map(each -> http.sendAsync(each, BodyHandlers.ofString())).toList();
    List<HttpResponse<String>> answers = sent.stream().map(CompletableFuture::join).toList();
    System.out.println(
        "race, "
            + what
            + ": "
            + new TreeMap<>(
                answers.stream().collect(groupingBy(HttpResponse::statusCode, counting()))));
    return answers;
  }

  private HttpRequest booking(String practitioner, Instant start) {
    return post(
        "/api/v1/appointments",
        "{\"practitioner\":\""
            + practitioner
            + "\",\"start\":\""
            + start
            + "\",\"service\":\"first-visit\",\"name\":\"Ana\",\"email\":\"ana@example.org\"}");
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(URI.create(served.address() + path)).build();
  }

  private HttpRequest post(String path, String json) {
    return HttpRequest.newBuilder(URI.create(served.address() + path))
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .POST(BodyPublishers.ofString(json))
        .build();
  }

  private HttpRequest form(String path, String body, String cookie) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(served.address() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    return (cookie.isEmpty() ? request : request.header("Cookie", cookie)).build();
  }
}
