package org.counterpose.coach;

import java.util.List;
import java.util.Optional;
import org.counterpose.pose.Frame;

/**
 * Watches somebody who sits at a desk, at one frame a second or more. It tells gently, and seldom,
 * when they have been slumped for long or have kept one position too long.
 *
 * <p>Slumped is told against the person's own tall sitting: what was calibrated, or else the
 * tallest posture that was kept for a moment. A look down, an arm stretched out or somebody who
 * passes by lasts too short to count; who stands up, or is somebody else, pauses the watch.
 */
final class DeskCoach extends Watch<DeskView> {

  /** Somebody at a desk stays there: what is elsewhere within a second is another body. */
  private static final Sight.Allowance ALLOWANCE = new Sight.Allowance(4000, 5000, 1);

  /** Half a slump ends it: a threshold that is crossed to and fro counts once. */
  private static final double BACK = 0.5;

  private static final double SLUMPED_MILLIS = 20_000;

  /** A hint is not given again within 20 minutes. */
  private static final double QUIET_MILLIS = 20 * 60_000;

  /** A tall posture must last so long to be taken for somebody's own. */
  private static final double TALL_MILLIS = 1500;

  /** Another position must last so long: reaching for a cup is none. */
  private static final double CHANGED_MILLIS = 4000;

  /** Away for so long is a break, by our own choice; leaning over or slumping is none. */
  private static final double BREAK_MILLIS = 60_000;

  private final double stillMillis;
  private final boolean isCalibrated;
  private final Streak moved = new Streak();
  private Optional<DeskView> tall;
  private Optional<DeskView> candidate = Optional.empty();
  private double candidateSince;
  private double slumpedSince = Double.NaN;
  private boolean slumpTold;
  private double slouchTold = Double.NEGATIVE_INFINITY;
  private double stillTold = Double.NEGATIVE_INFINITY;
  private Optional<DeskView> position = Optional.empty();
  private double positionSince;
  private double watchedSince = Double.NaN;
  private double watchedMillis;
  private double awaySince = Double.NaN;
  private int breaks;

  /**
   * @param tall the person's own tall sitting at this desk; empty takes the tallest that is seen
   * @param stillMinutes how long one position may be kept
   */
  DeskCoach(Optional<DeskView> tall, double stillMinutes) {
    super(ALLOWANCE);
    if (!(stillMinutes > 0) || Double.isInfinite(stillMinutes)) {
      throw new IllegalArgumentException("minutes must be above 0, got " + stillMinutes);
    }
    this.tall = tall;
    this.isCalibrated = tall.isPresent();
    this.stillMillis = stillMinutes * 60_000;
  }

  /**
   * Whether it watches now, 0 or 1; for how many seconds it has watched; and how often they were
   * away from the desk for a minute or more, and came back.
   */
  @Override
  public double[] numbers() {
    return new double[] {Double.isNaN(watchedSince) ? 0 : 1, watchedMillis / 1000, breaks};
  }

  @Override
  Optional<DeskView> find(Frame frame) {
    return DeskView.in(frame).filter(body -> tall.isEmpty() || body.isLike(tall.get()));
  }

  @Override
  void follow(DeskView body, double now, List<Event> events) {
    if (!Double.isNaN(watchedSince)) {
      watchedMillis += now - watchedSince;
    }
    watchedSince = now;
    if (!Double.isNaN(awaySince)) {
      comeBack(now - awaySince);
    }
    if (!isCalibrated) {
      learnTall(body, now);
    }
    slump(body, now, events);
    still(body, now, events);
  }

  /** A break begins another position; what was only not seen for a while goes on. */
  private void comeBack(double awayMillis) {
    awaySince = Double.NaN;
    if (awayMillis >= BREAK_MILLIS) {
      breaks++;
      position = Optional.empty();
    } else {
      positionSince += awayMillis;
    }
  }

  @Override
  void breakOff(double lastSeen, List<Event> events) {
    if (!Double.isNaN(watchedSince)) {
      awaySince = lastSeen;
    }
    watchedSince = Double.NaN;
    slumpedSince = Double.NaN;
    slumpTold = false;
    moved.breakOff();
    candidate = Optional.empty();
  }

  /** Takes a taller posture for the person's own once it is kept for a moment. */
  private void learnTall(DeskView body, double now) {
    if (candidate.isEmpty() || !body.isNear(candidate.get())) {
      candidate = Optional.of(body);
      candidateSince = now;
      return;
    }
    if (now - candidateSince >= TALL_MILLIS
        && (tall.isEmpty() || candidate.get().isTallerThan(tall.get()))) {
      tall = candidate;
    }
  }

  private void slump(DeskView body, double now, List<Event> events) {
    if (tall.isEmpty()) {
      return;
    }
    double share = body.slumpFrom(tall.get());
    if (share < BACK) {
      slumpedSince = Double.NaN;
      slumpTold = false;
    } else if (share >= 1 && Double.isNaN(slumpedSince)) {
      slumpedSince = now;
    }
    boolean isLong = share >= 1 && now - slumpedSince >= SLUMPED_MILLIS;
    if (isLong && !slumpTold && now - slouchTold >= QUIET_MILLIS) {
      slumpTold = true;
      slouchTold = now;
      events.add(Event.of(now, Event.Kind.SLOUCH));
    }
  }

  private void still(DeskView body, double now, List<Event> events) {
    if (position.isEmpty()) {
      settle(body, now);
    } else if (moved.lasts(body.isMovedFrom(position.get()), now, CHANGED_MILLIS)) {
      settle(body, now);
    }
    if (now - positionSince >= stillMillis && now - stillTold >= QUIET_MILLIS) {
      stillTold = now;
      events.add(Event.of(now, Event.Kind.STILL_TOO_LONG));
    }
  }

  private void settle(DeskView body, double now) {
    position = Optional.of(body);
    positionSince = now;
    moved.breakOff();
  }
}
