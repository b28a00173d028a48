package org.counterpose.scenes;

import java.util.Locale;
import org.counterpose.body.Pose;
import org.counterpose.body.Position;

/** Movements that are not thread the needle, most of them begun from the same place. */
enum Others {
  SITTING_BACK_ON_THE_HEELS,
  LYING_DOWN,
  STANDING_UP,
  WALKING_PAST,
  WAVING,
  BENDING_BOTH_ELBOWS,
  REACHING_FOR_A_PHONE,
  SITTING_ON_A_CHAIR,
  LOOKING_ABOUT,
  ROUNDING_THE_BACK,
  ONLY_DIPPING,
  ROCKING,
  CHEST_TO_THE_FLOOR,
  AN_ARM_TO_THE_CEILING,
  TWO_PEOPLE_BY_TURNS;

  String named() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  Script script(Chance chance) {
    Script script = new Script(start()).stays(chance.within(1.5, 3));
    int times = 2 + chance.below(2);
    for (int time = 0; time < times; time++) {
      once(script, chance);
    }
    return script;
  }

  private Pose start() {
    return switch (this) {
      case WALKING_PAST -> Pose.STANDING;
      case SITTING_ON_A_CHAIR -> Postures.SITTING;
      default -> Postures.TABLE_TOP;
    };
  }

  private void once(Script script, Chance chance) {
    double pace = chance.within(0.7, 2);
    double stay = chance.within(2, 12);
    switch (this) {
      case SITTING_BACK_ON_THE_HEELS -> there(script, Postures.ON_THE_HEELS, pace, stay);
      case LYING_DOWN -> there(script, Postures.LYING, pace + 1, stay);
      case STANDING_UP -> {
        script.goes(Postures.KNEELING_UP, pace);
        there(script, Pose.STANDING, pace, stay);
      }
      case WALKING_PAST ->
          script
              .moves(new Position(1.2, 0, 0), pace + 1)
              .moves(new Position(-1.2, 0, 0), 2 * pace + 1)
              .moves(Position.ORIGIN, pace + 1);
      case WAVING -> {
        script.goes(Postures.KNEELING_UP, pace);
        there(script, Postures.WAVING, pace, stay);
      }
      case BENDING_BOTH_ELBOWS -> there(script, Postures.PUSHED_DOWN, pace, stay);
      case REACHING_FOR_A_PHONE -> there(script, Postures.REACHING, pace, stay);
      case SITTING_ON_A_CHAIR ->
          script
              .goes(Postures.SLUMPED, pace)
              .stays(stay)
              .goes(Postures.LOOKING_DOWN, pace)
              .stays(stay)
              .goes(Postures.SITTING, pace);
      case LOOKING_ABOUT -> {
        script.goes(Postures.KNEELING_UP, pace);
        there(script, Postures.LOOKING_ABOUT, pace, stay);
      }
      case ROUNDING_THE_BACK -> there(script, Postures.ROUNDED, pace, stay);
      case ONLY_DIPPING ->
          there(
              script,
              Postures.TABLE_TOP.towards(Postures.RIGHT_HALF_UNDER, chance.within(0.2, 0.6)),
              pace,
              chance.within(0.5, 3));
      case ROCKING ->
          there(
              script,
              Postures.TABLE_TOP.towards(Postures.ON_THE_HEELS, chance.within(0.2, 0.6)),
              pace,
              chance.within(0.3, 3));
      case CHEST_TO_THE_FLOOR -> there(script, Postures.CHEST_DOWN, pace, stay);
      case AN_ARM_TO_THE_CEILING -> {
        boolean isRight = chance.happens(0.5);
        Pose open = isRight ? Postures.RIGHT_ARM_UP : Postures.RIGHT_ARM_UP.mirrored();
        there(script, open, pace, stay);
      }
      case TWO_PEOPLE_BY_TURNS -> {
        Position beside = new Position(chance.within(-0.6, 0.6), 0, chance.within(0.3, 0.7));
        Pose before = chance.happens(0.5) ? Pose.STANDING : Postures.PUSHED_DOWN;
        script.is(before, beside).stays(chance.within(0.2, 3));
        script.is(Postures.TABLE_TOP, Position.ORIGIN).stays(stay);
      }
    }
  }

  private void there(Script script, Pose pose, double pace, double stay) {
    script.goes(pose, pace).stays(stay).goes(Postures.TABLE_TOP, pace).stays(1.5);
  }
}
