package org.counterpose.journal;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** One change that a clinic makes to one step of a person's plan. A later one goes before it. */
public sealed interface Adaptation {

  int LEAST_SECONDS = 5;
  int MOST_SECONDS = 4 * 60 * 60;
  int MOST_HOLDS = 20;
  int MOST_TIMES = 8;
  int MOST_SETS = 20;
  int MOST_REPS = 100;

  String step();

  /** The step is left out of the plan. */
  record LeaveOut(String step) implements Adaptation {}

  /** The step is again as the programme has it. */
  record AsBefore(String step) implements Adaptation {}

  /** How much of a step, instead of the programme's dose. */
  sealed interface Amount extends Adaptation {}

  /**
   * How much of the step each time, instead of the programme's growing dose.
   *
   * @param seconds the whole of a timed or worn step, or the length of one hold: 5 to 14,400
   * @param holds for a step with holds how many on each side, 1 to 20
   */
  record Portioned(String step, int seconds, Optional<Integer> holds) implements Amount {
    public Portioned {
      if (seconds < LEAST_SECONDS || seconds > MOST_SECONDS) {
        throw new IllegalArgumentException(
            "a portion is from "
                + LEAST_SECONDS
                + " to "
                + MOST_SECONDS
                + " seconds, got "
                + seconds);
      }
      if (holds.filter(many -> many < 1 || many > MOST_HOLDS).isPresent()) {
        throw new IllegalArgumentException("holds are from 1 to " + MOST_HOLDS + ", got " + holds);
      }
    }
  }

  /**
   * How many sets and repetitions each time, of each movement on each side, instead of the
   * programme's growing dose.
   *
   * @param sets 1 to 20
   * @param reps in each set, 1 to 100
   */
  record Repeated(String step, int sets, int reps) implements Amount {
    public Repeated {
      if (sets < 1 || sets > MOST_SETS) {
        throw new IllegalArgumentException("sets are from 1 to " + MOST_SETS + ", got " + sets);
      }
      if (reps < 1 || reps > MOST_REPS) {
        throw new IllegalArgumentException(
            "repetitions are from 1 to " + MOST_REPS + ", got " + reps);
      }
    }
  }

  /** The step at these times of the clock, on every day, instead of the programme's. */
  record AtTimes(String step, List<LocalTime> times) implements Adaptation {
    public AtTimes {
      times = times.stream().distinct().sorted().toList();
      if (times.isEmpty() || times.size() > MOST_TIMES) {
        throw new IllegalArgumentException(
            "a step has from 1 to " + MOST_TIMES + " times a day, got " + times.size());
      }
    }
  }
}
