package org.counterpose.body;

/**
 * How something is turned: where its own axes point.
 *
 * @param forwards where its own forwards points
 * @param upwards where its own upwards points
 * @param right where its own right points
 */
public record Turn(Position forwards, Position upwards, Position right) {

  /** Not turned at all. */
  public static final Turn NONE =
      new Turn(new Position(1, 0, 0), new Position(0, 1, 0), new Position(0, 0, 1));

  /** About the axis that points to the right: its upwards goes backwards, forwards goes up. */
  public static Turn aboutRight(double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    return new Turn(new Position(cos, sin, 0), new Position(-sin, cos, 0), new Position(0, 0, 1));
  }

  /** About the axis that points forwards: its upwards goes to the right. */
  public static Turn aboutForwards(double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    return new Turn(new Position(1, 0, 0), new Position(0, cos, sin), new Position(0, -sin, cos));
  }

  /** About the axis that points upwards: its forwards goes to the left. */
  public static Turn aboutUpwards(double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    return new Turn(new Position(cos, 0, -sin), new Position(0, 1, 0), new Position(sin, 0, cos));
  }

  /** Where a way in its own axes leads. */
  public Position of(Position own) {
    return forwards.times(own.x()).plus(upwards.times(own.y())).plus(right.times(own.z()));
  }

  /** A way in the room's axes, told in its own. */
  public Position own(Position way) {
    return new Position(forwards.dot(way), upwards.dot(way), right.dot(way));
  }

  /** A turn within this one's own axes. */
  public Turn then(Turn inner) {
    return new Turn(of(inner.forwards), of(inner.upwards), of(inner.right));
  }
}
