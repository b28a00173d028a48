package org.counterpose.sending;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: each time about twice as long, never quite the same. */
public final class Gaps {

  private static final Duration SHORTEST = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private Gaps() {}

  /**
   * The gap after so many tries that failed: 15 seconds to half an hour, give or take a quarter.
   */
  public static Duration after(int tries, RandomGenerator random) {
    long doubled = SHORTEST.toMillis() << Math.clamp(tries - 1, 0, 10);
    long gap = Math.min(doubled, LONGEST.toMillis());
    return Duration.ofMillis((long) (gap * (0.75 + random.nextDouble() / 2)));
  }
}
