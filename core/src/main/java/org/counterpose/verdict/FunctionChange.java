package org.counterpose.verdict;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How much more easily somebody does the things of their own choice: the patient-specific
 * functional scale, 0 (not at all) to 10 (as before), over the activities that were scored on both
 * days. More is better.
 *
 * @param firstDay the day of the trial on which activities were scored first
 * @param lastDay the day on which they were scored last, later than the first
 */
public record FunctionChange(int firstDay, int lastDay, List<Scored> activities) {

  /** Minimum important differences of the scale: Abbott and Schmitt, JOSPT 2014;44:560. */
  private static final double SMALL = 1.3;

  private static final double MEDIUM = 2.3;
  private static final double LARGE = 2.7;

  public FunctionChange {
    activities = List.copyOf(activities);
    if (activities.isEmpty()) {
      throw new IllegalArgumentException("a change needs an activity that was scored twice");
    }
    if (firstDay < 1 || lastDay <= firstDay) {
      throw new IllegalArgumentException(
          "a change goes from a day of the trial to a later one, got "
              + firstDay
              + " to "
              + lastDay);
    }
  }

  /** One activity, as it was scored first and last. */
  public record Scored(String name, int first, int last) {
    public Scored {
      if (first < 0 || first > 10 || last < 0 || last > 10) {
        throw new IllegalArgumentException("a score is 0 to 10, got " + first + " and " + last);
      }
    }
  }

  /** How large a change is to people, whichever way it goes. */
  public enum Size {
    /** Less than what people call a small change. */
    BELOW_SMALL,
    SMALL,
    MEDIUM,
    LARGE
  }

  /** The mean of the first scores. */
  public double first() {
    return mean(Scored::first);
  }

  /** The mean of the last scores. */
  public double last() {
    return mean(Scored::last);
  }

  /** The mean change, in points; above 0 where the activities became easier. */
  public double change() {
    return mean(scored -> scored.last() - scored.first());
  }

  public Size size() {
    double points = Math.abs(change());
    if (points < SMALL) {
      return Size.BELOW_SMALL;
    }
    if (points < MEDIUM) {
      return Size.SMALL;
    }
    return points < LARGE ? Size.MEDIUM : Size.LARGE;
  }

  private double mean(ToIntFunction<Scored> points) {
    return activities.stream().mapToInt(points).average().orElseThrow();
  }
}
