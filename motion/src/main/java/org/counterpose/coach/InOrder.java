package org.counterpose.coach;

import org.counterpose.pose.Frame;

/** Lets only frames through that come after the last one. */
final class InOrder {

  private double before = Double.NEGATIVE_INFINITY;

  boolean isNext(Frame frame) {
    if (!(frame.millis() > before) || Double.isInfinite(frame.millis())) {
      return false; // not a number is not after anything
    }
    before = frame.millis();
    return true;
  }
}
