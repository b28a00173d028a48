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

  /** What a frame shows of somebody from the side. */
  public sealed interface Reading {

    record Seen(SideView view) implements Reading {}

    record Refused(Refusal why) implements Reading {}
  }

  /** Why nobody can be measured from the side. */
  public enum Refusal {
    /** Nobody, or head, shoulders and hips are not all in the picture. */
    NOT_WHOLE,
    /** Seen from the front or askew, or not upright. */
    NOT_SIDE_ON,
    /** The nose does not tell which way is forwards. */
    FACING_UNCLEAR
  }

  /** What a frame shows of it; empty where nobody is seen upright and from the side. */
  public static Optional<SideView> in(Frame frame) {
    return switch (read(frame)) {
      case Reading.Seen seen -> Optional.of(seen.view());
      case Reading.Refused _ -> Optional.empty();
    };
  }

  /** What a frame shows of it, or why it shows nothing. */
  public static Reading read(Frame frame) {
    if (!frame.hasBody() || !frame.holds(NEEDED) || !isSeen(frame)) {
      return new Reading.Refused(Refusal.NOT_WHOLE);
    }
    Point ears = frame.mid(Landmark.LEFT_EAR, Landmark.RIGHT_EAR);
    Point shoulders = frame.mid(Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER);
    Point hips = frame.mid(Landmark.LEFT_HIP, Landmark.RIGHT_HIP);
    double trunk = hips.distanceTo(shoulders);
    double neck = shoulders.distanceTo(ears);
    double apart =
        Math.abs(frame.at(Landmark.LEFT_SHOULDER).x() - frame.at(Landmark.RIGHT_SHOULDER).x());
    double facing = frame.at(Landmark.NOSE).x() - ears.x();
    boolean isSideOn =
        trunk >= LEAST_TRUNK
            && apart <= MOST_APART * trunk
            && neck >= LEAST_NECK * trunk
            && neck <= MOST_NECK * trunk
            && hips.leanTo(shoulders) <= 60
            && shoulders.leanTo(ears) <= 85;
    if (!isSideOn) {
      return new Reading.Refused(Refusal.NOT_SIDE_ON);
    }
    if (Math.abs(facing) < LEAST_FACING * neck) {
      return new Reading.Refused(Refusal.FACING_UNCLEAR);
    }
    double forwards = Math.signum(facing);
    return new Reading.Seen(
        new SideView(
            forwards * shoulders.inclinationTo(ears),
            forwards * hips.inclinationTo(shoulders),
            neck,
            trunk,
            shoulders));
  }

  /** How far the model itself believes what is measured here, 0 to 1: the least of the three. */
  public static double visibility(Frame frame) {
    double ear = frame.visibilityOfNearer(Landmark.LEFT_EAR, Landmark.RIGHT_EAR);
    double shoulder = frame.visibilityOfNearer(Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER);
    double hip = frame.visibilityOfNearer(Landmark.LEFT_HIP, Landmark.RIGHT_HIP);
    return Math.min(ear, Math.min(shoulder, hip));
  }

  private static boolean isSeen(Frame frame) {
    return frame.showsEither(Landmark.LEFT_EAR, Landmark.RIGHT_EAR)
        && frame.showsEither(Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER)
        && frame.showsEither(Landmark.LEFT_HIP, Landmark.RIGHT_HIP);
  }
}
