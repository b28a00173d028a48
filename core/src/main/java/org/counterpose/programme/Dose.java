package org.counterpose.programme;

import java.util.List;

/**
 * How much of a step, and how it grows from week to week; what is said of the last week holds for
 * every later one.
 */
public sealed interface Dose {

  /**
   * An amount by week, never shrinking from one week to the next, with its bounds and what is done
   * on a lighter day.
   */
  record Amount(List<Integer> weeks, int least, int most, int lighter) {
    public Amount {
      weeks = List.copyOf(weeks);
      if (weeks.isEmpty()) {
        throw new IllegalArgumentException("an amount needs at least one week");
      }
    }

    /** The amount in a week, from 1. */
    public int inWeek(int week) {
      if (week < 1) {
        throw new IllegalArgumentException("weeks count from 1, got " + week);
      }
      return weeks.get(Math.min(week, weeks.size()) - 1);
    }

    /** The largest amount that any week asks for. */
    public int largest() {
      return weeks.getLast();
    }
  }

  /** Lie, sit or stand so for a time. */
  record Timed(Amount seconds) implements Dose {}

  /** Holds on each side in turn; the last side's last hold ends it. */
  record Holds(Sides sides, Amount holds, Amount holdSeconds, int returnSeconds) implements Dose {}

  /**
   * Sets of repetitions: of each movement on each side, with a rest between two sets.
   *
   * @param moves the movements, where there are several; a single one has no name
   * @param repSeconds how long one repetition takes
   */
  record Reps(
      Sides sides, List<String> moves, Amount sets, Amount reps, int repSeconds, int restSeconds)
      implements Dose {
    public Reps {
      moves = List.copyOf(moves);
    }
  }

  /** Worn or sat on while something else is done. */
  record Worn(Amount seconds) implements Dose {}

  /**
   * A short break again and again during work; the person may set the minutes between {@code least}
   * and {@code most}.
   */
  record Breaks(int everyMinutes, int least, int most, int seconds) implements Dose {}

  /** The kind's name in packs. */
  default String kindName() {
    return switch (this) {
      case Timed timed -> "timed";
      case Holds holds -> "holds";
      case Reps reps -> "reps";
      case Worn worn -> "worn";
      case Breaks breaks -> "breaks";
    };
  }
}
