package org.counterpose.pose;

import java.util.Optional;

/**
 * Head and shoulders of somebody who faces the camera, as a laptop sees them. The hips are left
 * out: they are under the table, and the model guesses them.
 *
 * @param ears between the ears
 * @param shoulders between the shoulders
 * @param width from shoulder to shoulder, in heights of the picture
 * @param earSpan from ear to ear, in heights of the picture
 */
public record FrontView(Point ears, Point shoulders, double width, double earSpan) {

  private static final Landmark[] NEEDED = {
    Landmark.NOSE,
    Landmark.LEFT_EAR,
    Landmark.RIGHT_EAR,
    Landmark.LEFT_SHOULDER,
    Landmark.RIGHT_SHOULDER
  };

  private static final double LEAST_WIDTH = 0.12;

  /** Shoulders that slope more, in degrees, are askew: leaning on one arm, or a tilted camera. */
  private static final double MOST_SLOPE = 25;

  /** A head is about 0.45 as wide as shoulders are apart; turned away it looks narrower. */
  private static final double LEAST_HEAD = 0.2;

  private static final double MOST_HEAD = 0.9;

  /** How far the nose may be from between the ears, in ear spans: else the face is turned away. */
  private static final double MOST_TURNED = 0.6;

  private static final double LEAST_NECK = 0.1;

  private static final double MOST_NECK = 1.3;

  /** What a frame shows of it; empty where nobody faces the camera. */
  public static Optional<FrontView> in(Frame frame) {
    if (!frame.hasBody() || !frame.holds(NEEDED) || !isSeen(frame)) {
      return Optional.empty();
    }
    Point left = frame.at(Landmark.LEFT_SHOULDER);
    Point right = frame.at(Landmark.RIGHT_SHOULDER);
    FrontView view =
        new FrontView(
            frame.mid(Landmark.LEFT_EAR, Landmark.RIGHT_EAR),
            left.midTo(right),
            left.distanceTo(right),
            frame.at(Landmark.LEFT_EAR).distanceTo(frame.at(Landmark.RIGHT_EAR)));
    double turned = Math.abs(frame.at(Landmark.NOSE).x() - view.ears().x());
    boolean is =
        left.x() > right.x() // else it is their back
            && view.width() >= LEAST_WIDTH
            && Math.abs(90 - right.leanTo(left)) <= MOST_SLOPE
            && view.earSpan() >= LEAST_HEAD * view.width()
            && view.earSpan() <= MOST_HEAD * view.width()
            && turned <= MOST_TURNED * view.earSpan()
            && view.neck() >= LEAST_NECK
            && view.neck() <= MOST_NECK;
    return is ? Optional.of(view) : Optional.empty();
  }

  /** How high the ears are above the shoulders, in widths of the shoulders. */
  public double neck() {
    return (shoulders.y() - ears.y()) / width;
  }

  private static boolean isSeen(Frame frame) {
    return frame.shows(Landmark.NOSE)
        && frame.shows(Landmark.LEFT_SHOULDER)
        && frame.shows(Landmark.RIGHT_SHOULDER);
  }
}
