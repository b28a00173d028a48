package org.counterpose.scenes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.counterpose.body.Pose;
import org.counterpose.body.Position;
import org.counterpose.coach.Side;

/** Scenes of lying over a rolled towel, and of what else is done on a mat. */
public final class TowelScenes {

  private static final double[] RATES = {5, 8, 10, 15, 24, 30};

  private static final Position MAT = new Position(-0.1, 0.35, 0);

  private enum Other {
    SITTING_ABOUT,
    LAYING_THE_TOWEL,
    ONTO_THE_SIDE,
    ONTO_THE_BELLY,
    A_MOMENT_ON_THE_BACK,
    SIT_UPS,
    ON_ALL_FOURS,
    WALKING_PAST,
    ON_A_CHAIR
  }

  private TowelScenes() {}

  /** People who lie down over the towel, lie, and get up: seen in each way in turn. */
  public static List<Scene> lain(long seed, int count) {
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long own = seed * 1_000_003 + 600_000 + i;
      scenes.add(lain(own, Circumstances.values()[i % Circumstances.values().length]));
    }
    return scenes;
  }

  private static Scene lain(long seed, Circumstances seen) {
    Chance chance = new Chance(seed);
    Eye eye = eye(chance, seen);
    boolean isClumsy = seen == Circumstances.CLUMSY;
    Pose lying = Postures.LYING.towards(Postures.OVER_THE_TOWEL, chance.within(0, 1));
    Pose half = Postures.SITTING_ON_THE_FLOOR.towards(lying, 0.5);
    Script script = new Script(Postures.SITTING_ON_THE_FLOOR).stays(chance.within(2, 4));
    if (isClumsy) {
      script.goes(half, chance.within(0.8, 2)).goes(Postures.SITTING_ON_THE_FLOOR, 1).stays(1);
    }
    script.goes(lying, chance.within(1.5, 4));
    double from = script.millis();
    double until = from + 1000 * chance.within(12, 60);
    while (script.millis() < until) {
      if (isClumsy) { // scratches, moves up a little, lifts the head
        Position moved = new Position(chance.within(-0.04, 0.04), 0, 0);
        script.moves(moved, chance.within(0.5, 1.5));
        script.goes(lying.towards(half, chance.within(0, 0.06)), chance.within(0.5, 1));
        script.goes(lying, chance.within(0.5, 1));
      }
      script.stays(chance.within(3, 8));
    }
    script.held(from);
    if (chance.happens(0.5)) {
      script.goes(Postures.ON_THE_SIDE, chance.within(1, 3)).stays(chance.within(0.5, 3));
    }
    script.goes(Postures.SITTING_ON_THE_FLOOR, chance.within(1.5, 3)).stays(3);
    return eye.film(seed, seen.named(), script, chance);
  }

  /** People who do something else on the mat; nobody lies on their back for long. */
  public static List<Scene> others(long seed, int count) {
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long own = seed * 1_000_003 + 700_000 + i;
      Chance chance = new Chance(own);
      Other other = Other.values()[i % Other.values().length];
      int round = i / Other.values().length;
      Eye eye = eye(chance, Circumstances.values()[round % Circumstances.values().length]);
      String kind = other.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      scenes.add(eye.film(own, kind, script(other, chance), chance));
    }
    return scenes;
  }

  private static Script script(Other other, Chance chance) {
    double pace = chance.within(1, 3);
    double stay = chance.within(5, 20);
    Pose sitting = Postures.SITTING_ON_THE_FLOOR;
    Script script = new Script(sitting).stays(3);
    return switch (other) {
      case SITTING_ABOUT ->
          script.goes(sitting.towards(Postures.LYING, chance.within(0.1, 0.4)), pace).stays(stay);
      case LAYING_THE_TOWEL ->
          new Script(Postures.KNEELING_UP)
              .goes(Postures.LAYING_A_TOWEL, pace)
              .stays(stay)
              .goes(Postures.KNEELING_UP, pace)
              .stays(3);
      case ONTO_THE_SIDE ->
          script.goes(Postures.ON_THE_SIDE, pace).stays(stay).goes(sitting, pace).stays(2);
      case ONTO_THE_BELLY ->
          new Script(Postures.TABLE_TOP).goes(Postures.ON_THE_BELLY, pace).stays(stay);
      case A_MOMENT_ON_THE_BACK ->
          script
              .goes(Postures.LYING, pace)
              .stays(chance.within(0.5, 2.5))
              .goes(sitting, 1)
              .stays(3);
      case SIT_UPS -> {
        for (int i = 0; i < 6; i++) {
          script.goes(Postures.LYING, chance.within(0.8, 1.5));
          script.goes(Postures.SIT_UP.towards(sitting, chance.within(0, 1)), 1);
        }
        yield script.goes(sitting, 1).stays(2);
      }
      case ON_ALL_FOURS ->
          new Script(Postures.TABLE_TOP)
              .stays(stay)
              .goes(Postures.ON_THE_HEELS, pace)
              .stays(stay)
              .goes(Postures.TABLE_TOP, pace);
      case WALKING_PAST ->
          new Script(Pose.STANDING)
              .moves(new Position(1.2, 0, 0), pace)
              .moves(new Position(-1.2, 0, 0), 2 * pace)
              .stays(2);
      case ON_A_CHAIR ->
          new Script(Postures.SITTING)
              .stays(stay)
              .goes(Postures.SLUMPED, pace)
              .stays(stay)
              .goes(Postures.SITTING, pace);
    };
  }

  /** A camera on the floor or a little above, beside the mat. */
  private static Eye eye(Chance chance, Circumstances seen) {
    Stand stand =
        new Stand(
            MAT,
            chance.happens(0.5) ? Side.LEFT : Side.RIGHT,
            seen.aside(chance),
            chance.within(2, 2.8),
            chance.within(0.1, 0.6),
            chance.within(-4, 4));
    double rate = RATES[chance.below(RATES.length)];
    return new Eye(chance.somebody(), stand, rate, seen.faults(chance));
  }
}
