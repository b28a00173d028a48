package org.counterpose.api;

import java.nio.file.Path;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server with nothing kept, on a Sunday morning in New York, and somebody who calls it. */
abstract class OverHttp {

  @TempDir Path folder;
  SettableClock clock = SettableClock.at("2026-11-22T13:30:00Z");
  Served served;

  @BeforeEach
  void start() {
    served = Served.in(folder, clock);
  }

  @AfterEach
  void stop() {
    served.close();
  }
}
