package org.counterpose.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How far a longer work has come: a bar in a terminal, nothing in a pipe or within two seconds. */
final class ProgressBar implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int WIDTH = 30;

  private final PrintWriter out;
  private final boolean terminal;
  private final InstantSource clock;
  private final Instant begun;
  private boolean shown;

  ProgressBar(PrintWriter out, boolean terminal, InstantSource clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
    this.begun = clock.instant();
  }

  /** A bar on standard error, where that is a person's terminal. */
  static ProgressBar of(PrintWriter err) {
    return new ProgressBar(
        err, System.console() != null && System.console().isTerminal(), InstantSource.system());
  }

  /** Tells how much is done, 0 to 1. */
  synchronized void at(double done) {
    if (terminal && clock.instant().isAfter(begun.plus(PATIENCE))) {
      int full = (int) Math.round(done * WIDTH);
      out.printf("\r[%s%s] %3d %%", "#".repeat(full), " ".repeat(WIDTH - full), (int) (done * 100));
      out.flush();
      shown = true;
    }
  }

  @Override
  public synchronized void close() {
    if (shown) {
      out.print("\r" + " ".repeat(WIDTH + 8) + "\r");
      out.flush();
    }
  }
}
