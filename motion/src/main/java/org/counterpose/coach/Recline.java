package org.counterpose.coach;

import java.util.Optional;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Landmark;
import org.counterpose.pose.Point;

/**
 * Somebody who lies on their back with bent knees, or is up from it, seen from the side by a camera
 * on the floor.
 *
 * <p>Only bent knees tell the back from the belly: knees above the hips with the feet below them
 * cannot be done face down. With straight legs, on one side, or with the feet up on a chair, this
 * is not told, since the model shows a face also where it sees none.
 *
 * @param onBack whether they lie so; else they sit, kneel or stand
 */
record Recline(boolean onBack, Point hips, Point shoulders) implements Tracked {

  private static final Landmark[] TRUNK = {
    Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER, Landmark.LEFT_HIP, Landmark.RIGHT_HIP
  };

  private static final Landmark[] HEAD_AND_LEGS = {
    Landmark.LEFT_EAR,
    Landmark.RIGHT_EAR,
    Landmark.LEFT_KNEE,
    Landmark.RIGHT_KNEE,
    Landmark.LEFT_ANKLE,
    Landmark.RIGHT_ANKLE
  };

  /** A trunk shorter than this, in heights of the picture, is too far away, or seen from an end. */
  private static final double LEAST_TRUNK = 0.1;

  /** A trunk that leans less than this, in degrees from the upright, is up. */
  private static final double UP_DEGREES = 50;

  /**
   * It is level between these: a roll under it lifts it a little, a bridge or a sit-up far more.
   */
  private static final double LEAST_LEVEL_DEGREES = 68;

  private static final double MOST_LEVEL_DEGREES = 110;

  /** Knees above the hips in trunks: feet flat and a thigh about a trunk long give 0.5 to 0.8. */
  private static final double LEAST_KNEES = 0.35;

  private static final double MOST_KNEES = 1.3;

  /** Feet on the floor that carries the hips, give or take so much. */
  private static final double FEET = 0.3;

  /** From shoulders to ears in trunks, and how far from the line of the trunk that may lead. */
  private static final double LEAST_NECK = 0.12;

  private static final double MOST_NECK = 0.9;

  private static final double HEAD_DEGREES = 50;

  /** What a frame shows of it; empty where neither the one nor the other can be told. */
  static Optional<Recline> in(Frame frame) {
    if (!frame.hasBody() || !frame.holds(TRUNK) || !isTrunkShown(frame)) {
      return Optional.empty();
    }
    Point hips = frame.mid(Landmark.LEFT_HIP, Landmark.RIGHT_HIP);
    Point shoulders = frame.mid(Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER);
    if (!(hips.distanceTo(shoulders) >= LEAST_TRUNK)) {
      return Optional.empty();
    }
    if (hips.leanTo(shoulders) <= UP_DEGREES) {
      return Optional.of(new Recline(false, hips, shoulders));
    }
    boolean onBack =
        isLevel(hips.leanTo(shoulders))
            && frame.holds(HEAD_AND_LEGS)
            && areKneesBent(frame, hips, shoulders)
            && isHeadInLine(frame, hips, shoulders);
    return onBack ? Optional.of(new Recline(true, hips, shoulders)) : Optional.empty();
  }

  private static boolean isTrunkShown(Frame frame) {
    return frame.showsEither(Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER)
        && frame.showsEither(Landmark.LEFT_HIP, Landmark.RIGHT_HIP);
  }

  private static boolean isLevel(double degrees) {
    return degrees >= LEAST_LEVEL_DEGREES && degrees <= MOST_LEVEL_DEGREES;
  }

  /** Knees up, on the far side of the hips from the head, and feet on the floor below them. */
  private static boolean areKneesBent(Frame frame, Point hips, Point shoulders) {
    Point knees = frame.mid(Landmark.LEFT_KNEE, Landmark.RIGHT_KNEE);
    Point feet = frame.mid(Landmark.LEFT_ANKLE, Landmark.RIGHT_ANKLE);
    double trunk = hips.distanceTo(shoulders);
    double footwards = Math.signum(hips.x() - shoulders.x());
    double up = (hips.y() - knees.y()) / trunk;
    boolean isShown =
        frame.showsEither(Landmark.LEFT_KNEE, Landmark.RIGHT_KNEE)
            && frame.showsEither(Landmark.LEFT_ANKLE, Landmark.RIGHT_ANKLE);
    return isShown
        && up >= LEAST_KNEES
        && up <= MOST_KNEES
        && (knees.x() - hips.x()) * footwards > 0
        && Math.abs(feet.y() - hips.y()) <= FEET * trunk;
  }

  private static boolean isHeadInLine(Frame frame, Point hips, Point shoulders) {
    Point ears = frame.mid(Landmark.LEFT_EAR, Landmark.RIGHT_EAR);
    double trunk = hips.distanceTo(shoulders);
    double neck = shoulders.distanceTo(ears);
    double headwards = Math.signum(shoulders.x() - hips.x());
    double along = (ears.x() - shoulders.x()) * headwards;
    double off = Math.toDegrees(Math.atan2(Math.abs(ears.y() - shoulders.y()), along));
    return neck >= LEAST_NECK * trunk && neck <= MOST_NECK * trunk && off <= HEAD_DEGREES;
  }

  @Override
  public Point where() {
    return hips;
  }

  @Override
  public double size() {
    return hips.distanceTo(shoulders);
  }
}
