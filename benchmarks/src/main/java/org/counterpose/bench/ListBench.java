package org.counterpose.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.counterpose.app.Configuration;
import org.counterpose.app.Server;
import org.counterpose.clinic.ClinicList;
import org.counterpose.journal.Entry;
import org.counterpose.journeys.Begun;
import org.counterpose.journeys.Journeys;
import org.counterpose.people.Device;
import org.counterpose.people.Role;
import org.counterpose.people.Sessions;
import org.counterpose.practice.Practice;
import org.counterpose.store.Also;
import org.counterpose.store.KeptStaff;
import org.counterpose.store.SqlClinicList;
import org.counterpose.store.SqlJournals;

/** The first page of the clinic's list over HTTP, with few journeys and with many. */
final class ListBench implements Measure {

  private static final long SEED = 20261126;
  private static final int FEW = 1_000;
  private static final int MANY = 100_000;
  private static final int WORKERS = 40;
  private static final int ROUNDS = 3;
  private static final Duration ROUND = Duration.ofSeconds(4);
  private static final double MOST_MILLIS = 50;
  private static final double MOST_TIMES = 1.5;

  @Override
  public String name() {
    return "list";
  }

  @Override
  public String about() {
    return "the clinic's list: its first page with 100,000 shared journeys against 1,000, and in the morning";
  }

  /**
   * What was measured of a list.
   *
   * @param quiet pages when nothing is due
   * @param morning pages while every row is summed up anew
   * @param summedUp rows a second, by one thread beside the pages
   */
  private record Went(List<Rates> quiet, Rates morning, double summedUp) {}

  @Override
  public List<Row> run(Path folder) throws Exception {
    Went few = pages(Files.createDirectory(folder.resolve("few")), FEW);
    Went many = pages(Files.createDirectory(folder.resolve("many")), MANY);
    double millisFew = 1000 / Rates.median(few.quiet(), Rates::perSecond);
    double millis = 1000 / Rates.median(many.quiet(), Rates::perSecond);
    return List.of(
        Row.holds(
            "first page of 100,000 journeys, one client",
            String.format(
                Locale.ROOT,
                "%.1f ms, p99 %.1f ms",
                millis,
                Rates.median(many.quiet(), Rates::p99)),
            Rates.median(many.quiet(), Rates::p99) < MOST_MILLIS),
        new Row(
            "first page of 100,000 journeys / of 1,000",
            String.format(Locale.ROOT, "%.1f ms", millis),
            String.format(Locale.ROOT, "%.1f ms", millisFew),
            String.format(Locale.ROOT, "%.2f", millis / millisFew),
            "<= 1.5 " + (millis / millisFew <= MOST_TIMES ? "met" : "MISSED")),
        Row.figure(
            "  in the morning, while all rows are summed up",
            String.format(
                Locale.ROOT,
                "%.1f ms, p99 %.1f ms",
                1000 / many.morning().perSecond(),
                many.morning().p99())),
        Row.figure(
            "  rows summed up beside it", String.format(Locale.ROOT, "%,.0f /s", many.summedUp())));
  }

  private static Went pages(Path folder, int journeys) throws Exception {
    Configuration configuration =
        Configuration.forTests(folder, Path.of(System.getProperty("counterpose.home", "")));
    AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    InstantSource clock = () -> Instant.now().plus(ahead.get());
    try (Server server = Server.open(configuration, clock)) {
      Practice practice = server.practice();
      fill(practice, journeys);
      try (HttpClient client = HttpClient.newHttpClient()) {
        HttpRequest request = asks(server);
        Rates.of(1, ROUND, thread -> () -> page(client, request));
        List<Rates> quiet = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
          quiet.add(Rates.of(1, ROUND, thread -> () -> page(client, request)));
        }
        ahead.set(Duration.ofDays(1));
        while (due(practice) == journeys) {
          Thread.sleep(20);
        }
        long before = due(practice);
        HttpRequest nextDay = asks(server);
        Rates morning =
            Rates.of(1, ROUND.multipliedBy(ROUNDS), thread -> () -> page(client, nextDay));
        double summedUp = (before - due(practice)) / (morning.wall().toMillis() / 1000.0);
        return new Went(quiet, morning, summedUp);
      }
    }
  }

  /** How many rows wait to be summed up. */
  private static long due(Practice practice) {
    long now = practice.clock().instant().toEpochMilli() * 1000;
    return practice
        .database()
        .read(
            connection -> {
              try (Statement statement = connection.createStatement();
                  ResultSet row =
                      statement.executeQuery(
                          "SELECT count(*) FROM clinic_row WHERE due_at <= " + now)) {
                row.next();
                return row.getLong(1);
              }
            });
  }

  private static HttpRequest asks(Server server) {
    return HttpRequest.newBuilder(URI.create(server.address() + "/staff"))
        .header("Cookie", Sessions.Kind.STAFF.cookie().plain() + "=" + signedIn(server.practice()))
        .build();
  }

  private static Object page(HttpClient client, HttpRequest request) throws Exception {
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200 || !response.body().contains("/staff/people/")) {
      throw new IllegalStateException("no list, but " + response.statusCode());
    }
    return response;
  }

  private static String signedIn(Practice practice) {
    KeptStaff kept =
        new KeptStaff(
            UUID.randomUUID(), "Dr Kim", Role.PRACTITIONER.name(), Optional.empty(), Set.of());
    practice.people().staff().add(kept, practice.clock().instant(), Also.NOTHING);
    return practice.people().sessions().begin(kept.id(), new Device("A measure")).text();
  }

  /** Persons who began at any time of the last month and share it; a rating on some days. */
  private static void fill(Practice practice, int journeys) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(WORKERS)) {
      List<Future<Object>> all = new ArrayList<>();
      for (int worker = 0; worker < WORKERS; worker++) {
        int which = worker;
        Callable<Object> work =
            () -> {
              share(practice, journeys / WORKERS, SEED + which);
              return which;
            };
        all.add(pool.submit(work));
      }
      for (Future<Object> one : all) {
        one.get();
      }
    }
  }

  private static void share(Practice practice, int journeys, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Instant now = Instant.now();
    Instant[] at = {now};
    InstantSource then = () -> at[0];
    Journeys begun =
        new Journeys(
            practice.library(), new SqlJournals(practice.database()), then, practice.random());
    ClinicList list =
        new ClinicList(new SqlClinicList(practice.database()), begun, InstantSource.system());
    for (int person = 0; person < journeys; person++) {
      at[0] = now.minus(Duration.ofMinutes(random.nextInt(10, 40_000)));
      Begun.Started started = Sample.begin(begun, practice.library().programmes().getFirst());
      List<Entry> entries = new ArrayList<>();
      for (Instant day = at[0].plusSeconds(3600);
          day.isBefore(now);
          day = day.plus(Duration.ofDays(random.nextInt(1, 9)))) {
        entries.add(
            new Entry.Rated(
                UUID.randomUUID(),
                day.atOffset(ZoneOffset.UTC),
                random.nextInt(2, 8),
                Optional.empty()));
      }
      begun.append(started.journey(), entries);
      list.share(
          begun.shared(started.journey().id()).orElseThrow(),
          "main",
          "Person " + person,
          Also.NOTHING);
    }
  }
}
