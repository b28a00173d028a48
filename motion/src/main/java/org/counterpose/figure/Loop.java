package org.counterpose.figure;

import org.counterpose.body.Position;
import org.counterpose.body.Spot;

/**
 * A loop of stretchy band about a point of the body; its other end is held somewhere, and stays.
 *
 * @param round the point
 * @param towards where the other end is, in metres from that point in the first posture
 */
public record Loop(Spot round, Position towards) {

  public Loop {
    if (!(towards.length() > 0.01)) {
      throw new IllegalArgumentException("a band leads somewhere, got " + towards);
    }
  }
}
