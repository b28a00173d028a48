package org.counterpose.words;

import org.counterpose.plan.GuidedTime;
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
    return switch (step.doseOf(planned.stage())) {
      case Dose.Timed timed -> words.say("dose.timed", length(words, planned.seconds()));
      case Dose.Holds holds ->
          words.say(
              "dose.holds",
              planned.holds().orElse(1),
              planned.holdSeconds().orElse(0),
              minutes(GuidedTime.seconds(step, planned)),
              planned.sides().size());
      case Dose.Reps reps ->
          words.say(
              "dose.reps",
              planned.sets().map(Today.Sets::sets).orElse(0),
              planned.sets().map(Today.Sets::reps).orElse(0),
              minutes(GuidedTime.seconds(step, planned)),
              planned.sides().size(),
              planned.sets().map(sets -> sets.moves().size()).orElse(0));
      case Dose.Worn worn -> words.say("dose.worn", length(words, planned.seconds()));
      case Dose.Breaks breaks -> words.say("dose.break", length(words, planned.seconds()));
    };
  }

  /** Why a dose differs from the day before. */
  public static String reason(Words words, Step step, PlannedStep planned, DoseReason reason) {
    boolean rounded = isGuided(step, planned);
    int around = rounded ? GuidedTime.seconds(step, planned) - planned.seconds() : 0;
    int before = reason.from() + around;
    int now = reason.to() + around;
    boolean minutes = inMinutes(before, now, rounded);
    String from = inUnit(words, before, minutes);
    String to = inUnit(words, now, minutes);
    boolean alike = rounded && now > before && minutes(now) == minutes(before);
    return switch (reason) {
      case DoseReason.NewWeek week ->
          alike
              ? words.say("reason.new-week.slightly", week.week())
              : words.say("reason.new-week", week.week(), to, from, growth(reason).ordinal());
      case DoseReason.OtherStage stage -> words.say("reason.stage");
      case DoseReason.LighterAfterPain lighter -> words.say("reason.lighter", 0, to, from);
      case DoseReason.ChangedByClinic changed -> words.say("reason.clinic", from, to);
      case DoseReason.BackAfterLighter back -> words.say("reason.back", 0, to);
    };
  }

  /** How much more it is, in the order in which the words choose among them. */
  private enum Growth {
    NONE,
    A_LITTLE,
    HALF_AGAIN,
    TWICE,
    MUCH
  }

  private static Growth growth(DoseReason reason) {
    double more = (reason.to() - reason.from()) / (double) Math.max(1, reason.from());
    if (more <= 0) {
      return Growth.NONE;
    }
    return more <= 0.34
        ? Growth.A_LITTLE
        : more <= 0.75 ? Growth.HALF_AGAIN : more <= 1.35 ? Growth.TWICE : Growth.MUCH;
  }

  /** Less than that, rounded to a minute, says little of how much more another length is. */
  private static final int ROUNDS_WELL = 90;

  /** Of two lengths in one sentence both are told in minutes, or both in seconds. */
  private static boolean inMinutes(int one, int other, boolean rounded) {
    boolean whole = one % 60 == 0 && other % 60 == 0;
    boolean tells = Math.min(one, other) >= ROUNDS_WELL && minutes(one) != minutes(other);
    return whole || (rounded && tells);
  }

  private static String inUnit(Words words, int seconds, boolean minutes) {
    return minutes
        ? words.say("length.minutes", minutes(seconds))
        : words.say("length.seconds", seconds);
  }

  /** Whether its length is one of several parts, and so is told about. */
  private static boolean isGuided(Step step, PlannedStep planned) {
    Dose dose = step.doseOf(planned.stage());
    return dose instanceof Dose.Holds || dose instanceof Dose.Reps;
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

  /** How long something was done, as people tell it: whole minutes from two on, seconds below. */
  public static String done(Words words, int seconds) {
    return seconds < 120
        ? length(words, seconds)
        : words.say("length.minutes", Math.round(seconds / 60f));
  }

  private static int minutes(int seconds) {
    return Math.max(1, Math.round(seconds / 60f));
  }
}
