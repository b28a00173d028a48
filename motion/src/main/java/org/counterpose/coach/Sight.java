package org.counterpose.coach;

import java.util.List;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Point;

/**
 * Whether the body that is judged is still in sight, and still the same one. It tells once when it
 * is not, and again only after it was.
 */
final class Sight {

  /**
   * What is allowed of a body before it is lost.
   *
   * @param missedMillis so long may frames fail before it is told
   * @param gapMillis after so long without it nothing is known of what came before
   * @param sizesPerSecond how far it may move, in its own sizes a second
   */
  record Allowance(double missedMillis, double gapMillis, double sizesPerSecond) {}

  /** A body of a size that differs more is another one; one that turns a little is still it. */
  private static final double LEAST_LIKENESS = 0.6;

  /** What the model's noise may move it from one frame to the next, in its own sizes. */
  private static final double JITTER = 0.25;

  private final Allowance allowance;
  private double lastSeen = Double.NEGATIVE_INFINITY;
  private double failingSince = Double.NaN;
  private boolean told = true;
  private Point where = new Point(0, 0);
  private double size;

  Sight(Allowance allowance) {
    this.allowance = allowance;
  }

  /** Whether so long nothing was seen that what comes now is another beginning. */
  boolean isGap(double now) {
    return now - lastSeen > allowance.gapMillis();
  }

  /** The same; where somebody was in sight until then, it is told that nothing is known since. */
  boolean isGap(double now, List<Event> events) {
    if (isGap(now) && !told) {
      told = true;
      events.add(Event.of(now, Event.Kind.UNSURE));
    }
    return isGap(now);
  }

  /** Whether this may be the body that was seen before: as large, and not too far away. */
  boolean isSame(Tracked body, double now) {
    if (isGap(now)) {
      return true;
    }
    double seconds = (now - lastSeen) / 1000;
    double likeness = Math.min(body.size(), size) / Math.max(body.size(), size);
    double moved = body.where().distanceTo(where) / size;
    return likeness >= LEAST_LIKENESS && moved <= JITTER + allowance.sizesPerSecond() * seconds;
  }

  void saw(Tracked body, double now) {
    lastSeen = now;
    failingSince = Double.NaN;
    told = false;
    where = body.where();
    size = body.size();
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
    if (told || now - failingSince < allowance.missedMillis()) {
      return false;
    }
    told = true;
    events.add(Event.of(now, frame.hasBody() ? Event.Kind.UNSURE : Event.Kind.LOST));
    return true;
  }
}
