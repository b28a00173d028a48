package org.counterpose.words;

import org.counterpose.plan.Today;
import org.counterpose.plan.Today.DoseReason;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Step;

/** Doses and their changes in words. */
public final class Doses {

  private Doses() {}

  /** How much of a step is due at one time of the day. */
  public static String told(Words words, Step step, PlannedStep planned) {
    return switch (step.dose()) {
      case Dose.Timed timed -> words.say("dose.timed", minutes(planned.seconds()));
      case Dose.Holds holds ->
          words.say(
              "dose.holds",
              planned.holds().orElse(1),
              planned.holdSeconds().orElse(0),
              minutes(planned.seconds()),
              planned.sides().size());
      case Dose.Reps reps ->
          words.say(
              "dose.reps",
              planned.sets().map(Today.Sets::sets).orElse(0),
              planned.sets().map(Today.Sets::reps).orElse(0),
              minutes(planned.seconds()),
              planned.sides().size(),
              planned.sets().map(sets -> sets.moves().size()).orElse(0));
      case Dose.Worn worn -> words.say("dose.worn", minutes(planned.seconds()));
      case Dose.Breaks breaks -> words.say("dose.break", minutes(planned.seconds()));
    };
  }

  /** Why a dose differs from the day before. */
  public static String reason(Words words, DoseReason reason) {
    String from = length(words, reason.from());
    String to = length(words, reason.to());
    return switch (reason) {
      case DoseReason.NewWeek week -> words.say("reason.new-week", week.week(), to, from);
      case DoseReason.OtherStage stage -> words.say("reason.stage");
      case DoseReason.LighterAfterPain lighter -> words.say("reason.lighter", 0, to, from);
      case DoseReason.ChangedByClinic changed -> words.say("reason.clinic", from, to);
      case DoseReason.BackAfterLighter back -> words.say("reason.back", 0, to);
    };
  }

  /** A length as people say it: seconds below two minutes, minutes where it is whole. */
  public static String length(Words words, int seconds) {
    if (seconds < 120 && seconds % 60 != 0) {
      return words.say("length.seconds", seconds);
    }
    return seconds % 60 == 0
        ? words.say("length.minutes", seconds / 60)
        : words.say("length.minutes-seconds", seconds / 60, seconds % 60);
  }

  private static int minutes(int seconds) {
    return Math.max(1, Math.round(seconds / 60f));
  }
}
