package org.counterpose.body;

/** A place or a direction in metres: x forwards, y up, z to the body's own left. */
public record Vector(double x, double y, double z) {

  public static final Vector ZERO = new Vector(0, 0, 0);

  public Vector plus(Vector other) {
    return new Vector(x + other.x, y + other.y, z + other.z);
  }

  public Vector minus(Vector other) {
    return new Vector(x - other.x, y - other.y, z - other.z);
  }

  public Vector times(double factor) {
    return new Vector(x * factor, y * factor, z * factor);
  }

  public double dot(Vector other) {
    return x * other.x + y * other.y + z * other.z;
  }

  public double length() {
    return Math.sqrt(dot(this));
  }

  /** The place a share of the way to another: 0 is here, 1 is there. */
  public Vector towards(Vector other, double share) {
    return plus(other.minus(this).times(share));
  }
}
