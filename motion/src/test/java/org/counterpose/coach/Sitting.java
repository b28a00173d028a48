package org.counterpose.coach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Landmark;

/**
 * Somebody at a desk, or standing, in front of a camera; one frame a second, or more. Time goes on
 * with each act.
 */
final class Sitting {

  private static final double TRUNK = 0.3;
  private static final double NECK = 0.13;
  private static final double WIDTH = 0.4;

  private final List<Frame> frames = new ArrayList<>();
  private final double step;
  private double now;
  private double neck = NECK;
  private double headShare = 0.45;
  private double size = 1;
  private double down;
  private double across;
  private double facing = 1;

  Sitting() {
    this(1);
  }

  Sitting(double framesASecond) {
    this.step = 1000 / framesASecond;
  }

  /** Head and trunk lean forwards by so many degrees for so long, seen from the side. */
  Sitting leans(double head, double trunk, double seconds) {
    return leansAt(0.5, head, trunk, seconds);
  }

  /** The same on a chair that stands elsewhere in the picture. */
  Sitting leansAt(double hip, double head, double trunk, double seconds) {
    return shows(seconds, side(hip, head, trunk, 0));
  }

  Sitting facesTheCamera(double seconds) {
    return shows(seconds, side(0.5, 10, 0, 0.2));
  }

  /** Stands there, seen from the side, upright. */
  Sitting stands(double head, double trunk, double seconds) {
    double[] values = side(0.5, head, trunk, 0);
    both(values, Landmark.LEFT_KNEE, 0.5, 0.88);
    both(values, Landmark.LEFT_ANKLE, 0.5, 0.97);
    both(values, Landmark.LEFT_HIP, 0.5, 0.65);
    return shows(seconds, values);
  }

  /** Seen from the front: ears so many shoulder widths up, and shoulders so many sunk. */
  Sitting faces(double earsUp, double sunk, double seconds) {
    double[] values = new double[Landmark.COUNT * Frame.PER_POINT];
    Arrays.fill(values, 0.5);
    double shoulderY = 0.7 + sunk * WIDTH;
    double earY = shoulderY - earsUp * WIDTH;
    double ears = headShare * WIDTH;
    put(values, Landmark.LEFT_SHOULDER, 0.5 + WIDTH / 2, shoulderY);
    put(values, Landmark.RIGHT_SHOULDER, 0.5 - WIDTH / 2, shoulderY);
    put(values, Landmark.LEFT_EAR, 0.5 + ears / 2, earY);
    put(values, Landmark.RIGHT_EAR, 0.5 - ears / 2, earY);
    put(values, Landmark.NOSE, 0.5, earY + 0.02);
    return shows(seconds, values);
  }

  Sitting isAway(double seconds) {
    for (double until = now + seconds * 1000; now < until; now += step) {
      frames.add(Frame.empty(now));
    }
    return this;
  }

  /** The camera is moved: what it sees becomes so much larger and lies elsewhere. */
  Sitting cameraMoves(double larger, double rightwards, double downwards) {
    size = larger;
    across = rightwards;
    down = downwards;
    return this;
  }

  /** From now on it is somebody of other proportions. */
  Sitting isSomebodyElse() {
    neck = NECK * 1.6;
    headShare = 0.75;
    return this;
  }

  Sitting isThemselvesAgain() {
    neck = NECK;
    headShare = 0.45;
    return this;
  }

  /** The nose is between the ears: which way they face cannot be seen. */
  Sitting hidesTheFace() {
    facing = 0;
    return this;
  }

  private Sitting shows(double seconds, double[] values) {
    double[] seen = values.clone();
    for (int i = 0; i < seen.length; i += Frame.PER_POINT) {
      seen[i] = 0.5 + (seen[i] - 0.5) * size + across;
      seen[i + 1] = 0.5 + (seen[i + 1] - 0.5) * size + down;
    }
    for (double until = now + seconds * 1000; now < until - 1e-6; now += step) {
      frames.add(Frame.of(now, seen, 1));
    }
    return this;
  }

  private double[] side(double hip, double head, double trunk, double apart) {
    double[] values = new double[Landmark.COUNT * Frame.PER_POINT];
    Arrays.fill(values, 0.5);
    double shoulderX = hip + TRUNK * Math.sin(Math.toRadians(trunk));
    double shoulderY = 0.8 - TRUNK * Math.cos(Math.toRadians(trunk));
    double earX = shoulderX + neck * Math.sin(Math.toRadians(head));
    double earY = shoulderY - neck * Math.cos(Math.toRadians(head));
    both(values, Landmark.LEFT_HIP, hip, 0.8);
    both(values, Landmark.LEFT_EAR, earX, earY);
    put(values, Landmark.LEFT_SHOULDER, shoulderX + apart / 2, shoulderY);
    put(values, Landmark.RIGHT_SHOULDER, shoulderX - apart / 2, shoulderY);
    put(values, Landmark.NOSE, earX + 0.05 * facing, earY);
    values[Landmark.LEFT_KNEE.ordinal() * Frame.PER_POINT + 3] = 0;
    values[Landmark.RIGHT_KNEE.ordinal() * Frame.PER_POINT + 3] = 0;
    return values;
  }

  private static void both(double[] values, Landmark left, double x, double y) {
    put(values, left, x, y);
    put(values, Landmark.values()[left.ordinal() + 1], x, y);
  }

  private static void put(double[] values, Landmark landmark, double x, double y) {
    int i = landmark.ordinal() * Frame.PER_POINT;
    values[i] = x;
    values[i + 1] = y;
    values[i + 3] = 1;
  }

  List<Frame> frames() {
    return frames;
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

  /** The coach's figures after all that. */
  double[] figures(Coach coach) {
    told(coach);
    return coach.numbers();
  }
}
