package org.counterpose.pose;

import java.util.Optional;

/**
 * Somebody upright, seen from the side: how far head and trunk lean, in degrees from the upright,
 * positive forwards.
 *
 * @param earShoulder from the shoulder to the ear
 * @param shoulderHip from the hip to the shoulder
 * @param neck from shoulder to ear, in heights of the picture
 * @param trunk from hip to shoulder, in heights of the picture
 * @param shoulders where the shoulders are in the picture
 */
public record SideView(
    double earShoulder, double shoulderHip, double neck, double trunk, Point shoulders) {

  private static final Landmark[] NEEDED = {
    Landmark.NOSE,
    Landmark.LEFT_EAR,
    Landmark.RIGHT_EAR,
    Landmark.LEFT_SHOULDER,
    Landmark.RIGHT_SHOULDER,
    Landmark.LEFT_HIP,
    Landmark.RIGHT_HIP
  };

  private static final double LEAST_TRUNK = 0.1;

  /** Shoulders further apart than this, in trunks, are seen from the front. */
  private static final double MOST_APART = 0.45;

  /** A neck is a quarter to three quarters of a trunk long; other figures are no person. */
  private static final double LEAST_NECK = 0.15;

  private static final double MOST_NECK = 0.9;

  /**
   * The nose must be this far before the ears, in necks, for it to be clear which way is forwards.
   */
  private static final double LEAST_FACING = 0.15;

  /** What a frame shows of it; empty where nobody is seen upright and from the side. */
  public static Optional<SideView> in(Frame frame) {
    if (!frame.hasBody() || !frame.holds(NEEDED)) {
      return Optional.empty();
    }
    Point ears = frame.mid(Landmark.LEFT_EAR, Landmark.RIGHT_EAR);
    Point shoulders = frame.mid(Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER);
    Point hips = frame.mid(Landmark.LEFT_HIP, Landmark.RIGHT_HIP);
    double trunk = hips.distanceTo(shoulders);
    double neck = shoulders.distanceTo(ears);
    double apart =
        Math.abs(frame.at(Landmark.LEFT_SHOULDER).x() - frame.at(Landmark.RIGHT_SHOULDER).x());
    double facing = frame.at(Landmark.NOSE).x() - ears.x();
    boolean is =
        trunk >= LEAST_TRUNK
            && apart <= MOST_APART * trunk
            && neck >= LEAST_NECK * trunk
            && neck <= MOST_NECK * trunk
            && Math.abs(facing) >= LEAST_FACING * neck
            && hips.leanTo(shoulders) <= 60
            && shoulders.leanTo(ears) <= 85;
    if (!is) {
      return Optional.empty();
    }
    double forwards = Math.signum(facing);
    return Optional.of(
        new SideView(
            forwards * shoulders.inclinationTo(ears),
            forwards * hips.inclinationTo(shoulders),
            neck,
            trunk,
            shoulders));
  }
}
