package org.counterpose.app.planted.core;

import java.time.Instant;

/** Asks the machine for the time, which a rule must be told. */
final class ReadsTheClock {

  Instant now() {
    return Instant.now();
  }
}
