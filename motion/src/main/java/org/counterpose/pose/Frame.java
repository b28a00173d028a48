package org.counterpose.pose;

/** What the camera saw at one moment: where the points of one body lie, or that nobody is there. */
public final class Frame {

  /** Numbers for each point: x and y in 0..1 of the picture, z, visibility in 0..1. */
  public static final int PER_POINT = 4;

  /** A point this near to the edge, or beyond it, was guessed. */
  private static final double EDGE = 0.01;

  private static final double[] NOBODY = {};

  private final double millis;
  private final double[] values;
  private final double aspect;

  private Frame(double millis, double[] values, double aspect) {
    this.millis = millis;
    this.values = values;
    this.aspect = aspect;
  }

  /**
   * A frame with a body in it.
   *
   * @param millis when, in milliseconds from any beginning
   * @param values for each point its x, y, z and visibility; kept, not copied
   * @param aspect width of the picture over its height
   */
  public static Frame of(double millis, double[] values, double aspect) {
    if (values.length != Landmark.COUNT * PER_POINT) {
      throw new IllegalArgumentException("a body has 132 numbers, got " + values.length);
    }
    if (!(aspect > 0) || Double.isInfinite(aspect)) {
      throw new IllegalArgumentException("the aspect must be above 0, got " + aspect);
    }
    return new Frame(millis, values, aspect);
  }

  /** A frame in which nobody was found. */
  public static Frame empty(double millis) {
    return new Frame(millis, NOBODY, 1);
  }

  public double millis() {
    return millis;
  }

  /** Width of the picture over its height. */
  public double aspect() {
    return aspect;
  }

  /** One of the numbers that the frame was made of, in their order. */
  public double value(int index) {
    return values[index];
  }

  public boolean hasBody() {
    return values.length > 0;
  }

  public Point at(Landmark landmark) {
    int i = landmark.ordinal() * PER_POINT;
    return new Point(values[i] * aspect, values[i + 1]);
  }

  public Point mid(Landmark one, Landmark other) {
    return at(one).midTo(at(other));
  }

  public double visibility(Landmark landmark) {
    return values[landmark.ordinal() * PER_POINT + 3];
  }

  /** Whether all of these points are numbers and within the picture. */
  public boolean holds(Landmark[] landmarks) {
    for (Landmark landmark : landmarks) {
      int i = landmark.ordinal() * PER_POINT;
      if (!within(values[i]) || !within(values[i + 1])) {
        return false;
      }
    }
    return true;
  }

  /** Whether the model itself does not doubt a point. That says little: it seldom does. */
  public boolean shows(Landmark landmark) {
    return visibility(landmark) >= 0.5;
  }

  /** Whether it does not doubt the one that hides the other, seen from the side. */
  public boolean showsEither(Landmark left, Landmark right) {
    return shows(left) || shows(right);
  }

  /** How far the model believes the one that hides the other; 0 where it says nothing. */
  public double visibilityOfNearer(Landmark left, Landmark right) {
    double most = Math.max(visibility(left), visibility(right));
    return Double.isNaN(most) ? 0 : Math.min(1, Math.max(0, most));
  }

  private static boolean within(double share) {
    return share >= EDGE && share <= 1 - EDGE; // not a number is not within
  }
}
