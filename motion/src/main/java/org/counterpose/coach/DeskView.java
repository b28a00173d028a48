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
sealed interface DeskView extends Tracked {

  /** So many numbers make a reference. */
  int NUMBERS = 7;

  /** What a frame shows; empty where nobody sits there, or it cannot be told. */
  static Optional<DeskView> in(Frame frame) {
    Optional<SideView> side = SideView.in(frame);
    if (side.isPresent()) {
      return isStanding(frame) ? Optional.empty() : side.map(Side::new);
    }
    return FrontView.in(frame).map(Front::new);
  }

  /** The view of numbers that {@link #numbers} gave. */
  static DeskView of(double[] numbers) {
    boolean areNumbers = numbers.length == NUMBERS;
    for (double number : numbers) {
      areNumbers &= !Double.isNaN(number) && Math.abs(number) <= 1000;
    }
    if (areNumbers && numbers[0] == 0 && numbers[3] > 0 && numbers[4] > 0) {
      Point shoulders = new Point(numbers[5], numbers[6]);
      return new Side(new SideView(numbers[1], numbers[2], numbers[3], numbers[4], shoulders));
    }
    if (areNumbers && numbers[0] == 1 && numbers[5] > 0 && numbers[6] > 0) {
      Point ears = new Point(numbers[1], numbers[2]);
      Point shoulders = new Point(numbers[3], numbers[4]);
      return new Front(new FrontView(ears, shoulders, numbers[5], numbers[6]));
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
  private static boolean isAsLarge(DeskView one, DeskView other) {
    return likeness(one.size(), other.size()) >= 0.6;
  }

  private static double likeness(double one, double other) {
    return Math.min(one, other) / Math.max(one, other);
  }

  /** From the side: the inclinations of head and trunk. */
  record Side(SideView body) implements DeskView {

    /** How much further than in tall sitting head or trunk lean when somebody is slumped. */
    private static final double HEAD_DEGREES = 15;

    private static final double TRUNK_DEGREES = 8;

    private static final double STEADY_DEGREES = 6;

    private static final double MOST_SPREAD_DEGREES = 3;

    /** Shoulders that move by so many necks, or a trunk by so many degrees. */
    private static final double MOVED_NECKS = 0.5;

    private static final double MOVED_DEGREES = 10;

    /** Of one person the share of neck to trunk keeps within this, tall or slumped. */
    private static final double LEAST_LIKENESS = 0.75;

    @Override
    public double[] numbers() {
      Point shoulders = body.shoulders();
      return new double[] {
        0,
        body.earShoulder(),
        body.shoulderHip(),
        body.neck(),
        body.trunk(),
        shoulders.x(),
        shoulders.y()
      };
    }

    @Override
    public double slumpFrom(DeskView tall) {
      return tall instanceof Side(SideView other)
          ? Math.max(
              (body.earShoulder() - other.earShoulder()) / HEAD_DEGREES,
              (body.shoulderHip() - other.shoulderHip()) / TRUNK_DEGREES)
          : Double.NaN;
    }

    @Override
    public boolean isLike(DeskView person) {
      return person instanceof Side(SideView other)
          && isAsLarge(this, person)
          && likeness(body.neck() / body.trunk(), other.neck() / other.trunk()) >= LEAST_LIKENESS;
    }

    @Override
    public boolean isNear(DeskView view) {
      return view instanceof Side(SideView other)
          && Math.abs(body.earShoulder() - other.earShoulder()) <= STEADY_DEGREES
          && Math.abs(body.shoulderHip() - other.shoulderHip()) <= STEADY_DEGREES;
    }

    @Override
    public boolean isTallerThan(DeskView view) {
      return view instanceof Side(SideView other) && lean(body) < lean(other) - STEADY_DEGREES;
    }

    private static double lean(SideView body) {
      return Math.abs(body.earShoulder()) + Math.abs(body.shoulderHip());
    }

    @Override
    public boolean isMovedFrom(DeskView view) {
      return !(view instanceof Side(SideView other))
          || where().distanceTo(other.shoulders()) > MOVED_NECKS * other.neck()
          || Math.abs(body.shoulderHip() - other.shoulderHip()) > MOVED_DEGREES;
    }

    @Override
    public double[] steadied() {
      return new double[] {
        body.earShoulder() / MOST_SPREAD_DEGREES, body.shoulderHip() / MOST_SPREAD_DEGREES
      };
    }

    @Override
    public Point where() {
      return body.shoulders();
    }

    @Override
    public double size() {
      return body.trunk();
    }
  }

  /**
   * From the front: how far ears and shoulders have dropped, in widths of the shoulders. A face
   * that looks down keeps its ears about where they were.
   */
  record Front(FrontView body) implements DeskView {

    /** Ears so much nearer to the shoulders are a slump: about 4 cm. */
    private static final double NECK = 0.12;

    /** Shoulders that sink by this are one too, but only where the head goes with them. */
    private static final double SINK = 0.4;

    /** A whole picture that sinks is the screen that was tilted: the head must have dropped too. */
    private static final double LEAST_NECK = 0.04;

    private static final double STEADY_NECK = 0.06;

    private static final double MOST_SPREAD_NECK = 0.03;

    private static final double MOST_SPREAD_WIDTHS = 0.08;

    /** Shoulders that move by so many widths, or look so much larger or smaller. */
    private static final double MOVED_WIDTHS = 0.25;

    private static final double MOVED_LIKENESS = 0.85;

    /** Of one person the share of head to shoulders keeps within this while they face the desk. */
    private static final double LEAST_LIKENESS = 0.7;

    @Override
    public double[] numbers() {
      Point ears = body.ears();
      Point shoulders = body.shoulders();
      return new double[] {
        1, ears.x(), ears.y(), shoulders.x(), shoulders.y(), body.width(), body.earSpan()
      };
    }

    @Override
    public double slumpFrom(DeskView tall) {
      if (!(tall instanceof Front(FrontView other))) {
        return Double.NaN;
      }
      double dropped = other.neck() - body.neck();
      double sunk = (body.shoulders().y() - other.shoulders().y()) / other.width();
      return dropped / NECK + (dropped >= LEAST_NECK ? Math.max(0, sunk) / SINK : 0);
    }

    @Override
    public boolean isLike(DeskView person) {
      return person instanceof Front(FrontView other)
          && isAsLarge(this, person)
          && likeness(body.earSpan() / body.width(), other.earSpan() / other.width())
              >= LEAST_LIKENESS;
    }

    @Override
    public boolean isNear(DeskView view) {
      return view instanceof Front(FrontView other)
          && Math.abs(body.neck() - other.neck()) <= STEADY_NECK;
    }

    @Override
    public boolean isTallerThan(DeskView view) {
      return view instanceof Front(FrontView other) && body.neck() > other.neck() + STEADY_NECK;
    }

    @Override
    public boolean isMovedFrom(DeskView view) {
      return !(view instanceof Front(FrontView other))
          || where().distanceTo(other.shoulders()) > MOVED_WIDTHS * other.width()
          || likeness(body.width(), other.width()) < MOVED_LIKENESS
          || Math.abs(body.neck() - other.neck()) > NECK;
    }

    @Override
    public double[] steadied() {
      return new double[] {
        body.neck() / MOST_SPREAD_NECK, body.shoulders().y() / (body.width() * MOST_SPREAD_WIDTHS)
      };
    }

    @Override
    public Point where() {
      return body.shoulders();
    }

    @Override
    public double size() {
      return body.width();
    }
  }
}
