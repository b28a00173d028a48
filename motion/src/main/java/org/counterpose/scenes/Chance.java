package org.counterpose.scenes;

import java.util.SplittableRandom;
import org.counterpose.body.Build;

/** Chance that repeats itself: the same seed gives the same numbers. */
final class Chance {

  private final SplittableRandom random;

  Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  double within(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  boolean happens(double share) {
    return random.nextDouble() < share;
  }

  int below(int count) {
    return random.nextInt(count);
  }

  double bell(double deviation) {
    return random.nextGaussian() * deviation;
  }

  /** Somebody, short or tall, slight or stout. */
  Build somebody() {
    return new Build(
        within(1.5, 1.95),
        within(0.92, 1.08),
        within(0.92, 1.08),
        within(0.92, 1.08),
        within(0.88, 1.12),
        within(0.85, 1.3));
  }
}
