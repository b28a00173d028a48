package org.counterpose.coach;

import java.util.Optional;

/**
 * How high each shoulder of this person is at table-top, as this camera sees it, and which of the
 * two has gone further down from there than the other and perspective explain. Measured so, a
 * camera that shows the far shoulder higher than the near one misleads nobody, and two shoulders
 * that go down together are no arm under.
 *
 * <p>Seen by the pose model on a rendered body from its right, left and right shoulder are at 1.15
 * and 1.05 at table-top, at 0.60 and 0.02 with the near arm under and at 0.44 and 0.57 with the far
 * one: 0.13 apart in the picture, and 0.23 by the way that each went down.
 */
final class OwnLevel {

  /**
   * A near shoulder goes so much further through the picture than a far one that goes down as far:
   * two metres away, with shoulders 0.36 metres apart.
   */
  private static final double PERSPECTIVE = 1.2;

  /** How much further than that a shoulder must have gone down, to be the one under. */
  private static final double APART = 0.08;

  /** Once it is, this much keeps it so. */
  private static final double STILL_APART = 0.03;

  /** So long the model's noise is averaged for this. */
  private static final double SMOOTH_MILLIS = 200;

  /** Table-top may shift: it is learnt on, too slowly to follow the way down. */
  private static final double LEARN_MILLIS = 2000;

  private boolean isKnown;
  private double left;
  private double right;
  private double leftDown;
  private double rightDown;
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
      leftDown = 0;
      rightDown = 0;
      before = now;
    }
    double passed = now - before;
    before = now;
    double smooth = Math.min(1, passed / SMOOTH_MILLIS);
    leftDown += (left - body.left() - leftDown) * smooth;
    rightDown += (right - body.right() - rightDown) * smooth;
    isLeftLower = body.left() < body.right();
    if (body.isTableTop()) {
      double share = Math.min(1, passed / LEARN_MILLIS);
      left += (body.left() - left) * share;
      right += (body.right() - right) * share;
    }
  }

  /** The side whose shoulder has gone down alone, or clearly further, and is the lower one. */
  Optional<Side> down() {
    Side lower = isLeftLower ? Side.LEFT : Side.RIGHT;
    return further(lower) >= APART ? Optional.of(lower) : Optional.empty();
  }

  /** Whether the shoulder of this side is still the one that has gone further down. */
  boolean isStillDown(Side side) {
    return further(side) >= STILL_APART;
  }

  private double further(Side side) {
    double own = side == Side.LEFT ? leftDown : rightDown;
    double other = side == Side.LEFT ? rightDown : leftDown;
    return own - PERSPECTIVE * Math.max(0, other);
  }
}
