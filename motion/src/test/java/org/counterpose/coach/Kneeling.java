package org.counterpose.coach;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Landmark;

/**
 * Somebody on hands and knees in front of a camera, drawn as points; time goes on with each act.
 */
final class Kneeling {

  private static final double HIPS = 0.2;

  private final List<Frame> frames = new ArrayList<>();
  private final double step;
  private final Random noise = new Random(20261123);
  private double scatter = 0.002;
  private double now;
  private boolean mirrored;
  private boolean upsideDown;
  private double across = 1;
  private double left = 1;
  private double right = 1;
  private double size = 1;
  private double shift;

  Kneeling(double framesASecond) {
    this.step = 1000 / framesASecond;
  }

  Kneeling mirrored() {
    mirrored = true;
    return this;
  }

  Kneeling upsideDown() {
    upsideDown = true;
    return this;
  }

  /** Seen so far from the side: 1 is from the side, 0 from the head. */
  Kneeling across(double share) {
    across = share;
    return this;
  }

  Kneeling scattered(double heights) {
    scatter = heights;
    return this;
  }

  /** Both shoulders go to these heights, in heights of the hips. */
  Kneeling goesTo(double leftShoulder, double rightShoulder, double seconds) {
    double fromLeft = left;
    double fromRight = right;
    int count = (int) Math.max(1, Math.round(seconds * 1000 / step));
    for (int i = 1; i <= count; i++) {
      double share = (1 - Math.cos(Math.PI * i / count)) / 2;
      left = fromLeft + (leftShoulder - fromLeft) * share;
      right = fromRight + (rightShoulder - fromRight) * share;
      seen();
    }
    return this;
  }

  Kneeling stays(double seconds) {
    return goesTo(left, right, seconds);
  }

  Kneeling tableTop(double seconds) {
    return goesTo(1, 1, 1).stays(seconds);
  }

  Kneeling threads(Side side, double seconds) {
    return side == Side.LEFT
        ? goesTo(0.35, 0.8, 1.5).stays(seconds)
        : goesTo(0.8, 0.35, 1.5).stays(seconds);
  }

  /** Nobody is seen for so long. */
  Kneeling hidden(double seconds) {
    for (double until = now + seconds * 1000; now < until; now += step) {
      frames.add(Frame.empty(now));
    }
    return this;
  }

  /** No picture comes for so long; a negative time sets the clock back. */
  Kneeling jumps(double seconds) {
    now += seconds * 1000;
    return this;
  }

  /** For so long only somebody smaller is seen, further away and with the left arm under. */
  Kneeling another(double seconds) {
    double ownLeft = left;
    left = 0.35;
    size = 0.5;
    shift = 0.5;
    for (double until = now + seconds * 1000; now < until; ) {
      seen();
    }
    left = ownLeft;
    size = 1;
    shift = 0;
    return this;
  }

  /** Every other frame shows a smaller body further away. */
  Kneeling byTurns(double seconds) {
    for (double until = now + seconds * 1000; now < until; ) {
      seen();
      size = 0.4;
      shift = 0.5;
      seen();
      size = 1;
      shift = 0;
    }
    return this;
  }

  /** Numbers that are none, for so long. */
  Kneeling broken(double seconds) {
    for (double until = now + seconds * 1000; now < until; now += step) {
      double[] values = new double[Landmark.COUNT * Frame.PER_POINT];
      java.util.Arrays.fill(values, Double.NaN);
      frames.add(Frame.of(now, values, 4 / 3.0));
    }
    return this;
  }

  private void seen() {
    double[] values = new double[Landmark.COUNT * Frame.PER_POINT];
    for (Landmark landmark : Landmark.values()) {
      put(values, landmark, 0.5, 0.5);
    }
    double trunk = 0.25 * across;
    put(values, Landmark.LEFT_KNEE, 0.4, 0.8);
    put(values, Landmark.RIGHT_KNEE, 0.4, 0.8);
    put(values, Landmark.LEFT_HIP, 0.4, 0.8 - HIPS);
    put(values, Landmark.RIGHT_HIP, 0.4, 0.8 - HIPS);
    put(values, Landmark.LEFT_SHOULDER, 0.4 + trunk, 0.8 - HIPS * left);
    put(values, Landmark.RIGHT_SHOULDER, 0.4 + trunk, 0.8 - HIPS * right);
    frames.add(Frame.of(now, values, 4 / 3.0));
    now += step;
  }

  private void put(double[] values, Landmark landmark, double x, double y) {
    int i = landmark.ordinal() * Frame.PER_POINT;
    double across = 0.1 + shift + (x - 0.1) * size + scatter * noise.nextGaussian();
    double down = 0.8 + (y - 0.8) * size + scatter * noise.nextGaussian();
    values[i] = mirrored ? 1 - across : across;
    values[i + 1] = upsideDown ? 1 - down : down;
    values[i + 3] = 0.99;
  }

  List<Frame> frames() {
    return frames;
  }

  /** What the coach says of all that, a word each: {@code hold-start right}. */
  List<String> told(Coach coach) {
    List<String> told = new ArrayList<>();
    for (Event event : events(coach)) {
      told.add(event.kind().named() + event.side().map(side -> " " + side.named()).orElse(""));
    }
    return told;
  }

  List<Event> events(Coach coach) {
    List<Event> events = new ArrayList<>();
    for (Frame frame : frames) {
      events.addAll(coach.see(frame));
    }
    return events;
  }
}
