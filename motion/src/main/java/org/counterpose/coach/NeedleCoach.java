package org.counterpose.coach;

import java.util.List;
import java.util.Optional;
import org.counterpose.pose.Frame;

/**
 * Thread the needle, seen from the side: table-top, an arm under, a hold, and back. A movement
 * counts only where it began from table-top in view: at the bottom, without having seen the way
 * there, the pose model takes one arm for the other.
 *
 * <p>The heights are those of a shoulder above the knees over that of the hips. Measured with the
 * pose model, both sides: 0.90 to 1.15 at table-top, 0.02 to 0.45 under.
 */
final class NeedleCoach extends Watch<AllFours> {

  /** Nobody on all fours moves four lengths of their trunk in a second. */
  private static final Sight.Allowance ALLOWANCE = new Sight.Allowance(1000, 2000, 4);

  /** Below this the arm is under. */
  private static final double ENTER = 0.60;

  /** Above this it has come out again. */
  private static final double LEAVE = 0.75;

  private static final double CHANGE_MILLIS = 150;

  private static final double READY_MILLIS = 500;

  /** So long away from table-top, and not on the way under: it has to be seen again. */
  private static final double AWAY_MILLIS = 3000;

  /** So long neither shoulder is the lower one, and the hold is over. */
  private static final double EVEN_MILLIS = 1000;

  /** The pose model's smoothing shows the beginning of a movement about so much late. */
  private static final double LAG_MILLIS = 200;

  private enum State {
    LOOKING,
    READY,
    GOING_UNDER,
    HOLDING,
    COMING_BACK
  }

  private final HoldsOfSides holds;
  private final OwnLevel level = new OwnLevel();
  private final Rest rest = new Rest();
  private final Streak streak = new Streak();
  private final Streak even = new Streak();
  private State state = State.LOOKING;
  private Side side = Side.LEFT;
  private boolean readyTold;
  private double holdBegan;
  private double holdLevel;
  private double lastStill;
  private double lastApart;

  /**
   * @param holdsOfSide how many holds make a side done, 1 or more
   */
  NeedleCoach(int holdsOfSide) {
    super(ALLOWANCE);
    this.holds = new HoldsOfSides(holdsOfSide);
  }

  @Override
  Optional<AllFours> find(Frame frame) {
    return AllFours.in(frame);
  }

  @Override
  void follow(AllFours body, double now, List<Event> events) {
    level.see(body, now);
    switch (state) {
      case LOOKING -> look(body, now, events);
      case READY -> {
        if (body.lower() < LEAVE && level.down().isPresent()) {
          side = level.down().get();
          rest.beginAnew(now);
          enter(State.GOING_UNDER);
        } else if (streak.lasts(!body.isTableTop(), now, AWAY_MILLIS)) {
          enter(State.LOOKING);
        }
      }
      case GOING_UNDER -> goUnder(body, now, events);
      case HOLDING -> hold(body, now, events);
      case COMING_BACK -> {
        if (streak.lasts(body.isTableTop(), now, CHANGE_MILLIS)) {
          enter(State.READY);
        }
      }
    }
  }

  private void look(AllFours body, double now, List<Event> events) {
    if (!body.isTableTop() || !body.isEven()) {
      streak.breakOff();
      level.beginAnew();
    } else if (streak.lasts(true, now, READY_MILLIS)) {
      if (!readyTold) {
        readyTold = true;
        events.add(Event.of(now, Event.Kind.READY));
      }
      enter(State.READY);
    }
  }

  private void goUnder(AllFours body, double now, List<Event> events) {
    if (body.isTableTop()) {
      enter(State.READY);
      return;
    }
    Side down = level.down().orElse(side);
    if (down != side) { // while it goes down the model may take one arm for the other
      side = down;
      rest.beginAnew(now);
    }
    if (body.of(side) > ENTER || !level.isStillDown(side)) {
      rest.beginAnew(now);
    } else if (rest.isAt(body.of(side), now)) {
      holdBegan = rest.since();
      holdLevel = body.of(side);
      lastStill = now;
      lastApart = now;
      even.breakOff();
      events.add(Event.of(holdBegan, Event.Kind.HOLD_START, side));
      enter(State.HOLDING);
    }
  }

  private void hold(AllFours body, double now, List<Event> events) {
    double height = body.of(side);
    if (Math.abs(height - holdLevel) <= Rest.STEADY / 2) {
      holdLevel += (height - holdLevel) / 8;
      lastStill = now;
    } else if (height < ENTER && now - lastStill > 2000) {
      holdLevel = height; // they settled elsewhere, still under
      lastStill = now;
    }
    if (level.isStillDown(side)) {
      lastApart = now;
    }
    boolean isOut = streak.lasts(height > LEAVE, now, CHANGE_MILLIS);
    boolean isEven = even.lasts(!level.isStillDown(side), now, EVEN_MILLIS);
    if (isOut || isEven) {
      end(Math.min(lastStill - LAG_MILLIS, lastApart), events);
      enter(State.COMING_BACK);
    }
  }

  private void end(double at, List<Event> events) {
    holds.ended(side, holdBegan, Math.max(holdBegan, at), events);
  }

  @Override
  void breakOff(double lastSeen, List<Event> events) {
    if (state == State.HOLDING) {
      end(Math.min(lastSeen, lastApart), events);
    }
    readyTold = false;
    level.beginAnew();
    enter(State.LOOKING);
  }

  private void enter(State next) {
    state = next;
    streak.breakOff();
  }
}
