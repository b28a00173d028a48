package org.counterpose.plan;

import java.time.Instant;

/** Something done or worn at a moment, for so long; {@code reps} where they were counted. */
record Logged(String step, Instant moment, int seconds, int reps, Kind kind) {

  enum Kind {
    SESSION,
    WORN,
    /** Begun and never ended: it was worn for so long at the most. */
    FORGOTTEN
  }

  static Logged worn(String step, Instant moment, int seconds) {
    return new Logged(step, moment, seconds, 0, Kind.WORN);
  }

  static Logged forgotten(String step, Instant moment, int seconds) {
    return new Logged(step, moment, seconds, 0, Kind.FORGOTTEN);
  }
}
