package org.counterpose.scenes;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Build;
import org.counterpose.body.Pose;
import org.counterpose.coach.Side;

/** Scenes of thread the needle, and of what may look like it. */
public final class NeedleScenes {

  private static final double[] RATES = {5, 8, 10, 12, 15, 20, 24, 30, 60};

  private static final String[] KINDS = {"fair", "from aside", "shaky", "often lost", "clumsy"};

  private NeedleScenes() {}

  /** People who thread the needle: each kind in turn, both sides, one or two holds each. */
  public static List<Scene> threaded(long seed, int count) {
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long own = seed * 1_000_003 + i;
      scenes.add(threaded(own, KINDS[i % KINDS.length]));
    }
    return scenes;
  }

  private static Scene threaded(long seed, String kind) {
    Chance chance = new Chance(seed);
    Eye eye = eye(chance, kind);
    boolean clumsy = kind.equals("clumsy");
    Script script = new Script(Postures.TABLE_TOP).stays(chance.within(1.5, 4));
    Side first = chance.happens(0.5) ? Side.LEFT : Side.RIGHT;
    int holds = 1 + chance.below(2);
    for (Side side : new Side[] {first, other(first)}) {
      for (int hold = 0; hold < holds; hold++) {
        hold(script, side, clumsy, chance);
      }
    }
    return eye.film(seed, kind, script, chance);
  }

  private static Side other(Side side) {
    return side == Side.LEFT ? Side.RIGHT : Side.LEFT;
  }

  private static void hold(Script script, Side side, boolean clumsy, Chance chance) {
    Pose half = of(side, Postures.RIGHT_HALF_UNDER);
    Pose under = of(side, Postures.RIGHT_UNDER);
    double pace = clumsy ? chance.within(0.5, 2) : chance.within(0.8, 1.5);
    script.goes(half, pace);
    if (clumsy && chance.happens(0.5)) {
      script.stays(chance.within(0.3, 2)).goes(Postures.TABLE_TOP.towards(half, 0.6), 0.6);
      script.goes(half, 0.6);
    }
    Pose depth = Postures.TABLE_TOP.towards(under, chance.within(0.92, 1));
    script.goes(depth, pace);
    script.holds(side, chance.within(6, 20));
    script.goes(half, pace * 0.8).goes(Postures.TABLE_TOP, pace * 0.8);
    script.stays(chance.within(1.2, 4));
  }

  private static Pose of(Side side, Pose right) {
    return side == Side.RIGHT ? right : right.mirrored();
  }

  private static Eye eye(Chance chance, String kind) {
    Build build =
        new Build(
            chance.within(1.5, 1.95),
            chance.within(0.92, 1.08),
            chance.within(0.92, 1.08),
            chance.within(0.92, 1.08),
            chance.within(0.88, 1.12),
            chance.within(0.85, 1.3));
    double far = kind.equals("from aside") ? 30 : 12;
    double near = kind.equals("from aside") ? 12 : 0;
    double aside = chance.within(near, far) * (chance.happens(0.5) ? 1 : -1);
    return new Eye(
        build,
        chance.happens(0.5) ? Side.LEFT : Side.RIGHT,
        aside,
        chance.within(1.9, 2.8),
        chance.within(0.15, 0.9),
        chance.within(-4, 4),
        RATES[chance.below(RATES.length)],
        kind.equals("shaky") ? chance.within(0.004, 0.008) : chance.within(0, 0.003),
        chance.within(0, 0.5),
        kind.equals("often lost") ? chance.within(0.05, 0.25) : chance.within(0, 0.02),
        chance.within(60, 140));
  }

  /** People who do something else on the mat; none of it is a hold. */
  public static List<Scene> others(long seed, int count) {
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long own = seed * 1_000_003 + 500_000 + i;
      Chance chance = new Chance(own);
      Others other = Others.values()[i % Others.values().length];
      Eye eye = eye(chance, "fair");
      scenes.add(eye.film(own, other.named(), other.script(chance), chance));
    }
    return scenes;
  }
}
