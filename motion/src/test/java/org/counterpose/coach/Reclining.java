package org.counterpose.coach;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Landmark;

/**
 * Somebody on the floor in front of a camera that stands there too, ten frames a second or as
 * asked, drawn as points; time goes on with each act.
 */
final class Reclining {

  private static final double TRUNK = 0.28;
  private static final double FLOOR = 0.8;

  private final List<Frame> frames = new ArrayList<>();
  private final Random noise = new Random(20261126);
  private final double step;
  private double now;
  private double hip = 0.6;
  private boolean mirrored;
  private boolean upsideDown;

  Reclining() {
    this(10);
  }

  Reclining(double framesASecond) {
    this.step = 1000 / framesASecond;
  }

  Reclining mirrored() {
    mirrored = true;
    return this;
  }

  Reclining upsideDown() {
    upsideDown = true;
    return this;
  }

  /** On the back, the knees bent, the feet flat. */
  Reclining lies(double seconds) {
    return shows(seconds, () -> body(90, 0.6, 0.35, 0.6, 0, 0));
  }

  /** The same, on a roll that lifts the trunk a little. */
  Reclining liesOnARoll(double seconds) {
    return shows(seconds, () -> body(80, 0.6, 0.35, 0.6, 0, 25));
  }

  Reclining liesWithFeetOnAChair(double seconds) {
    return shows(seconds, () -> body(90, 0.8, 0.2, 0.9, 0.8, 0));
  }

  /** The head held up, as to read. */
  Reclining liesLookingAtTheirKnees(double seconds) {
    return shows(seconds, () -> body(90, 0.6, 0.35, 0.6, 0, -70));
  }

  Reclining liesWithLegsStraight(double seconds) {
    return shows(seconds, () -> body(90, 0.05, 0.9, 1.7, 0, 0));
  }

  /** Face down, the knees on the floor and the feet in the air. */
  Reclining liesOnTheBelly(double seconds) {
    return shows(seconds, () -> body(90, 0, 0.9, 0.9, 0.8, 0));
  }

  Reclining lifts(double seconds) {
    return shows(seconds, () -> body(122, 0.7, 0.4, 0.6, 0, 0));
  }

  Reclining sits(double seconds) {
    return shows(seconds, () -> body(15, 0.6, 0.35, 0.6, 0, 0));
  }

  Reclining leansBackOnTheHands(double seconds) {
    return shows(seconds, () -> body(55, 0.6, 0.35, 0.6, 0, 0));
  }

  /** On a chair, or standing: the knees below the hips. */
  Reclining sitsOnAChair(double seconds) {
    return shows(seconds, () -> body(5, -0.1, 0.8, 0.8, -0.9, 0));
  }

  Reclining onAllFours(double seconds) {
    return shows(seconds, () -> body(88, -0.8, 0, 0.8, -0.8, 0));
  }

  /** Moves up or down the mat by so much of a trunk. */
  Reclining shifts(double trunks) {
    hip += trunks * TRUNK;
    return this;
  }

  Reclining isAway(double seconds) {
    for (double until = now + seconds * 1000; now < until; now += step) {
      frames.add(Frame.empty(now));
    }
    return this;
  }

  Reclining jumps(double seconds) {
    now += seconds * 1000;
    return this;
  }

  private interface Drawn {
    double[] values();
  }

  private Reclining shows(double seconds, Drawn drawn) {
    for (double until = now + seconds * 1000; now < until - 1e-6; now += step) {
      frames.add(Frame.of(now, drawn.values(), 4 / 3.0));
    }
    return this;
  }

  /** Lengths are in trunks: knees above and before the hips, feet before and above them. */
  private double[] body(
      double trunkDegrees,
      double kneesUp,
      double kneesOut,
      double feetOut,
      double feetUp,
      double neckDegrees) {
    double[] values = new double[Landmark.COUNT * Frame.PER_POINT];
    for (Landmark landmark : Landmark.values()) {
      put(values, landmark, 0.5, 0.5);
    }
    double shoulderX = hip + TRUNK * Math.sin(Math.toRadians(trunkDegrees));
    double shoulderY = FLOOR - TRUNK * Math.cos(Math.toRadians(trunkDegrees));
    double head = Math.toRadians(trunkDegrees + neckDegrees);
    both(values, Landmark.LEFT_HIP, hip, FLOOR);
    both(values, Landmark.LEFT_SHOULDER, shoulderX, shoulderY);
    both(
        values,
        Landmark.LEFT_EAR,
        shoulderX + 0.4 * TRUNK * Math.sin(head),
        shoulderY - 0.4 * TRUNK * Math.cos(head));
    both(values, Landmark.LEFT_KNEE, hip - kneesOut * TRUNK, FLOOR - kneesUp * TRUNK);
    both(values, Landmark.LEFT_ANKLE, hip - feetOut * TRUNK, FLOOR - feetUp * TRUNK);
    return values;
  }

  /** The left one of a pair and the right one behind it. */
  private void both(double[] values, Landmark left, double x, double y) {
    put(values, left, x, y);
    put(values, Landmark.values()[left.ordinal() + 1], x, y);
  }

  private void put(double[] values, Landmark landmark, double x, double y) {
    int i = landmark.ordinal() * Frame.PER_POINT;
    double across = x / (4 / 3.0) + 0.002 * noise.nextGaussian();
    double down = y + 0.002 * noise.nextGaussian();
    values[i] = mirrored ? 1 - across : across;
    values[i + 1] = upsideDown ? 1 - down : down;
    values[i + 3] = 0.99;
  }

  List<Frame> frames() {
    return frames;
  }

  /** What the coach says of all that, each with its second. */
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
