package org.counterpose.coach;

import java.util.List;
import java.util.Optional;
import org.counterpose.pose.Frame;

/**
 * Lying over a rolled towel, seen from the side by a camera on the floor. The towel itself cannot
 * be seen: who lies on their back with bent knees and has come to rest counts as settled on it.
 *
 * <p>The time counts while they are seen to lie so. Scratching, or moving up a little, is lying
 * still; a moment in which it cannot be told is bridged, a longer one is left out.
 */
final class TowelCoach extends Watch<Recline> {

  /** Of movements on the floor most are over in five seconds. */
  private static final Sight.Allowance ALLOWANCE = new Sight.Allowance(5000, 6000, 3);

  private static final double READY_MILLIS = 1000;

  private static final double SETTLED_MILLIS = 4000;

  /** Hips and shoulders that stay within so much of a trunk are at rest. */
  private static final double STILL = 0.12;

  private static final double UP_MILLIS = 1000;

  private static final double BRIDGED_MILLIS = 2000;

  private enum State {
    LOOKING,
    READY,
    LYING
  }

  private final double askedMillis;
  private final Streak streak = new Streak();
  private State state = State.LOOKING;
  private Optional<Recline> place = Optional.empty();
  private double placeSince;
  private double lastLain;
  private double lainMillis;
  private boolean doneTold;

  /**
   * @param seconds how long is to be lain, in one go or in parts
   */
  TowelCoach(double seconds) {
    super(ALLOWANCE);
    if (!(seconds > 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("the seconds to lie must be above 0, got " + seconds);
    }
    this.askedMillis = seconds * 1000;
  }

  @Override
  Optional<Recline> find(Frame frame) {
    return Recline.in(frame);
  }

  @Override
  void follow(Recline body, double now, List<Event> events) {
    switch (state) {
      case LOOKING -> {
        if (streak.lasts(body.onBack(), now, READY_MILLIS)) {
          events.add(Event.of(now, Event.Kind.READY));
          place = Optional.empty();
          enter(State.READY);
        }
      }
      case READY -> {
        if (streak.lasts(!body.onBack(), now, UP_MILLIS)) {
          enter(State.LOOKING);
        } else {
          settle(body, now, events);
        }
      }
      case LYING -> lie(body, now, events);
    }
  }

  private void settle(Recline body, double now, List<Event> events) {
    if (!body.onBack() || now - lastLain > BRIDGED_MILLIS) {
      place = Optional.empty();
    }
    lastLain = now;
    if (!body.onBack()) {
      return;
    }
    if (place.isEmpty() || isMoved(body, place.get())) {
      place = Optional.of(body);
      placeSince = now;
    }
    if (now - placeSince >= SETTLED_MILLIS) {
      events.add(Event.of(placeSince, Event.Kind.HOLD_START));
      enter(State.LYING);
      count(now - placeSince, now, events);
    }
  }

  private static boolean isMoved(Recline body, Recline from) {
    double most = STILL * from.size();
    return body.hips().distanceTo(from.hips()) > most
        || body.shoulders().distanceTo(from.shoulders()) > most;
  }

  private void lie(Recline body, double now, List<Event> events) {
    if (streak.lasts(!body.onBack(), now, UP_MILLIS)) {
      events.add(Event.of(lastLain, Event.Kind.HOLD_END));
      enter(State.LOOKING);
    } else if (body.onBack()) {
      double passed = now - lastLain;
      lastLain = now;
      count(passed <= BRIDGED_MILLIS ? passed : 0, now, events);
    }
  }

  private void count(double millis, double now, List<Event> events) {
    lainMillis += millis;
    if (!doneTold && lainMillis >= askedMillis) {
      doneTold = true;
      events.add(Event.of(now, Event.Kind.DONE));
    }
  }

  @Override
  void breakOff(double lastSeen, List<Event> events) {
    if (state == State.LYING) {
      events.add(Event.of(lastLain, Event.Kind.HOLD_END));
    }
    enter(State.LOOKING);
  }

  private void enter(State next) {
    state = next;
    streak.breakOff();
  }
}
