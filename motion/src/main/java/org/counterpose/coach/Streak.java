package org.counterpose.coach;

/** How long something has held without a break: for some frames in a row and for some time. */
final class Streak {

  /** Frames in a row that a change takes: a single odd one changes nothing. */
  static final int FRAMES = 3;

  private int frames;
  private double since;

  /** Whether it has held for so long, this frame included. */
  boolean lasts(boolean holds, double now, double millis) {
    if (!holds) {
      frames = 0;
      return false;
    }
    if (frames++ == 0) {
      since = now;
    }
    return frames >= FRAMES && now - since >= millis;
  }

  void breakOff() {
    frames = 0;
  }
}
