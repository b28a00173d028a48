package org.counterpose.booking;

import java.time.Instant;
import java.util.stream.LongStream;

/**
 * The calendar's cells of 5 minutes, numbered from 1970 in UTC: whatever the clock on the wall
 * does, each is five minutes long and follows the one before.
 */
final class Cells {

  static final int SECONDS = 300;

  private Cells() {}

  static long of(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), (long) SECONDS);
  }

  /** Whether a cell begins at an instant. */
  static boolean isStart(Instant instant) {
    return start(of(instant)).equals(instant);
  }

  static Instant start(long cell) {
    return Instant.ofEpochSecond(cell * SECONDS);
  }

  static int of(int minutes) {
    return minutes / 5;
  }

  /** Every cell that a visit claims, its buffers included, in order. */
  static LongStream claimed(Clinic.Service service, Instant start) {
    long first = of(start);
    return LongStream.range(
        first - of(service.bufferBefore()),
        first + of(service.minutes()) + of(service.bufferAfter()));
  }
}
