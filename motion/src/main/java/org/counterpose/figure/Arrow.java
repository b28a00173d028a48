package org.counterpose.figure;

import org.counterpose.body.Position;
import org.counterpose.body.Spot;

/** An arrow in a picture that tells which way something moves. */
public sealed interface Arrow {

  /** The way that a point of the body takes through the movement. */
  record OfSpot(Spot spot) implements Arrow {}

  /**
   * An arrow that starts near a point of the body.
   *
   * @param at the point in the posture that is drawn
   * @param towards how far it points from there, in metres
   * @param bend how far it bows out to its left, as a share of its length
   */
  record Drawn(Spot at, Position towards, double bend) implements Arrow {

    public Drawn {
      if (!(towards.length() > 0.01)) {
        throw new IllegalArgumentException("an arrow points somewhere, got " + towards);
      }
      if (!(bend >= -1 && bend <= 1)) {
        throw new IllegalArgumentException("bend must be within -1 and 1, got " + bend);
      }
    }
  }
}
