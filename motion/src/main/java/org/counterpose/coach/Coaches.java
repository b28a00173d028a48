package org.counterpose.coach;

import java.util.Optional;

/** The coaches, by the step that they watch. */
public final class Coaches {

  private Coaches() {}

  /**
   * The coach of a step, ready for its first frame; empty where no coach watches this step.
   *
   * @param step {@code thread-the-needle} or {@code desk}
   * @param settings of the needle, how many holds make a side; of the desk, how many minutes one
   *     position may be kept
   */
  public static Optional<Coach> of(String step, double... settings) {
    return switch (step) {
      case "thread-the-needle" -> Optional.of(new NeedleCoach((int) settings[0]));
      case "desk" -> Optional.of(new DeskCoach(Optional.empty(), settings[0]));
      default -> Optional.empty();
    };
  }
}
