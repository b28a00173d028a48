package org.counterpose.figure;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Joint;
import org.counterpose.body.Movement;
import org.counterpose.body.Pose;

/** How an animation goes through a movement: in one go, begun and ended softly. */
final class Pace {

  private static final double DEGREES_AT_ONCE = 60;
  private static final int MOST_STEPS = 5;

  private Pace() {}

  /** The moments that are drawn, from the last to the first: more where a joint turns far. */
  static List<Double> stops(Movement movement) {
    List<Double> stops = new ArrayList<>();
    int ways = movement.poses().size() - 1;
    stops.add(1.0);
    for (int way = ways - 1; way >= 0; way--) {
      double turned = turned(movement.poses().get(way), movement.poses().get(way + 1));
      int steps = (int) Math.max(1, Math.min(MOST_STEPS, Math.ceil(turned / DEGREES_AT_ONCE)));
      for (int i = steps - 1; i >= 0; i--) {
        stops.add(moment((way + i / (double) steps) / ways, ways));
      }
    }
    return stops;
  }

  private static double turned(Pose from, Pose to) {
    double most = 0;
    for (Joint joint : Joint.values()) {
      for (int i = 0; i < 3; i++) {
        most = Math.max(most, Math.abs(to.of(joint).at(i) - from.of(joint).at(i)));
      }
    }
    return most;
  }

  /** The moment of a movement at which an even pace without stops on the way would be so far. */
  static double moment(double share, int ways) {
    double at = share * ways;
    int from = Math.min((int) at, ways - 1);
    return (from + soft(at - from)) / ways;
  }

  /** When somebody who begins and ends softly is so far: the inverse of 3s² - 2s³. */
  static double soft(double share) {
    return 0.5 - Math.sin(Math.asin(1 - 2 * share) / 3);
  }
}
