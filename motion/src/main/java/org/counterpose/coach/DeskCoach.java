package org.counterpose.coach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Point;
import org.counterpose.pose.SideView;

/**
 * Watches somebody who sits at a desk, from the side, at one frame a second or more. It tells
 * gently, and seldom, when they have been slumped for long or have kept one position too long.
 *
 * <p>Slumped is told against the person's own tall sitting, since no angle is right for everybody:
 * what was calibrated, or else the tallest posture that was kept for a moment. A look down, an arm
 * stretched out or somebody who passes by lasts too short to count.
 */
public final class DeskCoach implements Coach {

  /** How much further than in tall sitting head or trunk lean when somebody is slumped. */
  private static final double HEAD_DEGREES = 15;

  private static final double TRUNK_DEGREES = 8;

  /** Half of that ends it: a threshold that is crossed to and fro counts once. */
  private static final double BACK = 0.5;

  private static final double SLUMPED_MILLIS = 20_000;

  /** A hint is not given again within 20 minutes. */
  private static final double QUIET_MILLIS = 20 * 60_000;

  /** A tall posture must last so long to be taken for somebody's own. */
  private static final double TALL_MILLIS = 1500;

  private static final double STEADY_DEGREES = 6;

  /** Shoulders that move by so many necks, or angles by so many degrees, are another position. */
  private static final double MOVED_NECKS = 0.5;

  private static final double MOVED_DEGREES = 10;

  private static final double LOST_MILLIS = 5000;

  /** Somebody whose neck and trunk are longer or shorter by this share is another person. */
  private static final double OTHER_PERSON = 0.3;

  private final double stillMillis;
  private Optional<SideView> tall;
  private Optional<SideView> candidate = Optional.empty();
  private double candidateSince;
  private double before = Double.NEGATIVE_INFINITY;
  private double lastSeen = Double.NEGATIVE_INFINITY;
  private double slumpedSince = Double.NaN;
  private boolean slumpTold;
  private double slouchTold = Double.NEGATIVE_INFINITY;
  private double stillTold = Double.NEGATIVE_INFINITY;
  private Optional<SideView> position = Optional.empty();
  private double positionSince;
  private boolean absenceTold = true;

  /**
   * @param tall the person's own tall sitting at this desk; empty takes the tallest that is seen
   * @param stillMinutes how long one position may be kept
   */
  public DeskCoach(Optional<SideView> tall, double stillMinutes) {
    if (!(stillMinutes > 0)) {
      throw new IllegalArgumentException("minutes must be above 0, got " + stillMinutes);
    }
    this.tall = tall;
    this.stillMillis = stillMinutes * 60_000;
  }

  @Override
  public List<Event> see(Frame frame) {
    List<Event> events = new ArrayList<>();
    double now = frame.millis();
    if (!(now > before)) {
      return events;
    }
    before = now;
    Optional<SideView> seen = SideView.in(frame).filter(this::isTheSame);
    if (seen.isEmpty()) {
      miss(frame, now, events);
      return events;
    }
    if (now - lastSeen > LOST_MILLIS) {
      begin(seen.get(), now);
    }
    lastSeen = now;
    absenceTold = false;
    learnTall(seen.get(), now);
    slump(seen.get(), now, events);
    still(seen.get(), now, events);
    return events;
  }

  private boolean isTheSame(SideView body) {
    return tall.isEmpty()
        || likeness(body.neck() / body.trunk(), tall.get().neck() / tall.get().trunk())
            >= 1 - 2 * OTHER_PERSON;
  }

  private static double likeness(double one, double other) {
    return Math.min(one, other) / Math.max(one, other);
  }

  private void begin(SideView body, double now) {
    slumpedSince = Double.NaN;
    slumpTold = false;
    position = Optional.of(body);
    positionSince = now;
    candidate = Optional.empty();
  }

  private void miss(Frame frame, double now, List<Event> events) {
    if (!absenceTold && now - lastSeen >= LOST_MILLIS) {
      absenceTold = true;
      events.add(Event.of(now, frame.hasBody() ? Event.Kind.UNSURE : Event.Kind.LOST));
    }
  }

  /** Takes a taller posture for the person's own once it is kept for a moment. */
  private void learnTall(SideView body, double now) {
    if (candidate.isEmpty() || !isNear(body, candidate.get())) {
      candidate = Optional.of(body);
      candidateSince = now;
      return;
    }
    if (now - candidateSince >= TALL_MILLIS
        && (tall.isEmpty() || lean(candidate.get()) < lean(tall.get()) - STEADY_DEGREES)) {
      tall = candidate;
    }
  }

  private static boolean isNear(SideView one, SideView other) {
    return Math.abs(one.earShoulder() - other.earShoulder()) <= STEADY_DEGREES
        && Math.abs(one.shoulderHip() - other.shoulderHip()) <= STEADY_DEGREES;
  }

  private static double lean(SideView body) {
    return Math.abs(body.earShoulder()) + Math.abs(body.shoulderHip());
  }

  private void slump(SideView body, double now, List<Event> events) {
    if (tall.isEmpty()) {
      return;
    }
    double share =
        Math.max(
            (body.earShoulder() - tall.get().earShoulder()) / HEAD_DEGREES,
            (body.shoulderHip() - tall.get().shoulderHip()) / TRUNK_DEGREES);
    if (share < BACK) {
      slumpedSince = Double.NaN;
      slumpTold = false;
    } else if (share >= 1 && Double.isNaN(slumpedSince)) {
      slumpedSince = now;
    }
    boolean isLong = now - slumpedSince >= SLUMPED_MILLIS; // not a number is not long
    if (isLong && !slumpTold && now - slouchTold >= QUIET_MILLIS) {
      slumpTold = true;
      slouchTold = now;
      events.add(Event.of(now, Event.Kind.SLOUCH));
    }
  }

  private void still(SideView body, double now, List<Event> events) {
    if (position.isEmpty() || isMoved(body, position.get())) {
      position = Optional.of(body);
      positionSince = now;
    }
    if (now - positionSince >= stillMillis && now - stillTold >= QUIET_MILLIS) {
      stillTold = now;
      events.add(Event.of(now, Event.Kind.STILL_TOO_LONG));
    }
  }

  private static boolean isMoved(SideView body, SideView from) {
    Point there = from.shoulders();
    return body.shoulders().distanceTo(there) > MOVED_NECKS * from.neck()
        || Math.abs(body.shoulderHip() - from.shoulderHip()) > MOVED_DEGREES;
  }
}
