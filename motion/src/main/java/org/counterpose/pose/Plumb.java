package org.counterpose.pose;

/** Where the upright is, told by a body that stands: its hips are over its ankles. */
public final class Plumb {

  /** Hip, knee and ankle of straight legs lie within so many degrees of one line. */
  private static final double STRAIGHT_DEGREES = 15;

  /** A leg is longer than a trunk; a shorter one is bent, or not seen whole. */
  private static final double LEAST_LEG = 1.1;

  private static final Landmark[] NEEDED = {
    Landmark.LEFT_SHOULDER,
    Landmark.RIGHT_SHOULDER,
    Landmark.LEFT_HIP,
    Landmark.RIGHT_HIP,
    Landmark.LEFT_KNEE,
    Landmark.RIGHT_KNEE,
    Landmark.LEFT_ANKLE,
    Landmark.RIGHT_ANKLE
  };

  private Plumb() {}

  /**
   * How far the hips of somebody who stands are from over the ankles, in degrees; not a number
   * where nobody is seen to stand on straight legs.
   */
  public static double leanOfStanding(Frame frame) {
    boolean isShown =
        frame.hasBody()
            && frame.holds(NEEDED)
            && frame.showsEither(Landmark.LEFT_KNEE, Landmark.RIGHT_KNEE)
            && frame.showsEither(Landmark.LEFT_ANKLE, Landmark.RIGHT_ANKLE);
    if (!isShown) {
      return Double.NaN;
    }
    Point shoulders = frame.mid(Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER);
    Point hips = frame.mid(Landmark.LEFT_HIP, Landmark.RIGHT_HIP);
    Point knees = frame.mid(Landmark.LEFT_KNEE, Landmark.RIGHT_KNEE);
    Point ankles = frame.mid(Landmark.LEFT_ANKLE, Landmark.RIGHT_ANKLE);
    double bend = Math.abs(ankles.inclinationTo(knees) - knees.inclinationTo(hips));
    boolean stands =
        bend <= STRAIGHT_DEGREES
            && ankles.distanceTo(hips) >= LEAST_LEG * hips.distanceTo(shoulders)
            && ankles.leanTo(hips) <= 45;
    return stands ? ankles.leanTo(hips) : Double.NaN;
  }
}
