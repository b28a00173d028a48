package org.counterpose.body;

/**
 * A place, or a way from one place to another, in metres.
 *
 * @param x forwards
 * @param y upwards
 * @param z to the right
 */
public record Position(double x, double y, double z) {

  public static final Position ORIGIN = new Position(0, 0, 0);

  public Position plus(Position other) {
    return new Position(x + other.x, y + other.y, z + other.z);
  }

  public Position minus(Position other) {
    return new Position(x - other.x, y - other.y, z - other.z);
  }

  public Position times(double factor) {
    return new Position(x * factor, y * factor, z * factor);
  }

  /** The place so far on the way to another: 0 is here, 1 is there. */
  public Position towards(Position other, double share) {
    return plus(other.minus(this).times(share));
  }

  public double dot(Position other) {
    return x * other.x + y * other.y + z * other.z;
  }

  public Position cross(Position other) {
    return new Position(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  public double length() {
    return Math.sqrt(dot(this));
  }

  public double distanceTo(Position other) {
    return minus(other).length();
  }

  /** The same way, one metre long. */
  public Position unit() {
    double length = length();
    if (!(length > 0)) {
      throw new IllegalArgumentException("nothing has no direction");
    }
    return times(1 / length);
  }
}
