package org.counterpose.pose;

/**
 * A place in a picture.
 *
 * @param x from the left, in heights of the picture
 * @param y from the top, downwards, in heights of the picture
 */
public record Point(double x, double y) {

  public Point midTo(Point other) {
    return new Point((x + other.x) / 2, (y + other.y) / 2);
  }

  public double distanceTo(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  /**
   * How far the way up to another point leans from the upright, in degrees: 0 is straight up, 90 is
   * level, whichever way it leans; above 90 the other point is lower.
   */
  public double leanTo(Point other) {
    return Math.toDegrees(Math.atan2(Math.abs(other.x - x), y - other.y));
  }

  /** As {@link #leanTo}, positive to the right of the picture and negative to the left. */
  public double inclinationTo(Point other) {
    return Math.toDegrees(Math.atan2(other.x - x, y - other.y));
  }
}
