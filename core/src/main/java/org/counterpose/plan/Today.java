package org.counterpose.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.counterpose.programme.Stage;
import org.counterpose.screening.Screened;

/**
 * One day of a trial as it stands at one moment.
 *
 * @param date the person's date
 * @param day the day of the trial, from 1
 * @param of the trial's last day: the first verdict's, or the later one where that was unclear
 * @param state whether there is anything to do
 * @param steps what is due, in the order of the day; empty where paused or over
 * @param leftOut what the plan does without, and why
 * @param rated today's rating; the last one, where it was corrected
 * @param asks what the person is asked today, most pressing first
 * @param triggers why the safety questions come before anything else; empty where they do not
 */
public record Today(
    LocalDate date,
    int day,
    int of,
    State state,
    List<PlannedStep> steps,
    List<LeftOut> leftOut,
    Optional<Entry.Rated> rated,
    List<Ask> asks,
    Set<Trigger> triggers) {

  public Today {
    if (triggers.isEmpty() == asks.contains(Ask.SAFETY_CHECK)) {
      throw new IllegalArgumentException(
          "the safety questions come first for a reason, got " + asks + " for " + triggers);
    }
  }

  /** Whether the safety questions come before anything that is begun. */
  public boolean asksSafetyFirst() {
    return asks.contains(Ask.SAFETY_CHECK);
  }

  /** The week of the trial, from 1. */
  public int week() {
    return Course.weekOf(day);
  }

  /** Whether something may be begun: the trial runs, and no safety question is due. */
  public boolean isOpen() {
    return state instanceof State.Running && !asksSafetyFirst();
  }

  /** Whether the trial runs. */
  public sealed interface State {
    record Running() implements State {}

    /**
     * A safety answer during the trial stopped it; the record is kept.
     *
     * @param reasons the rules that forbid to go on, gravest first, with the answers behind each
     */
    record Stopped(Outcome outcome, List<Screened.Reason> reasons) implements State {}

    /** The plan rests until it is resumed; ratings go on. {@code by} is empty for the person. */
    record Paused(Instant since, Optional<String> by, String reason) implements State {}

    /** The trial has come to its end; the verdict stands. */
    record Over() implements State {}
  }

  /**
   * A step at one time of the day.
   *
   * @param slot the slot's id in the pack; the breaks of a day are numbered, {@code break-1} and on
   * @param seconds the whole of it, returns included
   * @param holds for steps with holds: how many on each side
   * @param holdSeconds for steps with holds: how long each
   * @param stage for steps with several stages: the one that is done
   * @param sets for sets of repetitions: how many
   * @param substitutes aids that are not owned and what stands in for them
   * @param loggedSeconds what was logged for this slot so far
   * @param runningSince since when it is being worn
   * @param runningEntry the entry that began it
   */
  public record PlannedStep(
      String step,
      String slot,
      ZonedDateTime dueFrom,
      ZonedDateTime dueTo,
      int seconds,
      List<Side> sides,
      Optional<Integer> holds,
      Optional<Integer> holdSeconds,
      Optional<String> stage,
      Optional<Sets> sets,
      Optional<DoseReason> reason,
      Set<String> substitutes,
      int loggedSeconds,
      boolean done,
      Optional<Instant> runningSince,
      Optional<UUID> runningEntry) {

    /** The same from another time on. */
    PlannedStep beginningAt(ZonedDateTime from) {
      return new PlannedStep(
          step,
          slot,
          from,
          dueTo,
          seconds,
          sides,
          holds,
          holdSeconds,
          stage,
          sets,
          reason,
          substitutes,
          loggedSeconds,
          done,
          runningSince,
          runningEntry);
    }
  }

  /**
   * Sets of repetitions.
   *
   * @param sets of each movement on each side
   * @param reps in each set
   * @param moves the movements, where there are several
   */
  public record Sets(int sets, int reps, List<String> moves, int repSeconds, int restSeconds) {
    public Sets {
      moves = List.copyOf(moves);
    }
  }

  /**
   * Why a dose differs from the day before; the person is told in words. {@code from} and {@code
   * to} in seconds.
   */
  public sealed interface DoseReason {
    int from();

    int to();

    /** A new week of the trial asks for a little more. */
    record NewWeek(int week, int from, int to) implements DoseReason {}

    /** Another stage of the step was reached, or an earlier one is done again. */
    record OtherStage(String stage, int from, int to) implements DoseReason {}

    /** The day after a stop for pain is lighter. */
    record LighterAfterPain(int from, int to) implements DoseReason {}

    /** The clinic changed how much, or took its change back. */
    record ChangedByClinic(int from, int to) implements DoseReason {}

    /** The lighter day is over. */
    record BackAfterLighter(int from, int to) implements DoseReason {}
  }

  /** A step that the plan does without. */
  public record LeftOut(String step, Cause cause) {
    /** Why it is left out. */
    public sealed interface Cause {
      /** The safety answers rule it out. */
      record ForSafety() implements Cause {}

      /** The clinic left it out, with the reason that the person reads. */
      record ByClinic(String by, String reason) implements Cause {}

      /** An aid is not owned and nothing at home serves. */
      record NotOwned(String aid) implements Cause {}

      /** Its first stage is still to open. */
      record NotYet(Stage.Opening opening) implements Cause {}

      /** The day was drawn to be without it, in the comparison that the person chose. */
      record ForComparison() implements Cause {}
    }
  }

  /** Something the person is asked today. */
  public enum Ask {
    /** The safety questions at once, for each {@link Trigger} there is. */
    SAFETY_CHECK,
    /** The weekly questions. */
    WEEKLY_CHECK,
    RATING,
    /** In week 1, until it is done: what they want to do more easily. It may wait. */
    ACTIVITIES,
    /** Something that they measure on themselves each week. */
    MEASURES,
    /** The verdict is there to be read. */
    VERDICT
  }

  /** What has the safety questions asked at once. */
  public enum Trigger {
    /** A session was stopped for pain. */
    SESSION_HURT,
    /** A rating jumped. */
    PAIN_ROSE,
    /** The questions became others in a safety fix. */
    QUESTIONS_CHANGED
  }

  /** The same with other times. */
  Today with(List<PlannedStep> others) {
    return new Today(date, day, of, state, others, leftOut, rated, asks, triggers);
  }

  /** Whether the plan does without every step, and not only for now. */
  public boolean isWithoutPlan(Programme programme) {
    return !leftOut.isEmpty()
        && leftOut.size() == programme.steps().size()
        && leftOut.stream()
            .map(LeftOut::cause)
            .noneMatch(
                cause ->
                    cause instanceof LeftOut.Cause.NotYet
                        || cause instanceof LeftOut.Cause.ForComparison);
  }

  /** Steps done today. */
  public long done() {
    return steps.stream().filter(PlannedStep::done).count();
  }
}
