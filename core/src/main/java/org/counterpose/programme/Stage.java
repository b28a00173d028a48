package org.counterpose.programme;

import java.util.List;
import java.util.Optional;

/**
 * One level of a step. Texts, where a step has several: {@code steps.<step>.stage.<id>}, {@code
 * steps.<step>.stage.<id>.how}.
 *
 * @param opens when it may begin; empty where nothing is waited for
 * @param figures its own pictures; without them, those of the step
 */
public record Stage(String id, Optional<Opening> opens, Dose dose, Optional<Step.Figures> figures) {

  /**
   * What a stage waits for: all of it.
   *
   * @param week the first week of the trial in which it may open, from 1
   */
  public record Opening(int week, List<Goal> goals) {
    public Opening {
      goals = List.copyOf(goals);
    }
  }

  /** A measure that must be as good as {@code reach} on each of the person's sides. */
  public record Goal(String measure, double reach) {}
}
