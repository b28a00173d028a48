package org.counterpose.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.counterpose.app.Configuration;
import org.counterpose.app.Server;
import org.counterpose.booking.Bookings;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.FreeTime;

/**
 * Two hundred clients who each want all of the same fifty times, in an order of their own, over
 * HTTP: every time goes to exactly one, and every other is told so.
 */
final class BookingBench implements Measure {

  private static final int CLIENTS = 200;
  private static final int SLOTS = 50;
  private static final String SERVICE = "first-visit";

  @Override
  public String name() {
    return "booking";
  }

  @Override
  public String about() {
    return CLIENTS + " clients racing for " + SLOTS + " free times over HTTP";
  }

  /** How one client's requests went: each status, and how long each took. */
  private record Went(int[] statuses, long[] nanos) {}

  @Override
  public List<Row> run(Path folder) throws Exception {
    Path home = Path.of(System.getProperty("counterpose.home", "")).toAbsolutePath();
    try (Server server =
        Server.open(Configuration.forTests(folder, home), InstantSource.system())) {
      List<FreeTime> apart = slots(server.practice().bookings());
      List<FreeTime> slots = apart.subList(0, SLOTS);
      Went alone = alone(server.address(), apart.subList(SLOTS, 2 * SLOTS));
      List<Went> all = new ArrayList<>();
      long begun;
      long ended;
      try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
          HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
        CountDownLatch ready = new CountDownLatch(CLIENTS);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Went>> racing = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
          Random random = new Random(client);
          racing.add(
              clients.submit(
                  () -> {
                    List<HttpRequest> requests = requests(server.address(), slots, random);
                    ready.countDown();
                    go.await();
                    return race(http, requests);
                  }));
        }
        ready.await();
        begun = System.nanoTime();
        go.countDown();
        for (Future<Went> one : racing) {
          all.add(one.get());
        }
        ended = System.nanoTime();
      }
      return rows(all, alone, (ended - begun) / 1e9, kept(server) - SLOTS);
    }
  }

  /** One client who books times that nobody else wants, one after the other. */
  private static Went alone(String address, List<FreeTime> slots) throws Exception {
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return race(http, requests(address, slots, new Random(CLIENTS)));
    }
  }

  /** Times that do not overlap: every hour of a practitioner's, day after day. */
  private static List<FreeTime> slots(Bookings bookings) {
    Clinic.Service service = bookings.clinic().service(SERVICE).orElseThrow();
    LocalDate today = LocalDate.now(bookings.clinic().zone());
    List<FreeTime> slots = new ArrayList<>();
    for (FreeTime time : bookings.free(service, today, today.plusDays(60))) {
      boolean apart =
          slots.stream()
              .filter(other -> other.practitioner().equals(time.practitioner()))
              .allMatch(
                  other ->
                      Math.abs(other.start().getEpochSecond() - time.start().getEpochSecond())
                          >= 3600);
      if (apart && slots.size() < 2 * SLOTS) {
        slots.add(time);
      }
    }
    if (slots.size() < 2 * SLOTS) {
      throw new IllegalStateException("only " + slots.size() + " times are free");
    }
    return slots;
  }

  private static List<HttpRequest> requests(String address, List<FreeTime> slots, Random random) {
    List<FreeTime> order = new ArrayList<>(slots);
    Collections.shuffle(order, random);
    return order.stream()
        .map(
            slot ->
                HttpRequest.newBuilder(URI.create(address + "/api/v1/appointments"))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(
                        BodyPublishers.ofString(
                            "{\"practitioner\":\""
                                + slot.practitioner()
                                + "\",\"start\":\""
                                + slot.start()
                                + "\",\"service\":\""
                                + SERVICE
                                + "\",\"name\":\"Made-up person\",\"email\":\"one@clinic.example\"}"))
                    .build())
        .toList();
  }

  private static Went race(HttpClient http, List<HttpRequest> requests) throws Exception {
    int[] statuses = new int[requests.size()];
    long[] nanos = new long[requests.size()];
    for (int i = 0; i < statuses.length; i++) {
      long before = System.nanoTime();
      HttpResponse<Void> answer = http.send(requests.get(i), BodyHandlers.discarding());
      nanos[i] = System.nanoTime() - before;
      statuses[i] = answer.statusCode();
    }
    return new Went(statuses, nanos);
  }

  private static long kept(Server server) {
    return server
        .practice()
        .database()
        .read(
            connection -> {
              try (java.sql.Statement statement = connection.createStatement();
                  java.sql.ResultSet row =
                      statement.executeQuery("SELECT count(*) FROM appointment")) {
                row.next();
                return row.getLong(1);
              }
            });
  }

  private static List<Row> rows(List<Went> all, Went alone, double seconds, long kept) {
    long won = count(all, 201);
    long lost = count(all, 409);
    long asked = (long) CLIENTS * SLOTS;
    long[] nanos = all.stream().flatMapToLong(one -> Arrays.stream(one.nanos())).sorted().toArray();
    double plain = SLOTS / (Arrays.stream(alone.nanos()).sum() / 1e9);
    Rates rates = new Rates(nanos, java.time.Duration.ofNanos((long) (seconds * 1e9)));
    return List.of(
        Row.holds(
            CLIENTS + " clients want " + SLOTS + " times: booked",
            won + " won, " + kept + " kept",
            won == SLOTS && kept == SLOTS),
        Row.holds(
            "  every other is told 409", lost + " of " + (asked - SLOTS), lost == asked - SLOTS),
        Row.figure(
            "  answers, each durable before it is given",
            String.format(Locale.ROOT, "%,.0f /s, p99 %.0f ms", rates.perSecond(), rates.p99())),
        Row.figure("  of these, booked", String.format(Locale.ROOT, "%,.1f /s", SLOTS / seconds)),
        Row.ratio(
            "  against one client who books alone",
            String.format(Locale.ROOT, "%,.0f /s", rates.perSecond()),
            String.format(Locale.ROOT, "%,.0f /s", plain),
            rates.perSecond() / plain));
  }

  private static long count(List<Went> all, int status) {
    return all.stream()
        .flatMapToInt(one -> Arrays.stream(one.statuses()))
        .filter(one -> one == status)
        .count();
  }
}
