package org.counterpose.coach;

import java.util.List;

/** Counts the holds of each side, and tells when a side and when both are done. */
final class HoldsOfSides {

  /** Shorter than this it was a dip and not a hold. */
  private static final double LEAST_HOLD_MILLIS = 1500;

  private final int holdsOfSide;
  private final int[] held = new int[Side.values().length];

  /**
   * @param holdsOfSide how many make a side done, 1 or more
   */
  HoldsOfSides(int holdsOfSide) {
    if (holdsOfSide < 1) {
      throw new IllegalArgumentException("a side has at least one hold, got " + holdsOfSide);
    }
    this.holdsOfSide = holdsOfSide;
  }

  void ended(Side side, double from, double to, List<Event> events) {
    events.add(Event.of(to, Event.Kind.HOLD_END, side));
    if (to - from < LEAST_HOLD_MILLIS) {
      return;
    }
    held[side.ordinal()]++;
    if (held[side.ordinal()] == holdsOfSide) {
      events.add(Event.of(to, Event.Kind.SIDE_DONE, side));
      if (held[side.other().ordinal()] >= holdsOfSide) {
        events.add(Event.of(to, Event.Kind.DONE));
      }
    }
  }
}
