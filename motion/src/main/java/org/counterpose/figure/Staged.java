package org.counterpose.figure;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Build;
import org.counterpose.body.Movement;
import org.counterpose.body.Pose;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;
import org.counterpose.body.Rest;
import org.counterpose.body.Spot;

/**
 * A movement in one place: when something else comes to carry the body, the feet, or else the
 * pelvis, stay where they are.
 */
final class Staged {

  private final Build build;
  private final Movement movement;
  private final List<Position> places = new ArrayList<>();

  Staged(Build build, Movement movement) {
    this.build = build;
    this.movement = movement;
    List<Pose> poses = movement.poses();
    places.add(Position.ORIGIN);
    for (int i = 1; i < poses.size(); i++) {
      Pose from = poses.get(i - 1);
      Pose to = poses.get(i);
      Rest held = carrier(from.rest(), to.rest());
      Position stays = carried(Posed.of(build, from), held).plus(places.get(i - 1));
      places.add(level(stays.minus(carried(Posed.of(build, to), held))));
    }
  }

  Build build() {
    return build;
  }

  Movement movement() {
    return movement;
  }

  /** One of the named postures of the movement. */
  Posed posture(int index) {
    return Posed.of(build, movement.poses().get(index)).movedBy(places.get(index));
  }

  Posed last() {
    return at(1);
  }

  Posed first() {
    return at(0);
  }

  /** The body at a moment, 0 to 1. */
  Posed at(double moment) {
    int steps = movement.poses().size() - 1;
    int from = Math.min((int) (moment * steps), Math.max(0, steps - 1));
    Pose pose = movement.at(moment);
    Position place = places.get(from);
    Rest before = movement.poses().get(from).rest();
    Rest after = movement.poses().get(Math.min(from + 1, steps)).rest();
    if (moment >= 1) {
      return posture(steps);
    }
    if (before == after) {
      return Posed.of(build, pose).movedBy(place);
    }
    Rest held = carrier(before, after);
    Position stays = carried(Posed.of(build, movement.poses().get(from)), held).plus(place);
    Posed posed = Posed.of(build, pose.on(held));
    double share = moment * steps - from;
    double rise = before.above() + share * (after.above() - before.above()) - held.above();
    return posed
        .movedBy(level(stays.minus(carried(posed, held))))
        .movedBy(new Position(0, rise, 0));
  }

  /** What keeps its place while a body changes over. */
  private static Rest carrier(Rest from, Rest to) {
    if (from == to) {
      return from;
    }
    return from == Rest.FEET || to == Rest.FEET ? Rest.FEET : Rest.FLOOR;
  }

  private static Position carried(Posed posed, Rest rest) {
    return switch (rest) {
      case FEET, AIR -> posed.between(Spot.LEFT_ANKLE, Spot.RIGHT_ANKLE);
      case KNEES -> posed.between(Spot.LEFT_KNEE, Spot.RIGHT_KNEE);
      case SEAT, FLOOR -> posed.at(Spot.PELVIS);
    };
  }

  private static Position level(Position way) {
    return new Position(way.x(), 0, way.z());
  }
}
