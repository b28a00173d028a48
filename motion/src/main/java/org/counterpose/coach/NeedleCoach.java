package org.counterpose.coach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.counterpose.pose.Frame;

/**
 * Thread the needle, seen from the side: table-top, an arm under, a hold, and back. A movement
 * counts only where it began from table-top in view: at the bottom, without having seen the way
 * there, the pose model takes one arm for the other.
 *
 * <p>The heights are those of the lower shoulder above the knees over that of the hips. Measured
 * with the pose model on drawn bodies, both sides: 0.90 to 1.06 at table-top, 0.20 to 0.45 under.
 */
public final class NeedleCoach implements Coach {

  /** Below this the arm is under. */
  private static final double ENTER = 0.60;

  /** Above this it has come out again. */
  private static final double LEAVE = 0.75;

  /** How much lower the one shoulder must be than the other: else both went down. */
  private static final double APART = 0.12;

  /** Frames in a row that a change takes, and the shortest time that they may span. */
  private static final int FRAMES = 3;

  private static final double CHANGE_MILLIS = 150;

  private static final double READY_MILLIS = 500;

  /** Under, and this steady for so long: the hold began with the first of these frames. */
  private static final double STEADY = 0.08;

  private static final double STEADY_MILLIS = 250;

  /** Without coming to rest the hold begins after so long. */
  private static final double RESTLESS_MILLIS = 1500;

  /** The pose model's smoothing shows the beginning of a movement about so much late. */
  private static final double LAG_MILLIS = 200;

  /** Shorter than this it was a dip and not a hold. */
  private static final double LEAST_HOLD_MILLIS = 1500;

  private enum State {
    LOOKING,
    READY,
    GOING_UNDER,
    HOLDING,
    COMING_BACK
  }

  private final int holdsOfSide;
  private final int[] held = new int[Side.values().length];
  private final Sight sight = new Sight();
  private final Deque<Height> recent = new ArrayDeque<>();
  private State state = State.LOOKING;
  private Side side = Side.LEFT;
  private double since;
  private int frames;
  private double restless;
  private double holdBegan;
  private double holdLevel;
  private double lastStill;

  /** The height of the lower shoulder at a moment. */
  private record Height(double millis, double value) {}

  /**
   * @param holdsOfSide how many holds make a side done, 1 or more
   */
  public NeedleCoach(int holdsOfSide) {
    if (holdsOfSide < 1) {
      throw new IllegalArgumentException("a side has at least one hold, got " + holdsOfSide);
    }
    this.holdsOfSide = holdsOfSide;
  }

  @Override
  public List<Event> see(Frame frame) {
    List<Event> events = new ArrayList<>();
    if (!sight.isNext(frame)) {
      return events;
    }
    double now = frame.millis();
    if (sight.isGap(now)) {
      breakOff(events);
    }
    Optional<AllFours> seen = AllFours.in(frame).filter(body -> sight.isSame(body, now));
    if (seen.isEmpty()) {
      if (sight.missed(frame, events)) {
        breakOff(events);
      }
      return events;
    }
    sight.saw(seen.get(), now);
    follow(seen.get(), now, events);
    return events;
  }

  private void follow(AllFours body, double now, List<Event> events) {
    switch (state) {
      case LOOKING -> {
        if (lasts(body.isTableTop(), now, READY_MILLIS)) {
          events.add(Event.of(now, Event.Kind.READY));
          enter(State.READY, now);
        }
      }
      case READY -> {
        if (body.lower() < LEAVE && isOneSided(body)) {
          side = body.lowerSide();
          restless = now;
          enter(State.GOING_UNDER, now);
        } else if (lasts(!body.isTableTop() && body.lower() >= LEAVE, now, 3000)) {
          enter(State.LOOKING, now);
        }
      }
      case GOING_UNDER -> goUnder(body, now, events);
      case HOLDING -> hold(body, now, events);
      case COMING_BACK -> {
        if (lasts(body.isTableTop(), now, CHANGE_MILLIS)) {
          enter(State.READY, now);
        }
      }
    }
  }

  private void goUnder(AllFours body, double now, List<Event> events) {
    if (body.isTableTop()) {
      enter(State.READY, now);
      return;
    }
    if (body.lowerSide() != side && isOneSided(body)) {
      side = body.lowerSide(); // while it goes down the model may take one arm for the other
      recent.clear();
      restless = now;
    }
    if (body.of(side) > ENTER || !isOneSided(body)) {
      recent.clear();
      restless = now;
      return;
    }
    recent.addLast(new Height(now, body.of(side)));
    while (spread() > STEADY && now - restless < RESTLESS_MILLIS) {
      recent.removeFirst();
    }
    double began = recent.getFirst().millis();
    if (recent.size() >= FRAMES && now - began >= STEADY_MILLIS) {
      holdBegan = began;
      holdLevel = body.of(side);
      lastStill = now;
      events.add(Event.of(began, Event.Kind.HOLD_START, side));
      enter(State.HOLDING, now);
    }
  }

  private double spread() {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Height height : recent) {
      least = Math.min(least, height.value());
      most = Math.max(most, height.value());
    }
    return most - least;
  }

  private void hold(AllFours body, double now, List<Event> events) {
    double height = body.of(side);
    if (Math.abs(height - holdLevel) <= STEADY / 2) {
      holdLevel += (height - holdLevel) / 8;
      lastStill = now;
    } else if (height < ENTER && now - lastStill > 2000) {
      holdLevel = height; // they settled elsewhere, still under
      lastStill = now;
    }
    if (lasts(height > LEAVE, now, CHANGE_MILLIS)) {
      end(Math.max(holdBegan, lastStill - LAG_MILLIS), events);
      enter(State.COMING_BACK, now);
    }
  }

  private void end(double at, List<Event> events) {
    events.add(Event.of(at, Event.Kind.HOLD_END, side));
    if (at - holdBegan < LEAST_HOLD_MILLIS) {
      return;
    }
    held[side.ordinal()]++;
    if (held[side.ordinal()] == holdsOfSide) {
      events.add(Event.of(at, Event.Kind.SIDE_DONE, side));
      if (held[side.other().ordinal()] >= holdsOfSide) {
        events.add(Event.of(at, Event.Kind.DONE));
      }
    }
  }

  /** What was not seen to its end is counted to where it was seen, and begins anew. */
  private void breakOff(List<Event> events) {
    if (state == State.HOLDING) {
      end(sight.lastSeen(), events);
    }
    enter(State.LOOKING, sight.lastSeen());
  }

  private static boolean isOneSided(AllFours body) {
    return Math.abs(body.left() - body.right()) >= APART;
  }

  /** Whether something has held for some frames in a row and for some time. */
  private boolean lasts(boolean holds, double now, double millis) {
    if (!holds) {
      frames = 0;
      return false;
    }
    if (frames++ == 0) {
      since = now;
    }
    return frames >= FRAMES && now - since >= millis;
  }

  private void enter(State next, double now) {
    state = next;
    frames = 0;
    since = now;
    recent.clear();
  }
}
