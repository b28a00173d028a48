package org.counterpose.scenes;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Pose;
import org.counterpose.body.Position;
import org.counterpose.coach.Side;

/** Scenes of thread the needle, and of what may look like it. */
public final class NeedleScenes {

  private static final double[] RATES = {5, 8, 10, 12, 15, 20, 24, 30, 60};

  private static final Position MAT = new Position(0.12, 0.4, 0);

  private NeedleScenes() {}

  /** People who thread the needle: seen in each way in turn, both sides, one or two holds each. */
  public static List<Scene> threaded(long seed, int count) {
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long own = seed * 1_000_003 + i;
      scenes.add(threaded(own, Circumstances.values()[i % Circumstances.values().length]));
    }
    return scenes;
  }

  private static Scene threaded(long seed, Circumstances seen) {
    Chance chance = new Chance(seed);
    Eye eye = eye(chance, seen);
    Script script = new Script(Postures.TABLE_TOP).stays(chance.within(1.5, 4));
    Side first = chance.happens(0.5) ? Side.LEFT : Side.RIGHT;
    int holds = 1 + chance.below(2);
    for (Side side : new Side[] {first, other(first)}) {
      for (int hold = 0; hold < holds; hold++) {
        if (seen == Circumstances.CLUMSY) {
          holdClumsily(script, side, chance);
        } else {
          hold(script, side, chance);
        }
      }
    }
    return eye.film(seed, seen.named(), script, chance);
  }

  private static Side other(Side side) {
    return side == Side.LEFT ? Side.RIGHT : Side.LEFT;
  }

  private static void hold(Script script, Side side, Chance chance) {
    Pose half = of(side, Postures.RIGHT_HALF_UNDER);
    Pose under = of(side, Postures.RIGHT_UNDER);
    double pace = chance.within(0.8, 1.5);
    script.goes(half, pace);
    script.goes(Postures.TABLE_TOP.towards(under, chance.within(0.92, 1)), pace);
    script.holds(side, chance.within(6, 20));
    script.goes(half, pace * 0.8).goes(Postures.TABLE_TOP, pace * 0.8);
    script.stays(chance.within(1.2, 4));
  }

  /** Too fast or too slow, with stops and second thoughts, too far down, and never quite still. */
  private static void holdClumsily(Script script, Side side, Chance chance) {
    Pose half = of(side, Postures.RIGHT_HALF_UNDER);
    Pose under = of(side, Postures.RIGHT_UNDER);
    double pace = chance.within(0.5, 2.5);
    if (chance.happens(0.3)) { // turns back half-way
      script.goes(half, pace).stays(chance.within(0, 0.8)).goes(Postures.TABLE_TOP, pace).stays(1);
    }
    script.goes(half, pace);
    if (chance.happens(0.5)) {
      script.stays(chance.within(0.3, 2)).goes(Postures.TABLE_TOP.towards(half, 0.6), 0.6);
      script.goes(half, 0.6);
    }
    double depth = chance.within(0.92, 1);
    boolean isTooFar = chance.happens(0.5);
    script.goes(Postures.TABLE_TOP.towards(under, isTooFar ? depth + 0.05 : depth), pace);
    double from = script.millis();
    Pose held = Postures.TABLE_TOP.towards(under, depth);
    double wobble = chance.happens(0.5) ? chance.within(0.02, 0.1) : 0;
    double until = from + 1000 * chance.within(6, 20);
    while (script.millis() < until) {
      script.goes(held.towards(half, chance.within(0, wobble)), chance.within(0.5, 1.5));
    }
    script.held(side, from);
    double back = chance.within(0.4, 2);
    script.goes(half, back).goes(Postures.TABLE_TOP, back).stays(chance.within(1.2, 4));
  }

  private static Pose of(Side side, Pose right) {
    return side == Side.RIGHT ? right : right.mirrored();
  }

  /** A camera within what the coach asks for, but where it stands aside. */
  private static Eye eye(Chance chance, Circumstances seen) {
    Stand stand =
        new Stand(
            MAT,
            chance.happens(0.5) ? Side.LEFT : Side.RIGHT,
            seen.aside(chance),
            chance.within(1.9, 2.8),
            chance.within(0.15, 0.9),
            chance.within(-4, 4));
    double rate = RATES[chance.below(RATES.length)];
    return new Eye(chance.somebody(), stand, rate, seen.faults(chance));
  }

  /** People who do something else on the mat; none of it is a hold. */
  public static List<Scene> others(long seed, int count) {
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long own = seed * 1_000_003 + 500_000 + i;
      Chance chance = new Chance(own);
      Others other = Others.values()[i % Others.values().length];
      int round = i / Others.values().length;
      Circumstances seen = Circumstances.values()[round % Circumstances.values().length];
      Eye eye = eye(chance, seen);
      scenes.add(eye.film(own, other.named(), other.script(chance), chance));
    }
    return scenes;
  }
}
