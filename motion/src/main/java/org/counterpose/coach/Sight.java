package org.counterpose.coach;

import java.util.List;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Point;

/**
 * Whether the body that is judged is still in sight, and still the same one. It tells once when it
 * is not, and again only after it was.
 */
final class Sight {

  /** So long may frames fail before it is told. */
  private static final double PATIENCE_MILLIS = 1000;

  /** A pause between two frames after which nothing is known of what came before. */
  private static final double GAP_MILLIS = 2000;

  /** How far hips may move between frames, in trunks a second: nobody on all fours is so quick. */
  private static final double MOST_PACE = 4;

  private static final double LEAST_LIKENESS = 0.6;

  private double before = Double.NEGATIVE_INFINITY;
  private double lastSeen = Double.NEGATIVE_INFINITY;
  private double failingSince = Double.NaN;
  private boolean told = true;
  private Point hips = new Point(0, 0);
  private double trunk;

  /** Whether a frame comes after the last one. */
  boolean isNext(Frame frame) {
    if (!(frame.millis() > before)) {
      return false;
    }
    before = frame.millis();
    return true;
  }

  /** Whether so long nothing was seen that what comes now is another beginning. */
  boolean isGap(double now) {
    return now - lastSeen > GAP_MILLIS;
  }

  /** Whether this may be the body that was seen before: as long, and not too far away. */
  boolean isSame(AllFours body, double now) {
    double passed = now - lastSeen;
    if (isGap(now)) {
      return true;
    }
    double likeness = Math.min(body.trunk(), trunk) / Math.max(body.trunk(), trunk);
    double moved = body.hips().distanceTo(hips) / trunk;
    return likeness >= LEAST_LIKENESS && moved <= 0.25 + MOST_PACE * passed / 1000;
  }

  void saw(AllFours body, double now) {
    lastSeen = now;
    failingSince = Double.NaN;
    told = false;
    hips = body.hips();
    trunk = body.trunk();
  }

  double lastSeen() {
    return lastSeen;
  }

  /** Notes a frame that shows nothing to judge; true where that has now lasted too long. */
  boolean missed(Frame frame, List<Event> events) {
    double now = frame.millis();
    if (Double.isNaN(failingSince)) {
      failingSince = now;
    }
    if (told || now - failingSince < PATIENCE_MILLIS) {
      return false;
    }
    told = true;
    events.add(Event.of(now, frame.hasBody() ? Event.Kind.UNSURE : Event.Kind.LOST));
    return true;
  }
}
