package org.counterpose.body;

/**
 * How far a joint is moved, in degrees, in the order of its {@link Joint#limits()}; those that it
 * does not have are 0.
 */
public record Angles(double first, double second, double third) {

  public static final Angles NONE = new Angles(0, 0, 0);

  private static final double NEAR = 1e-9;

  public Angles {
    if (!Double.isFinite(first) || !Double.isFinite(second) || !Double.isFinite(third)) {
      throw new IllegalArgumentException(
          "angles must be numbers, got " + first + ", " + second + ", " + third);
    }
  }

  /** The angle at a place of the order, 0 to 2. */
  public double at(int index) {
    return switch (index) {
      case 0 -> first;
      case 1 -> second;
      case 2 -> third;
      default -> throw new IllegalArgumentException("a joint has three movements, got " + index);
    };
  }

  /** The same with one of them changed. */
  public Angles with(int index, double degrees) {
    return new Angles(
        index == 0 ? degrees : first, index == 1 ? degrees : second, index == 2 ? degrees : third);
  }

  /** Whether they are the same but for what counting in binary leaves over. */
  boolean isNear(Angles other) {
    return Math.abs(first - other.first) < NEAR
        && Math.abs(second - other.second) < NEAR
        && Math.abs(third - other.third) < NEAR;
  }

  Angles towards(Angles other, double share) {
    return new Angles(
        first + (other.first - first) * share,
        second + (other.second - second) * share,
        third + (other.third - third) * share);
  }
}
