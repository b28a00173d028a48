package org.counterpose.scenes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.counterpose.body.Joint;
import org.counterpose.body.Pose;
import org.counterpose.body.Position;
import org.counterpose.coach.Side;

/**
 * Scenes of somebody at a desk, from the side or from the front. Every one begins with tall
 * sitting; what is held in them are slumps.
 */
public final class DeskScenes {

  private static final double[] RATES = {1, 1, 1, 2, 5};

  private static final Position CHEST = new Position(0.1, 0.9, 0);

  private static final Pose REACHING =
      Postures.SITTING.with(Joint.PELVIS, 15).with(Joint.RIGHT_SHOULDER, 95);

  private enum Other {
    GLANCES_DOWN,
    SHORT_SLUMPS,
    REACHING_OUT,
    STANDING_UP,
    AWAY_AND_BACK,
    SOMEBODY_ELSE_SLUMPS
  }

  private DeskScenes() {}

  /** People who slump for long once or twice, with glances down and reaches before. */
  public static List<Scene> slumped(long seed, int count) {
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long own = seed * 1_000_003 + 800_000 + i;
      Chance chance = new Chance(own);
      Circumstances seen = Circumstances.values()[i % Circumstances.values().length];
      boolean isFront = chance.happens(0.5);
      Eye eye = eye(chance, seen, isFront);
      String kind = (isFront ? "from the front, " : "from the side, ") + seen.named();
      scenes.add(eye.film(own, kind, slumped(chance, seen == Circumstances.CLUMSY), chance));
    }
    return scenes;
  }

  private static Script slumped(Chance chance, boolean isRestless) {
    Script script = new Script(Postures.SITTING).stays(chance.within(15, 40));
    int before = chance.below(4);
    for (int i = 0; i < before; i++) {
      goesAndReturns(script, chance.happens(0.5) ? Postures.LOOKING_DOWN : REACHING, 4, chance);
    }
    int slumps = 1 + chance.below(2);
    for (int i = 0; i < slumps; i++) {
      Pose slumped = Postures.SITTING.towards(Postures.SLUMPED, chance.within(0.65, 1));
      script.goes(slumped, chance.within(1, 4));
      double from = script.millis();
      double until = from + 1000 * chance.within(35, 90);
      while (script.millis() < until) {
        script.stays(chance.within(4, 10));
        if (isRestless) {
          script.goes(slumped.towards(Postures.SITTING, chance.within(0, 0.2)), 1);
          script.goes(slumped, 1);
        }
      }
      script.held(from).goes(Postures.SITTING, chance.within(1, 3)).stays(chance.within(10, 30));
    }
    return script;
  }

  private static void goesAndReturns(Script script, Pose there, double most, Chance chance) {
    script.goes(there, chance.within(0.5, 1.5)).stays(chance.within(1, most));
    script.goes(Postures.SITTING, chance.within(0.5, 1.5)).stays(chance.within(4, 10));
  }

  /** People of whom nothing is to be told. */
  public static List<Scene> others(long seed, int count) {
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long own = seed * 1_000_003 + 900_000 + i;
      Chance chance = new Chance(own);
      Other other = Other.values()[i % Other.values().length];
      int round = i / Other.values().length;
      Circumstances seen = Circumstances.values()[round % Circumstances.values().length];
      Eye eye = eye(chance, seen, chance.happens(0.5));
      String kind = other.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      scenes.add(eye.film(own, kind, script(other, eye.stand(), chance), chance));
    }
    return scenes;
  }

  private static Script script(Other other, Stand stand, Chance chance) {
    Script script = new Script(Postures.SITTING).stays(chance.within(15, 40));
    Position eye = stand.camera().place();
    Position away = new Position(CHEST.x() - eye.x(), 0, CHEST.z() - eye.z()).unit();
    for (int i = 0; i < 6; i++) {
      switch (other) {
        case GLANCES_DOWN -> goesAndReturns(script, Postures.LOOKING_DOWN, 6, chance);
        case SHORT_SLUMPS -> goesAndReturns(script, Postures.SLUMPED, 12, chance);
        case REACHING_OUT -> goesAndReturns(script, REACHING, 8, chance);
        case STANDING_UP -> {
          script.goes(Pose.STANDING, 2).stays(chance.within(5, 30));
          script.goes(Postures.SITTING, 2).stays(chance.within(5, 15));
        }
        case AWAY_AND_BACK -> {
          script.is(Pose.STANDING, new Position(0, 0, 0)).moves(away.times(6), 3);
          script.stays(chance.within(5, 40)).is(Postures.SITTING, Position.ORIGIN);
          script.stays(chance.within(5, 15));
        }
        case SOMEBODY_ELSE_SLUMPS -> {
          double further = stand.distance() * chance.within(1.2, 1.8); // less than half as large
          script.is(Postures.SLUMPED, away.times(further)).stays(chance.within(10, 40));
          script.is(Postures.SITTING, Position.ORIGIN).stays(chance.within(5, 15));
        }
      }
    }
    return script;
  }

  private static Eye eye(Chance chance, Circumstances seen, boolean isFront) {
    double aside = isFront ? 90 + seen.aside(chance) / 2 : seen.aside(chance) * 0.7;
    Stand stand =
        new Stand(
            CHEST,
            chance.happens(0.5) ? Side.LEFT : Side.RIGHT,
            aside,
            isFront ? chance.within(0.8, 1.3) : chance.within(1.4, 2.2),
            isFront ? chance.within(0.85, 1.2) : chance.within(0.7, 1.2),
            chance.within(-3, 3));
    return new Eye(
        chance.somebody(), stand, RATES[chance.below(RATES.length)], seen.faults(chance));
  }
}
