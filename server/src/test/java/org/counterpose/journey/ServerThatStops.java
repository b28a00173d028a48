package org.counterpose.journey;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.counterpose.app.EndsAtOnce;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;

/**
 * A server that is really stopped and started again, on the same data and at the same port. Its
 * clock goes on by itself, as those of browsers do.
 */
final class ServerThatStops implements AutoCloseable {

  private final Path folder;
  private final InstantSource time;
  private final int port;
  private volatile Instant begun = Instant.now();
  private Optional<Served> served;

  ServerThatStops(Path folder, SettableClock clock) {
    this.folder = folder;
    this.time = () -> clock.instant().plus(Duration.between(begun, Instant.now()));
    Served first = EndsAtOnce.in(folder, time, 0);
    this.port = first.server().port();
    this.served = Optional.of(first);
  }

  /** From now on its clock shows what the test's shows, and goes on from there. */
  void setsItsClock() {
    begun = Instant.now();
  }

  Served served() {
    return served.orElseThrow();
  }

  int port() {
    return port;
  }

  void stop() {
    served().close();
    served = Optional.empty();
  }

  Served startAgain() {
    return startAs(with -> EndsAtOnce.in(with.folder(), with.time(), with.port()));
  }

  /** What the next server is started with. */
  record Started(Path folder, InstantSource time, int port) {}

  /** The same, as another build. */
  Served startAs(Function<Started, Served> build) {
    served = Optional.of(build.apply(new Started(folder, time, port)));
    return served();
  }

  /** As long as it is open, nothing else can be written to the store. */
  Connection writesElsewhere() throws SQLException {
    Connection writer =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("counterpose.db"));
    try (Statement statement = writer.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
    }
    return writer;
  }

  boolean isAway() {
    return served.isEmpty();
  }

  @Override
  public void close() {
    served.ifPresent(Served::close);
  }
}
