package org.counterpose.coach;

import java.util.Optional;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Landmark;
import org.counterpose.pose.Point;

/**
 * Somebody on hands and knees, seen from the side.
 *
 * @param left height of the left shoulder above the knees, in heights of the hips above the knees
 * @param right the same of the right shoulder
 * @param hips where the hips are in the picture
 * @param trunk from hips to shoulders, in heights of the picture
 */
record AllFours(double left, double right, Point hips, double trunk) implements Tracked {

  private static final Landmark[] NEEDED = {
    Landmark.LEFT_SHOULDER,
    Landmark.RIGHT_SHOULDER,
    Landmark.LEFT_HIP,
    Landmark.RIGHT_HIP,
    Landmark.LEFT_KNEE,
    Landmark.RIGHT_KNEE
  };

  /** A trunk shorter than this, in heights of the picture, is too far away to be measured. */
  private static final double LEAST_TRUNK = 0.08;

  /** Hips above the knees in lengths of the trunk: a thigh is about as long as a trunk. */
  private static final double LEAST_HIPS = 0.4;

  private static final double MOST_HIPS = 1.6;

  /** How far a thigh may lean, in degrees, before this is sitting back or lying down. */
  private static final double MOST_LEAN = 40;

  /** How much of the trunk must be seen across the picture; less is a view from head or feet. */
  private static final double LEAST_ACROSS = 0.6;

  /** A camera that stands a little high or askew shows the far shoulder so much higher or lower. */
  private static final double MOST_UNEVEN = 0.3;

  /** What a frame shows of it; empty where this is no such posture, or cannot be told. */
  static Optional<AllFours> in(Frame frame) {
    if (!frame.hasBody() || !frame.holds(NEEDED) || !isSeen(frame)) {
      return Optional.empty();
    }
    Point shoulders = frame.mid(Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER);
    Point hips = frame.mid(Landmark.LEFT_HIP, Landmark.RIGHT_HIP);
    Point knees = frame.mid(Landmark.LEFT_KNEE, Landmark.RIGHT_KNEE);
    double trunk = hips.distanceTo(shoulders);
    double height = knees.y() - hips.y();
    boolean is =
        trunk >= LEAST_TRUNK
            && height >= LEAST_HIPS * trunk
            && height <= MOST_HIPS * trunk
            && knees.leanTo(hips) <= MOST_LEAN
            && Math.abs(shoulders.x() - hips.x()) >= LEAST_ACROSS * trunk;
    if (!is) {
      return Optional.empty();
    }
    return Optional.of(
        new AllFours(
            (knees.y() - frame.at(Landmark.LEFT_SHOULDER).y()) / height,
            (knees.y() - frame.at(Landmark.RIGHT_SHOULDER).y()) / height,
            hips,
            trunk));
  }

  /** Both shoulders, and of hips and knees one each: the near ones hide the far ones. */
  private static boolean isSeen(Frame frame) {
    return frame.shows(Landmark.LEFT_SHOULDER)
        && frame.shows(Landmark.RIGHT_SHOULDER)
        && frame.showsEither(Landmark.LEFT_HIP, Landmark.RIGHT_HIP)
        && frame.showsEither(Landmark.LEFT_KNEE, Landmark.RIGHT_KNEE);
  }

  @Override
  public Point where() {
    return hips;
  }

  @Override
  public double size() {
    return trunk;
  }

  double lower() {
    return Math.min(left, right);
  }

  double of(Side side) {
    return side == Side.LEFT ? left : right;
  }

  /** Both shoulders about as high as the hips; long arms carry them a little higher. */
  boolean isTableTop() {
    return isLevel(left) && isLevel(right);
  }

  /** The one shoulder about as high as the other. */
  boolean isEven() {
    return Math.abs(left - right) <= MOST_UNEVEN;
  }

  private static boolean isLevel(double height) {
    return height >= 0.8 && height <= 1.5;
  }
}
