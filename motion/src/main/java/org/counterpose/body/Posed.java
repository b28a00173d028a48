package org.counterpose.body;

import java.util.EnumMap;
import java.util.Map;

/** A body in a posture: where each of its points is, and how each of its segments is turned. */
public final class Posed {

  private final Build build;
  private final Pose pose;
  private final Map<Spot, Position> spots;
  private final Map<Segment, Turn> turns;

  private Posed(Build build, Pose pose, Map<Spot, Position> spots, Map<Segment, Turn> turns) {
    this.build = build;
    this.pose = pose;
    this.spots = spots;
    this.turns = turns;
  }

  /**
   * A body in a posture. The floor is y = 0; what carries the body is above x = 0, z = 0: the
   * middle of its feet, of its knees, or of its pelvis.
   */
  public static Posed of(Build build, Pose pose) {
    Assembly assembly = new Assembly(build, pose);
    Map<Spot, Position> spots = assembly.spots();
    Position base = base(build, pose.rest(), spots);
    spots.replaceAll((spot, position) -> position.minus(base));
    return new Posed(build, pose, spots, assembly.turns());
  }

  /** The place that has to go to the origin. */
  private static Position base(Build build, Rest rest, Map<Spot, Position> spots) {
    Position carried =
        switch (rest) {
          case FEET, AIR -> between(spots, Spot.LEFT_ANKLE, Spot.RIGHT_ANKLE);
          case KNEES -> between(spots, Spot.LEFT_KNEE, Spot.RIGHT_KNEE);
          case SEAT, FLOOR -> at(spots, Spot.PELVIS);
        };
    double lowest =
        rest == Rest.SEAT
            ? carried.y() - build.girthAt(Spot.PELVIS) - build.seatHeight()
            : lowest(build, spots) - rest.above();
    return new Position(carried.x(), lowest, carried.z());
  }

  private static double lowest(Build build, Map<Spot, Position> spots) {
    double lowest = Double.POSITIVE_INFINITY;
    for (Map.Entry<Spot, Position> entry : spots.entrySet()) {
      lowest = Math.min(lowest, entry.getValue().y() - build.girthAt(entry.getKey()));
    }
    return lowest;
  }

  private static Position between(Map<Spot, Position> spots, Spot one, Spot other) {
    return at(spots, one).towards(at(spots, other), 0.5);
  }

  private static Position at(Map<Spot, Position> spots, Spot spot) {
    Position position = spots.get(spot);
    if (position == null) {
      throw new IllegalStateException("nobody placed " + spot);
    }
    return position;
  }

  public Build build() {
    return build;
  }

  public Pose pose() {
    return pose;
  }

  public Position at(Spot spot) {
    return at(spots, spot);
  }

  public Position between(Spot one, Spot other) {
    return between(spots, one, other);
  }

  public Turn turnOf(Segment segment) {
    Turn turn = turns.get(segment);
    if (turn == null) {
      throw new IllegalStateException("nobody turned " + segment);
    }
    return turn;
  }

  /** The same body moved through the room. */
  public Posed movedBy(Position way) {
    Map<Spot, Position> moved = new EnumMap<>(spots);
    moved.replaceAll((spot, position) -> position.plus(way));
    return new Posed(build, pose, moved, turns);
  }
}
