package org.counterpose.camera;

import java.util.EnumMap;
import java.util.Map;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;
import org.counterpose.body.Segment;
import org.counterpose.body.Spot;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Landmark;

/**
 * The landmarks of a body in a camera's picture, where the pose model would put them if it made no
 * mistakes.
 *
 * <p>Visibility is what the model says on rendered bodies, and that is little: it never doubts the
 * face, the shoulders and the hips, seen or not. Of elbows, wrists, hands, knees and feet it gives
 * above 0.9 where it sees them, and anything from 0 to 0.75 where the body hides them.
 */
public final class Landmarks {

  private static final double SEEN = 0.99;

  private static final double HIDDEN = 0.45;

  /** Beyond the picture's edge. */
  private static final double GUESSED = 0.01;

  private static final Map<Landmark, Spot> SPOTS = spots();

  private Landmarks() {}

  /** A body at a moment, in milliseconds. */
  public static Frame of(Posed body, Camera camera, double millis) {
    double[] values = new double[Landmark.COUNT * Frame.PER_POINT];
    double hips = camera.before(body.at(Spot.PELVIS)).x();
    Flesh flesh = new Flesh(body);
    int at = 0;
    for (Landmark landmark : Landmark.values()) {
      Position place = place(body, landmark);
      Position before = camera.before(place);
      double x = camera.x(before);
      double y = camera.y(before);
      values[at++] = x;
      values[at++] = y;
      values[at++] = (before.x() - hips) / (hips * camera.tall() * camera.aspect());
      double inside = isHidden(landmark, flesh, place, camera.place()) ? HIDDEN : SEEN;
      values[at++] = x >= 0 && x <= 1 && y >= 0 && y <= 1 ? inside : GUESSED;
    }
    return Frame.of(millis, values, camera.aspect());
  }

  /** Only limbs are ever doubted. */
  private static boolean isHidden(Landmark landmark, Flesh flesh, Position place, Position eye) {
    int order = landmark.ordinal();
    if (order >= Landmark.LEFT_KNEE.ordinal()) {
      return flesh.hidesOfLeg(place, eye);
    }
    boolean isArm =
        order >= Landmark.LEFT_ELBOW.ordinal() && order <= Landmark.RIGHT_THUMB.ordinal();
    return isArm && flesh.hidesOfArm(place, eye);
  }

  private static Position place(Posed body, Landmark landmark) {
    Spot spot = SPOTS.get(landmark);
    if (spot != null) {
      return body.at(spot);
    }
    return switch (landmark) {
      case LEFT_EYE_INNER -> body.at(Spot.LEFT_EYE).towards(body.at(Spot.RIGHT_EYE), 0.25);
      case RIGHT_EYE_INNER -> body.at(Spot.RIGHT_EYE).towards(body.at(Spot.LEFT_EYE), 0.25);
      case LEFT_EYE_OUTER -> body.at(Spot.LEFT_EYE).towards(body.at(Spot.LEFT_EAR), 0.2);
      case RIGHT_EYE_OUTER -> body.at(Spot.RIGHT_EYE).towards(body.at(Spot.RIGHT_EAR), 0.2);
      case LEFT_PINKY -> finger(body, Spot.LEFT_KNUCKLES, Segment.LEFT_HAND, 0.02);
      case RIGHT_PINKY -> finger(body, Spot.RIGHT_KNUCKLES, Segment.RIGHT_HAND, 0.02);
      case LEFT_THUMB -> finger(body, Spot.LEFT_KNUCKLES, Segment.LEFT_HAND, -0.02);
      case RIGHT_THUMB -> finger(body, Spot.RIGHT_KNUCKLES, Segment.RIGHT_HAND, -0.02);
      default -> throw new IllegalStateException("nobody says where " + landmark + " is");
    };
  }

  private static Position finger(Posed body, Spot knuckles, Segment hand, double across) {
    return body.at(knuckles).plus(body.turnOf(hand).right().times(across));
  }

  private static Map<Landmark, Spot> spots() {
    Map<Landmark, Spot> spots = new EnumMap<>(Landmark.class);
    spots.put(Landmark.NOSE, Spot.NOSE);
    spots.put(Landmark.LEFT_EYE, Spot.LEFT_EYE);
    spots.put(Landmark.RIGHT_EYE, Spot.RIGHT_EYE);
    spots.put(Landmark.LEFT_EAR, Spot.LEFT_EAR);
    spots.put(Landmark.RIGHT_EAR, Spot.RIGHT_EAR);
    spots.put(Landmark.MOUTH_LEFT, Spot.MOUTH_LEFT);
    spots.put(Landmark.MOUTH_RIGHT, Spot.MOUTH_RIGHT);
    spots.put(Landmark.LEFT_SHOULDER, Spot.LEFT_SHOULDER);
    spots.put(Landmark.RIGHT_SHOULDER, Spot.RIGHT_SHOULDER);
    spots.put(Landmark.LEFT_ELBOW, Spot.LEFT_ELBOW);
    spots.put(Landmark.RIGHT_ELBOW, Spot.RIGHT_ELBOW);
    spots.put(Landmark.LEFT_WRIST, Spot.LEFT_WRIST);
    spots.put(Landmark.RIGHT_WRIST, Spot.RIGHT_WRIST);
    spots.put(Landmark.LEFT_INDEX, Spot.LEFT_FINGERTIPS);
    spots.put(Landmark.RIGHT_INDEX, Spot.RIGHT_FINGERTIPS);
    spots.put(Landmark.LEFT_HIP, Spot.LEFT_HIP);
    spots.put(Landmark.RIGHT_HIP, Spot.RIGHT_HIP);
    spots.put(Landmark.LEFT_KNEE, Spot.LEFT_KNEE);
    spots.put(Landmark.RIGHT_KNEE, Spot.RIGHT_KNEE);
    spots.put(Landmark.LEFT_ANKLE, Spot.LEFT_ANKLE);
    spots.put(Landmark.RIGHT_ANKLE, Spot.RIGHT_ANKLE);
    spots.put(Landmark.LEFT_HEEL, Spot.LEFT_HEEL);
    spots.put(Landmark.RIGHT_HEEL, Spot.RIGHT_HEEL);
    spots.put(Landmark.LEFT_FOOT_INDEX, Spot.LEFT_TOES);
    spots.put(Landmark.RIGHT_FOOT_INDEX, Spot.RIGHT_TOES);
    return spots;
  }
}
