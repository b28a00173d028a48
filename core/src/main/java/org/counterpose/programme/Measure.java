package org.counterpose.programme;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Something that the person measures on themselves. Texts: {@code measures.<id>}, {@code
 * measures.<id>.how}.
 *
 * @param from the least value that can be told, {@code to} the most, {@code step} the distance
 *     between two values
 * @param detectable the smallest change that is more than what measuring alone can differ by
 * @param outcome whether it is told beside the verdict; others only open stages
 * @param goesWith a step that asks the same of the body: whoever does without that step is not
 *     asked to measure this either
 */
public record Measure(
    String id,
    Unit unit,
    Sides sides,
    double from,
    double to,
    double step,
    Better better,
    double detectable,
    boolean outcome,
    Optional<String> figure,
    Optional<String> goesWith,
    List<String> sources) {

  /** What its values count. */
  public enum Unit {
    CENTIMETRES,
    SECONDS,
    REPETITIONS,
    KILOGRAMS,
    POINTS
  }

  /** Which way is better. */
  public enum Better {
    MORE,
    LESS
  }

  /** Whether a value is as good as another, or better. */
  public boolean reaches(double value, double goal) {
    return switch (better) {
      case MORE -> value >= goal;
      case LESS -> value <= goal;
    };
  }

  /** Whether a value can be told: within the bounds, and a whole number of steps from the least. */
  public boolean holds(double value) {
    return value >= from
        && value <= to
        && BigDecimal.valueOf(value)
                .subtract(BigDecimal.valueOf(from))
                .remainder(BigDecimal.valueOf(step))
                .signum()
            == 0;
  }
}
