package org.counterpose.coach;

import java.util.Arrays;
import java.util.Optional;
import org.counterpose.pose.Frame;
import org.counterpose.pose.FrontView;
import org.counterpose.pose.Landmark;
import org.counterpose.pose.Point;
import org.counterpose.pose.SideView;

/**
 * Somebody at a desk, from the side or from the front. Both tell a slump only against the person's
 * own tall sitting seen the same way, since no angle is right for everybody.
 *
 * <p>Angles and shares of the body's own lengths are compared, and places in the picture only
 * beside them: a camera that is moved a little, nearer or further, or a screen that is tilted,
 * needs no new calibration.
 */
sealed interface DeskView extends Tracked permits DeskSide, DeskFront {

  /** So many numbers make a reference. */
  int NUMBERS = 7;

  /** What a frame shows; empty where nobody sits there, or it cannot be told. */
  static Optional<DeskView> in(Frame frame) {
    Optional<SideView> side = SideView.in(frame);
    if (side.isPresent()) {
      return isStanding(frame) ? Optional.empty() : side.map(DeskSide::new);
    }
    return FrontView.in(frame).map(DeskFront::new);
  }

  /** The view of numbers that {@link #numbers} gave. */
  static DeskView of(double[] numbers) {
    boolean areNumbers = numbers.length == NUMBERS;
    for (double number : numbers) {
      areNumbers &= !Double.isNaN(number) && Math.abs(number) <= 1000;
    }
    if (areNumbers && numbers[0] == 0 && numbers[3] > 0 && numbers[4] > 0) {
      Point shoulders = new Point(numbers[5], numbers[6]);
      return new DeskSide(new SideView(numbers[1], numbers[2], numbers[3], numbers[4], shoulders));
    }
    if (areNumbers && numbers[0] == 1 && numbers[5] > 0 && numbers[6] > 0) {
      Point ears = new Point(numbers[1], numbers[2]);
      Point shoulders = new Point(numbers[3], numbers[4]);
      return new DeskFront(new FrontView(ears, shoulders, numbers[5], numbers[6]));
    }
    throw new IllegalArgumentException(
        "a reference is the 7 numbers that a calibration gave, got " + Arrays.toString(numbers));
  }

  /** All that is needed to compare with this one later; the first number tells the view. */
  double[] numbers();

  /** How much more slumped than that, 1 being a slump; not a number where that cannot be told. */
  double slumpFrom(DeskView tall);

  /** Whether this may be the same person, seen the same way. */
  boolean isLike(DeskView person);

  /** Whether this is about the same posture. */
  boolean isNear(DeskView other);

  boolean isTallerThan(DeskView other);

  /** Whether this is another position, and not only a sway. */
  boolean isMovedFrom(DeskView other);

  /** What must keep steady to be a reference, in the largest deviations that are steady. */
  double[] steadied();

  /** Thighs that hang straight down under a trunk that is up. */
  private static boolean isStanding(Frame frame) {
    Point hips = frame.mid(Landmark.LEFT_HIP, Landmark.RIGHT_HIP);
    Point knees = frame.mid(Landmark.LEFT_KNEE, Landmark.RIGHT_KNEE);
    Point shoulders = frame.mid(Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER);
    return frame.showsEither(Landmark.LEFT_KNEE, Landmark.RIGHT_KNEE)
        && knees.leanTo(hips) <= 25
        && knees.distanceTo(hips) >= 0.5 * hips.distanceTo(shoulders);
  }

  /** Somebody who looks so much smaller or larger than at the calibration is not at this desk. */
  static boolean isAsLarge(DeskView one, DeskView other) {
    return likeness(one.size(), other.size()) >= 0.6;
  }

  /** The smaller over the larger: 1 is the same. */
  static double likeness(double one, double other) {
    return Math.min(one, other) / Math.max(one, other);
  }
}
