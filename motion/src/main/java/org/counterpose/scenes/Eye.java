package org.counterpose.scenes;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Build;
import org.counterpose.body.Posed;
import org.counterpose.camera.Camera;
import org.counterpose.camera.Landmarks;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Landmark;

/** How a scene is seen: of whom, from where, how often, and with which of the model's faults. */
record Eye(Build build, Stand stand, double framesASecond, Faults faults) {

  private static final int PER_POINT = Frame.PER_POINT;

  /** What stays from one frame's jitter to the next at 30 frames a second. */
  private static final double STEADY = 0.6;

  private static final double LONGEST_AWAY_MILLIS = 900;

  /** The shoulders are drawn together on the way under, and apart on the way back. */
  private static final double PULL_MILLIS = 1500;

  /** The scene that a script makes before this eye. */
  Scene film(long seed, String kind, Script script, Chance chance) {
    Camera camera = stand.camera();
    List<Frame> frames = new ArrayList<>();
    double[] smooth = new double[0];
    double[] shake = new double[Landmark.COUNT * 2];
    double gap = 1000 / framesASecond;
    double awayUntil = 0;
    for (double millis = 0; millis <= script.millis(); millis += gap) {
      Script.At at = script.at(millis);
      Posed body = Posed.of(build, at.pose()).movedBy(at.place());
      double[] seen = values(Landmarks.of(body, camera, millis));
      pullTogether(seen, script, millis);
      smooth = smooth.length == 0 ? seen : smoothed(smooth, seen, gap);
      double[] shown = smooth.clone();
      shake(shown, shake, chance, camera.aspect());
      if (chance.happens(faults.doubted())) {
        doubt(shown, chance);
      }
      if (chance.happens(faults.away() * gap / 60_000)) {
        awayUntil = millis + chance.within(0.2, 1) * LONGEST_AWAY_MILLIS;
      }
      double when = Math.max(0, millis + chance.within(-0.1, 0.1) * gap);
      boolean isLost = chance.happens(faults.lost()) || millis < awayUntil;
      frames.add(isLost ? Frame.empty(when) : Frame.of(when, shown, camera.aspect()));
    }
    return new Scene(seed, kind, frames, script.holds());
  }

  private static double[] values(Frame frame) {
    double[] values = new double[Landmark.COUNT * PER_POINT];
    for (int i = 0; i < values.length; i++) {
      values[i] = frame.value(i);
    }
    return values;
  }

  /** The near shoulder hides the far one while the far arm goes under. */
  private void pullTogether(double[] values, Script script, double millis) {
    double under = 0;
    for (Scene.Hold hold : script.holds()) {
      boolean isFar = hold.side().isPresent() && hold.side().get() != stand.from();
      double before = (millis - hold.from() + PULL_MILLIS) / PULL_MILLIS;
      double after = (hold.to() + PULL_MILLIS - millis) / PULL_MILLIS;
      double share = Math.clamp(Math.min(before, after), 0, 1);
      under = isFar ? Math.max(under, share) : under;
    }
    double way = faults.pull() * under / 2;
    for (int axis = 0; axis < 2; axis++) {
      int left = Landmark.LEFT_SHOULDER.ordinal() * PER_POINT + axis;
      int right = Landmark.RIGHT_SHOULDER.ordinal() * PER_POINT + axis;
      double apart = values[right] - values[left];
      values[left] += way * apart;
      values[right] -= way * apart;
    }
  }

  private double[] smoothed(double[] before, double[] now, double gap) {
    double share = 1 - Math.exp(-gap / faults.late());
    double[] next = now.clone();
    for (int i = 0; i < now.length; i++) {
      if (i % PER_POINT < 2 && !Double.isNaN(before[i])) {
        next[i] = before[i] + share * (now[i] - before[i]);
      }
    }
    return next;
  }

  private void shake(double[] values, double[] shake, Chance chance, double aspect) {
    double kept = Math.pow(STEADY, 30 / framesASecond);
    double fresh = Math.sqrt(1 - kept * kept);
    for (int i = 0; i < shake.length; i++) {
      shake[i] = kept * shake[i] + chance.bell(fresh);
      int point = i / 2 * PER_POINT;
      boolean isHidden = values[point + 3] < 0.5;
      double far = shake[i] * (faults.jitter() + (isHidden ? faults.strayed() : 0));
      values[point + i % 2] += i % 2 == 0 ? far / aspect : far;
    }
  }

  private static void doubt(double[] values, Chance chance) {
    for (int i = 3; i < values.length; i += PER_POINT) {
      values[i] = chance.within(0, 1);
    }
  }
}
