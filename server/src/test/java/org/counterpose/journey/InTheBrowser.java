package org.counterpose.journey;

import java.nio.file.Path;
import java.util.UUID;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A clinic with nobody in it, on a Monday morning in New York, and a browser. No test hangs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
abstract class InTheBrowser {

  @TempDir Path folder;
  SettableClock clock = SettableClock.at("2026-11-23T12:15:00Z");
  Chromium chromium;
  Served served;

  @BeforeAll
  void startBrowser() {
    chromium = Chromium.ofAllTests();
  }

  @BeforeEach
  void start() {
    clock = SettableClock.at("2026-11-23T12:15:00Z");
    served = Served.in(folder.resolve(UUID.randomUUID().toString()), clock);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  Visitor onPhone() {
    return Visitor.onPhone(chromium, served, clock);
  }

  Visitor atDesk() {
    return Visitor.atDesk(chromium, served, clock);
  }

  Visitor zoomedIn() {
    return Visitor.zoomedIn(chromium, served, clock);
  }

  Visitor withoutScript() {
    return Visitor.withoutScript(chromium, served, clock);
  }
}
