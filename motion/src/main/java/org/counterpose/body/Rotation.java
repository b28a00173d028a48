package org.counterpose.body;

/** A turn in three dimensions, as the directions in which x, y and z then point. */
public record Rotation(Vector x, Vector y, Vector z) {

  public static final Rotation NONE =
      new Rotation(new Vector(1, 0, 0), new Vector(0, 1, 0), new Vector(0, 0, 1));

  /** About the axis that points forwards; positive moves what is up to the left. */
  public static Rotation aboutX(double degrees) {
    double c = Math.cos(Math.toRadians(degrees));
    double s = Math.sin(Math.toRadians(degrees));
    return new Rotation(new Vector(1, 0, 0), new Vector(0, c, s), new Vector(0, -s, c));
  }

  /** About the axis that points up; positive turns what is in front to the right. */
  public static Rotation aboutY(double degrees) {
    double c = Math.cos(Math.toRadians(degrees));
    double s = Math.sin(Math.toRadians(degrees));
    return new Rotation(new Vector(c, 0, -s), new Vector(0, 1, 0), new Vector(s, 0, c));
  }

  /** About the axis that points left; positive lifts what is in front. */
  public static Rotation aboutZ(double degrees) {
    double c = Math.cos(Math.toRadians(degrees));
    double s = Math.sin(Math.toRadians(degrees));
    return new Rotation(new Vector(c, s, 0), new Vector(-s, c, 0), new Vector(0, 0, 1));
  }

  public Vector of(Vector v) {
    return x.times(v.x()).plus(y.times(v.y())).plus(z.times(v.z()));
  }

  /** First the other turn, then this one. */
  public Rotation after(Rotation other) {
    return new Rotation(of(other.x), of(other.y), of(other.z));
  }
}
