package org.counterpose.scenes;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Build;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;
import org.counterpose.camera.Camera;
import org.counterpose.camera.Landmarks;
import org.counterpose.coach.Side;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Landmark;

/**
 * How a scene is seen: from where, how often, and with which of the pose model's faults. Measured
 * on rendered bodies, the model jitters, is late by a tenth of a second, and draws an arm that
 * hides behind the body towards the one that it sees.
 *
 * @param from the side that the camera stands on
 * @param aside how far the camera stands off the side view, in degrees
 * @param jitter deviation of each landmark, in heights of the picture
 * @param pull how much of the way the shoulders are drawn together while the far arm is under
 * @param lost share of frames without a body
 * @param late how long the model's smoothing takes, in milliseconds
 */
record Eye(
    Build build,
    Side from,
    double aside,
    double distance,
    double height,
    double roll,
    double framesASecond,
    double jitter,
    double pull,
    double lost,
    double late) {

  /** What stays from one frame's jitter to the next at 30 frames a second. */
  private static final double STEADY = 0.6;

  private static final Position MIDDLE = new Position(0.12, 0.4, 0);

  /** The scene that a script makes before this eye. */
  Scene film(long seed, String kind, Script script, Chance chance) {
    Camera camera = camera();
    List<Frame> frames = new ArrayList<>();
    double[] smooth = new double[0];
    double[] shake = new double[Landmark.COUNT * 2];
    double gap = 1000 / framesASecond;
    for (double millis = 0; millis <= script.millis(); millis += gap) {
      Script.At at = script.at(millis);
      Posed body = Posed.of(build, at.pose()).movedBy(at.place());
      double[] seen = values(Landmarks.of(body, camera, millis));
      pullTogether(seen, script, millis);
      smooth = smooth.length == 0 ? seen : smoothed(smooth, seen, gap);
      double[] shown = smooth.clone();
      shake(shown, shake, chance, camera.aspect());
      double when = millis + chance.within(-0.1, 0.1) * gap;
      frames.add(
          chance.happens(lost)
              ? Frame.empty(Math.max(0, when))
              : Frame.of(Math.max(0, when), shown, camera.aspect()));
    }
    return new Scene(seed, kind, frames, script.holds());
  }

  private Camera camera() {
    double side = from == Side.RIGHT ? 1 : -1;
    double turned = Math.toRadians(aside);
    Position place =
        new Position(
            MIDDLE.x() + distance * Math.sin(turned), height, side * distance * Math.cos(turned));
    return Camera.looking(place, MIDDLE, roll);
  }

  private static double[] values(Frame frame) {
    double[] values = new double[Landmark.COUNT * Frame.PER_POINT];
    for (int i = 0; i < values.length; i++) {
      values[i] = frame.value(i);
    }
    return values;
  }

  /** The near shoulder hides the far one while the far arm goes under. */
  private void pullTogether(double[] values, Script script, double millis) {
    double under = 0;
    for (Scene.Hold hold : script.holds()) {
      double before = (millis - hold.from() + 1500) / 1500;
      double after = (hold.to() + 1500 - millis) / 1500;
      double share = Math.clamp(Math.min(before, after), 0, 1);
      under = hold.side() == from ? under : Math.max(under, share);
    }
    double way = pull * under / 2;
    for (int axis = 0; axis < 2; axis++) {
      int left = Landmark.LEFT_SHOULDER.ordinal() * Frame.PER_POINT + axis;
      int right = Landmark.RIGHT_SHOULDER.ordinal() * Frame.PER_POINT + axis;
      double apart = values[right] - values[left];
      values[left] += way * apart;
      values[right] -= way * apart;
    }
  }

  private double[] smoothed(double[] before, double[] now, double gap) {
    double share = late <= 0 ? 1 : 1 - Math.exp(-gap / late);
    double[] next = now.clone();
    for (int i = 0; i < now.length; i++) {
      if (i % Frame.PER_POINT < 2) {
        next[i] = before[i] + share * (now[i] - before[i]);
      }
    }
    return next;
  }

  private void shake(double[] values, double[] shake, Chance chance, double aspect) {
    double kept = Math.pow(STEADY, 30 / framesASecond);
    double fresh = jitter * Math.sqrt(1 - kept * kept);
    for (int i = 0; i < shake.length; i++) {
      shake[i] = kept * shake[i] + chance.bell(fresh);
      boolean across = i % 2 == 0;
      values[i / 2 * Frame.PER_POINT + i % 2] += across ? shake[i] / aspect : shake[i];
    }
  }
}
