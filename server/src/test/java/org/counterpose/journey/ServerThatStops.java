package org.counterpose.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
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
  private Optional<Served> served;

  ServerThatStops(Path folder, SettableClock clock) {
    Instant begun = Instant.now();
    this.folder = folder;
    this.time = () -> clock.instant().plus(Duration.between(begun, Instant.now()));
    Served first = Served.in(folder, time);
    this.port = first.server().port();
    this.served = Optional.of(first);
  }

  Served served() {
    return served.orElseThrow();
  }

  void stop() {
    served().close();
    served = Optional.empty();
  }

  Served startAgain() {
    return startAs(
        configured -> Served.in(configured.folder(), configured.time(), configured.port()));
  }

  /** What the next server is started with. */
  record Started(Path folder, InstantSource time, int port) {}

  /** The same, as another build. */
  Served startAs(Function<Started, Served> build) {
    served = Optional.of(build.apply(new Started(folder, time, port)));
    return served();
  }

  @Override
  public void close() {
    served.ifPresent(Served::close);
  }
}
