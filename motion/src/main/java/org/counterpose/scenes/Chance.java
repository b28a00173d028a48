package org.counterpose.scenes;

import java.util.SplittableRandom;

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
}
