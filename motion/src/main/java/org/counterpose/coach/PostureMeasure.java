package org.counterpose.coach;

import java.util.List;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Plumb;
import org.counterpose.pose.Point;
import org.counterpose.pose.SideView;

/**
 * Measures ear-shoulder and shoulder-hip inclination over three seconds, from the side. These are
 * lines between points of a picture: no kyphosis and no craniovertebral angle, and good for the
 * change within one person only, with a band of 5 to 10 degrees.
 *
 * <p>It tells no events but these numbers: the progress from 0 to 1; how it ended; ear-shoulder and
 * shoulder-hip inclination in degrees, positive forwards; the standard deviation of each over the
 * three seconds; and the confidence from 0 to 1. What is not measured is not a number. Ended: 0 not
 * yet, 1 measured, 2 not whole in view, 3 not side on, 4 camera tilted, 5 moving, 6 more than one
 * person, 7 which way they face is unclear.
 */
final class PostureMeasure implements Coach {

  private static final int TILTED = 4;
  private static final int MOVING = 5;
  private static final int MORE_THAN_ONE = 6;

  private static final double NEEDED_MILLIS = 3000;
  private static final double PATIENCE_MILLIS = 5000;

  /** The model trembles by 0.6 degrees on a rendered body, and who keeps still sways by one. */
  private static final double MOST_SPREAD_DEGREES = 2;

  /** A device that leans more adds as much to the measure as its own band. */
  private static final double MOST_ROLL_DEGREES = 4;

  /** Who stands still has the hips over the ankles; sway and build take up to five degrees. */
  private static final double MOST_PLUMB_DEGREES = 6;

  /** So much is left of the confidence where only the picture, or nothing, shows the upright. */
  private static final double BY_PICTURE = 0.8;

  private static final double UNKNOWN = 0.6;

  /** Another body for so many frames is no slip of the model. */
  private static final int MOST_STRANGERS = 3;

  /** Nobody who stands or sits to be measured moves two lengths of their trunk in a second. */
  private static final Sight.Allowance ALLOWANCE = new Sight.Allowance(1000, 2000, 2);

  private final double rollDegrees;
  private final InOrder order = new InOrder();
  private final Sight sight = new Sight(ALLOWANCE);
  private final Sample sample =
      new Sample(NEEDED_MILLIS, PATIENCE_MILLIS, MOVING, MOST_SPREAD_DEGREES, MOST_SPREAD_DEGREES);
  private int strangers;
  private int plumbed;
  private int tilted;

  private record Upright(SideView view) implements Tracked {

    @Override
    public Point where() {
      return view.shoulders();
    }

    @Override
    public double size() {
      return view.trunk();
    }
  }

  /**
   * @param rollDegrees how far the device leans to a side, -180 to 180; not a number where the
   *     device does not tell
   */
  PostureMeasure(double rollDegrees) {
    if (Math.abs(rollDegrees) > 180) {
      throw new IllegalArgumentException(
          "the roll must be from -180 to 180 degrees or NaN, got " + rollDegrees);
    }
    this.rollDegrees = rollDegrees;
  }

  @Override
  public List<Event> see(Frame frame) {
    if (!order.isNext(frame) || sample.ended() != Sample.PENDING) {
      return List.of();
    }
    if (Math.abs(rollDegrees) > MOST_ROLL_DEGREES) {
      sample.end(TILTED);
      return List.of();
    }
    switch (SideView.read(frame)) {
      case SideView.Reading.Refused(SideView.Refusal why) -> sample.hinder(frame.millis(), of(why));
      case SideView.Reading.Seen(SideView view) -> take(frame, view);
    }
    return List.of();
  }

  private void take(Frame frame, SideView view) {
    double now = frame.millis();
    Upright body = new Upright(view);
    if (!sight.isSame(body, now)) {
      sample.hinder(now, MORE_THAN_ONE);
      if (++strangers >= MOST_STRANGERS) {
        sample.end(MORE_THAN_ONE);
      }
      return;
    }
    sight.saw(body, now);
    if (Double.isNaN(rollDegrees)) {
      judgeByPicture(frame);
    }
    sample.take(now, view.earShoulder(), view.shoulderHip(), SideView.visibility(frame));
    if (sample.ended() == Sample.TAKEN && tilted * 2 > plumbed) {
      sample.end(TILTED);
    }
  }

  private void judgeByPicture(Frame frame) {
    double lean = Plumb.leanOfStanding(frame);
    if (!Double.isNaN(lean)) {
      plumbed++;
      if (lean > MOST_PLUMB_DEGREES) {
        tilted++;
      }
    }
  }

  private static int of(SideView.Refusal why) {
    return switch (why) {
      case NOT_WHOLE -> 2;
      case NOT_SIDE_ON -> 3;
      case FACING_UNCLEAR -> 7;
    };
  }

  @Override
  public double[] numbers() {
    boolean isMeasured = sample.ended() == Sample.TAKEN;
    return new double[] {
      sample.progress(),
      sample.ended(),
      isMeasured ? sample.mean(0) : Double.NaN,
      isMeasured ? sample.mean(1) : Double.NaN,
      isMeasured ? sample.spread(0) : Double.NaN,
      isMeasured ? sample.spread(1) : Double.NaN,
      isMeasured ? confidence() : 0
    };
  }

  /** What the model believes, less for a body that trembles, a broken view, and a camera askew. */
  private double confidence() {
    double spread = Math.max(sample.spread(0), sample.spread(1));
    double steady = 1 - spread / (2 * MOST_SPREAD_DEGREES);
    return sample.mean(2) * steady * sample.undisturbed() * level();
  }

  private double level() {
    if (Double.isNaN(rollDegrees)) {
      return plumbed > 0 ? BY_PICTURE : UNKNOWN;
    }
    return 1 - Math.abs(rollDegrees) / (2 * MOST_ROLL_DEGREES);
  }
}
