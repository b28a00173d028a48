package org.counterpose.coach;

import java.util.Optional;

/**
 * How high each shoulder of this person is at table-top, as this camera sees it, and which of the
 * two has gone further down from there. Measured so, a camera that shows the far shoulder higher
 * than the near one misleads nobody, and two shoulders that go down together stay even.
 *
 * <p>Seen by the pose model on a rendered body from its right, left and right shoulder are at 1.15
 * and 1.05 at table-top, at 0.60 and 0.02 with the near arm under and at 0.44 and 0.57 with the far
 * one: 0.13 apart in the picture, and 0.23 by the way that each went down.
 */
final class OwnLevel {

  /** How much further one shoulder must have gone down than the other, to begin with. */
  private static final double APART = 0.12;

  /** Once it has, this much keeps it so. */
  private static final double STILL_APART = 0.05;

  /** So long the model's noise is averaged for this. */
  private static final double SMOOTH_MILLIS = 200;

  /** Table-top may shift: it is learnt on, too slowly to follow the way down. */
  private static final double LEARN_MILLIS = 2000;

  private boolean isKnown;
  private double left;
  private double right;
  private double lead;
  private boolean isLeftLower;
  private double before;

  /** What comes next is the first look at table-top. */
  void beginAnew() {
    isKnown = false;
  }

  void see(AllFours body, double now) {
    if (!isKnown) {
      isKnown = true;
      left = body.left();
      right = body.right();
      lead = 0;
      before = now;
    }
    double passed = now - before;
    before = now;
    double further = (right - body.right()) - (left - body.left());
    lead += (further - lead) * Math.min(1, passed / SMOOTH_MILLIS);
    isLeftLower = body.left() < body.right();
    if (body.isTableTop()) {
      double share = Math.min(1, passed / LEARN_MILLIS);
      left += (body.left() - left) * share;
      right += (body.right() - right) * share;
    }
  }

  /** The side whose shoulder has gone down alone, or clearly further. */
  Optional<Side> down() {
    Side further = lead > 0 ? Side.RIGHT : Side.LEFT;
    boolean isLower = (further == Side.LEFT) == isLeftLower;
    return Math.abs(lead) >= APART && isLower ? Optional.of(further) : Optional.empty();
  }

  /** Whether the shoulder of this side is still the one that has gone further down. */
  boolean isStillDown(Side side) {
    return (side == Side.RIGHT ? lead : -lead) >= STILL_APART;
  }
}
