package org.counterpose.verdict;

import java.util.Optional;
import org.counterpose.programme.Measure;
import org.counterpose.programme.Side;

/**
 * How something that the person measures on themselves has changed. It stands next to the verdict
 * and never decides it.
 *
 * @param side where left and right are told apart
 */
public record MeasureChange(Measure measure, Optional<Side> side, Value first, Value last) {

  /**
   * A value and the day of the trial on which it was measured.
   *
   * @param value in the measure's unit
   */
  public record Value(int day, double value) {}

  public MeasureChange {
    if (first.day() < 1 || last.day() <= first.day()) {
      throw new IllegalArgumentException(
          "a change goes from a day of the trial to a later one, got "
              + first.day()
              + " to "
              + last.day());
    }
  }

  /** What a change says. */
  public enum Meaning {
    BETTER,
    /** Less than what measuring alone can differ by. */
    ABOUT_THE_SAME,
    WORSE
  }

  /** How much more it is; below 0 where it is less. */
  public double change() {
    return last.value() - first.value();
  }

  public Meaning meaning() {
    if (Math.abs(change()) < measure.detectable()) {
      return Meaning.ABOUT_THE_SAME;
    }
    return measure.reaches(last.value(), first.value()) ? Meaning.BETTER : Meaning.WORSE;
  }
}
