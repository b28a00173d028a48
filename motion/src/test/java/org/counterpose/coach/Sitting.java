package org.counterpose.coach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Landmark;

/** Somebody at a desk, from the side, one frame a second; time goes on with each act. */
final class Sitting {

  private static final double TRUNK = 0.3;
  private static final double NECK = 0.13;

  private final List<Frame> frames = new ArrayList<>();
  private double now;

  /** Head and trunk lean forwards by so many degrees for so long. */
  Sitting leans(double head, double trunk, double seconds) {
    return leansAt(0.5, head, trunk, seconds);
  }

  /** The same on a chair that stands elsewhere in the picture. */
  Sitting leansAt(double hip, double head, double trunk, double seconds) {
    for (double until = now + seconds * 1000; now < until; now += 1000) {
      frames.add(Frame.of(now, body(hip, head, trunk, 0), 1));
    }
    return this;
  }

  Sitting facesTheCamera(double seconds) {
    for (double until = now + seconds * 1000; now < until; now += 1000) {
      frames.add(Frame.of(now, body(0.5, 10, 0, 0.2), 1));
    }
    return this;
  }

  Sitting isAway(double seconds) {
    for (double until = now + seconds * 1000; now < until; now += 1000) {
      frames.add(Frame.empty(now));
    }
    return this;
  }

  private static double[] body(double hip, double head, double trunk, double apart) {
    double[] values = new double[Landmark.COUNT * Frame.PER_POINT];
    Arrays.fill(values, 0.5);
    double shoulderX = hip + TRUNK * Math.sin(Math.toRadians(trunk));
    double shoulderY = 0.8 - TRUNK * Math.cos(Math.toRadians(trunk));
    double earX = shoulderX + NECK * Math.sin(Math.toRadians(head));
    double earY = shoulderY - NECK * Math.cos(Math.toRadians(head));
    put(values, Landmark.LEFT_HIP, hip, 0.8);
    put(values, Landmark.RIGHT_HIP, hip, 0.8);
    put(values, Landmark.LEFT_SHOULDER, shoulderX + apart / 2, shoulderY);
    put(values, Landmark.RIGHT_SHOULDER, shoulderX - apart / 2, shoulderY);
    put(values, Landmark.LEFT_EAR, earX, earY);
    put(values, Landmark.RIGHT_EAR, earX, earY);
    put(values, Landmark.NOSE, earX + 0.05, earY);
    return values;
  }

  private static void put(double[] values, Landmark landmark, double x, double y) {
    int i = landmark.ordinal() * Frame.PER_POINT;
    values[i] = x;
    values[i + 1] = y;
    values[i + 3] = 1;
  }

  /** What the coach says, each with its second. */
  List<String> told(Coach coach) {
    List<String> told = new ArrayList<>();
    for (Frame frame : frames) {
      for (Event event : coach.see(frame)) {
        told.add(event.kind().named() + " at " + Math.round(event.millis() / 1000));
      }
    }
    return told;
  }
}
