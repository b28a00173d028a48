package org.counterpose.coach;

import java.util.ArrayDeque;
import java.util.Deque;

/** Whether a height that has gone down has come to rest there, and since when. */
final class Rest {

  /** Within so much, in heights of the hips, it is at rest. */
  static final double STEADY = 0.08;

  private static final double STEADY_MILLIS = 250;

  /** Without coming to rest it counts as there after so long. */
  private static final double RESTLESS_MILLIS = 1500;

  private final Deque<Height> recent = new ArrayDeque<>();
  private double restlessSince;

  private record Height(double millis, double value) {}

  void beginAnew(double now) {
    recent.clear();
    restlessSince = now;
  }

  /** Whether it has come to rest with this height. */
  boolean isAt(double height, double now) {
    recent.addLast(new Height(now, height));
    while (spread() > STEADY && now - restlessSince < RESTLESS_MILLIS) {
      recent.removeFirst();
    }
    return recent.size() >= Streak.FRAMES && now - since() >= STEADY_MILLIS;
  }

  /** The first moment of the rest. */
  double since() {
    return recent.getFirst().millis();
  }

  private double spread() {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Height height : recent) {
      least = Math.min(least, height.value());
      most = Math.max(most, height.value());
    }
    return most - least;
  }
}
