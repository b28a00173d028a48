package org.counterpose.bench;

import io.javalin.Javalin;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.counterpose.app.Configuration;
import org.counterpose.app.Server;
import org.counterpose.guard.Access;
import org.counterpose.guard.Doorkeeper;
import org.counterpose.guard.ErrorBody;
import org.counterpose.guard.Guard;
import org.counterpose.journal.Entry;
import org.counterpose.journeys.Begun;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.Journeys;
import org.counterpose.practice.Practice;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.counterpose.programme.Step;
import org.counterpose.store.Database;
import org.counterpose.store.SqlJournals;
import org.counterpose.web.TodayFromMemory;
import org.eclipse.jetty.ee10.servlet.FilterHolder;

/**
 * Today pages a second of a 28-day journey with 300 entries, opened by its cookie, against a server
 * with the same guard that renders the same template from memory.
 */
final class TodayBench implements Measure {

  private static final int CLIENTS = 8;
  private static final int WARM_UP_ROUNDS = 4;
  private static final int ROUNDS = 5;
  private static final int ENTRIES = 300;
  private static final int DAYS = 28;
  private static final List<Side> BOTH = List.of(Side.LEFT, Side.RIGHT);
  private static final Duration ROUND = Duration.ofSeconds(3);
  private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");

  @Override
  public String name() {
    return "today";
  }

  @Override
  public String about() {
    return "Today pages a second of a 28-day journey with 300 entries, against one from memory";
  }

  @Override
  public List<Row> run(Path folder) throws Exception {
    Configuration configuration =
        Configuration.forTests(folder, Path.of(System.getProperty("counterpose.home", "")));
    List<Rates> real = new ArrayList<>();
    List<Rates> memory = new ArrayList<>();
    try (Server server = Server.open(configuration, InstantSource.fixed(NOW))) {
      Begun.Started trial = trial(server.practice());
      Journey journey =
          server
              .practice()
              .journeys()
              .open(trial.journey().id().toString(), trial.key())
              .orElseThrow();
      Javalin fromMemory = fromMemory(new TodayFromMemory(server.practice(), journey, NOW));
      String cookie = "Cookie: journey=" + trial.journey().id() + "." + trial.key();
      int length = length(server.port(), cookie);
      if (length != length(fromMemory.port(), cookie)) {
        throw new IllegalStateException("the two pages are not the same");
      }
      for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
        Rates one = load(server.port(), cookie);
        Rates other = load(fromMemory.port(), cookie);
        if (round >= 0) {
          real.add(one);
          memory.add(other);
        }
      }
      fromMemory.stop();
    }
    return List.of(
        Row.ratio(
            "Today page, 28 days and 300 entries, against the template from memory",
            Rates.perSecond(real),
            Rates.perSecond(memory),
            Rates.median(real, Rates::perSecond) / Rates.median(memory, Rates::perSecond),
            0.4),
        Row.ratio(
            "  p99 of one page",
            Rates.p99(real),
            Rates.p99(memory),
            Rates.median(real, Rates::p99) / Rates.median(memory, Rates::p99)));
  }

  private static Rates load(int port, String cookie) throws Exception {
    return Rates.of(CLIENTS, ROUND, client -> page(port, cookie));
  }

  private static Callable<?> page(int port, String cookie) {
    try {
      Connection connection = new Connection(port);
      return () -> connection.get("/today", cookie);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int length(int port, String cookie) throws IOException {
    try (Connection connection = new Connection(port)) {
      return connection.get("/today", cookie);
    }
  }

  /** Lets everybody in, as a page in memory knows nobody. */
  private static final class EverybodyMay implements Doorkeeper {

    @Override
    public Admission admits(HttpServletRequest request, Access access) {
      return Admission.ADMITTED;
    }

    @Override
    public Optional<String> account(HttpServletRequest request) {
      return Optional.empty();
    }
  }

  private static Javalin fromMemory(TodayFromMemory page) {
    Guard guard =
        new Guard(
            Set.of(),
            new EverybodyMay(),
            Optional.empty(),
            (path, refusal) -> new ErrorBody("text/plain", "refused"));
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.concurrency.useVirtualThreads = false;
              config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
              config.jetty.modifyServletContextHandler(
                  context -> {
                    FilterHolder holder = new FilterHolder(guard);
                    holder.setAsyncSupported(true);
                    context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
                  });
              page.add(config.routes);
            });
    return javalin.start("127.0.0.1", 0);
  }

  /** A trial on its 28th day: a rating a day, and the rest sessions and worn times. */
  private static Begun.Started trial(Practice practice) {
    Database database = practice.database();
    Instant begun = NOW.minus(Duration.ofDays(DAYS - 1L));
    Programme programme = practice.library().programmes().getFirst();
    Journeys then =
        new Journeys(
            practice.library(),
            new SqlJournals(database),
            InstantSource.fixed(begun),
            practice.random());
    Begun.Started trial = Sample.begin(then, programme);
    ZoneId zone = ZoneId.of("America/New_York");
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; entries.size() < ENTRIES - 2; i++) {
      int day = i % DAYS;
      OffsetDateTime at =
          begun
              .plus(Duration.ofDays(day))
              .minus(Duration.ofMinutes(i % 7))
              .plus(Duration.ofMinutes(day == DAYS - 1 ? -20 : i / DAYS * 40L))
              .atZone(zone)
              .toOffsetDateTime();
      Step step = programme.steps().get(i / DAYS % programme.steps().size());
      entries.add(
          i < DAYS
              ? new Entry.Rated(UUID.randomUUID(), at, 6 - day / 10, Optional.of(5))
              : switch (step.dose()) {
                case Dose.Worn worn -> new Entry.Worn(UUID.randomUUID(), at, step.id(), 1200);
                case Dose.Timed timed ->
                    new Entry.SessionDone(UUID.randomUUID(), at, step.id(), 300, List.of());
                case Dose.Holds holds ->
                    new Entry.SessionDone(
                        UUID.randomUUID(), at, step.id(), 240, holds.sides().of(BOTH));
                case Dose.Reps reps ->
                    new Entry.SessionDone(
                        UUID.randomUUID(), at, step.id(), 240, reps.sides().of(BOTH));
                case Dose.Breaks breaks ->
                    new Entry.SessionDone(UUID.randomUUID(), at, step.id(), 120, List.of());
              });
    }
    then.append(trial.journey(), entries);
    return trial;
  }
}
