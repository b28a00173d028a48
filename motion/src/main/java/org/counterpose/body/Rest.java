package org.counterpose.body;

import java.util.Locale;
import java.util.Optional;

/** What carries a body, and stays where it is while the body moves. */
public enum Rest {
  /** Feet on the floor. */
  FEET,
  /** Knees on the floor, with or without the hands. */
  KNEES,
  /** The seat of a chair, a stool or a disc. */
  SEAT,
  /** Sitting, or lying on any side, on the floor: whatever is lowest touches it. */
  FLOOR,
  /** Nothing: a hand's height above the floor, as in a hop. */
  AIR;

  private static final double HOP = 0.12;

  /**
   * How far above the floor the lowest point of the body is, in metres, where nothing carries it.
   */
  public double above() {
    return this == AIR ? HOP : 0;
  }

  public String named() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Rest> named(String name) {
    for (Rest rest : values()) {
      if (rest.named().equals(name)) {
        return Optional.of(rest);
      }
    }
    return Optional.empty();
  }
}
