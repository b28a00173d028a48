package org.counterpose.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.counterpose.app.Configuration;
import org.counterpose.app.Server;
import org.counterpose.journeys.Begun;
import org.counterpose.journeys.Journeys;
import org.counterpose.practice.Practice;
import org.counterpose.store.Database;
import org.counterpose.store.SqlJournals;

/**
 * Entries a second over HTTP, one a request from 32 clients, each answered when it is on the disk,
 * against the same server whose store does nothing. Each client goes round among journeys of its
 * own, so that no journal grows longer than a person's would.
 */
final class EntriesOverHttpBench implements Measure {

  private static final int CLIENTS = 32;
  private static final int JOURNEYS = 20;
  private static final int ROUNDS = 5;
  private static final Duration ROUND = Duration.ofSeconds(3);

  @Override
  public String name() {
    return "entries";
  }

  @Override
  public String about() {
    return "entries a second over HTTP from 32 clients, against a store that does nothing";
  }

  @Override
  public List<Row> run(Path folder) throws Exception {
    List<Rates> kept = new ArrayList<>();
    List<Rates> nothing = new ArrayList<>();
    try (Served durable = Served.start(folder.resolve("durable"), true);
        Served idle = Served.start(folder.resolve("idle"), false)) {
      for (int round = -2; round < ROUNDS; round++) {
        Rates one = durable.load();
        Rates other = idle.load();
        if (round >= 0) {
          kept.add(one);
          nothing.add(other);
        }
      }
    }
    return List.of(
        Row.ratio(
            "entries over HTTP, 32 clients, against a store that does nothing",
            Rates.perSecond(kept),
            Rates.perSecond(nothing),
            Rates.median(kept, Rates::perSecond) / Rates.median(nothing, Rates::perSecond),
            0.7),
        Row.ratio(
            "  p99 of one entry",
            Rates.p99(kept),
            Rates.p99(nothing),
            Rates.median(kept, Rates::p99) / Rates.median(nothing, Rates::p99)));
  }

  /** A server with its clients' journeys. */
  private record Served(Server server, List<Begun.Started> trials) implements AutoCloseable {

    static Served start(Path folder, boolean durable) {
      Configuration configuration =
          Configuration.forTests(folder, Path.of(System.getProperty("counterpose.home", "")));
      InstantSource clock = InstantSource.system();
      Database database = Database.open(folder);
      Practice practice = Server.practice(configuration, database, clock);
      Journeys journeys =
          new Journeys(
              practice.library(),
              durable ? new SqlJournals(database) : new NothingKept(),
              clock,
              practice.random());
      Server server = Server.start(configuration, practice.with(journeys));
      List<Begun.Started> trials =
          Stream.generate(() -> Sample.begin(journeys, practice.library().programmes().getFirst()))
              .limit((long) CLIENTS * JOURNEYS)
              .toList();
      return new Served(server, trials);
    }

    Rates load() throws Exception {
      return Rates.of(CLIENTS, ROUND, this::client);
    }

    private Callable<?> client(int number) {
      AtomicInteger turn = new AtomicInteger();
      try {
        Connection connection = new Connection(server.port());
        return () -> {
          Begun.Started trial = trials.get(number * JOURNEYS + turn.getAndIncrement() % JOURNEYS);
          return connection.post(
              "/api/v1/journeys/" + trial.journey().id() + "/entries",
              "Authorization: Bearer " + trial.key(),
              Sample.rated(Instant.now()));
        };
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
