package org.counterpose.coach;

import java.util.Arrays;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Landmark;

/** Somebody who stands still for four seconds, from the side, before a camera that may lean. */
final class Standing {

  private final double[] values = new double[Landmark.COUNT * Frame.PER_POINT];
  private final double leanDegrees;

  Standing(double leanDegrees) {
    this.leanDegrees = leanDegrees;
    Arrays.fill(values, 0.5);
    both(Landmark.LEFT_ANKLE, 0, 0.9);
    both(Landmark.LEFT_KNEE, 0, 0.7);
    both(Landmark.LEFT_HIP, 0.01, 0.5);
    both(Landmark.LEFT_SHOULDER, 0.01, 0.25);
    both(Landmark.LEFT_EAR, 0.03, 0.15);
    put(Landmark.NOSE, 0.06, 0.15);
  }

  private void both(Landmark left, double x, double y) {
    put(left, x, y);
    put(Landmark.values()[left.ordinal() + 1], x, y);
  }

  /** Turned about the middle of the picture. */
  private void put(Landmark landmark, double x, double y) {
    double lean = Math.toRadians(leanDegrees);
    int i = landmark.ordinal() * Frame.PER_POINT;
    values[i] = 0.5 + x * Math.cos(lean) - (y - 0.5) * Math.sin(lean);
    values[i + 1] = 0.5 + x * Math.sin(lean) + (y - 0.5) * Math.cos(lean);
    values[i + 3] = 1;
  }

  double[] figures(Coach coach) {
    for (int i = 0; i <= 40; i++) {
      coach.see(Frame.of(i * 100, values, 1));
    }
    return coach.numbers();
  }
}
