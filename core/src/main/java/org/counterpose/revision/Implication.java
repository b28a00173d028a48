package org.counterpose.revision;

import java.util.HashSet;
import java.util.Set;
import org.counterpose.programme.Condition;

/**
 * Whether one condition holds whenever another does, as far as their form tells: a yes is sure, a
 * no may only mean that it could not be seen.
 */
final class Implication {

  private static final int MOST_STEPS = 100_000;

  private int steps;

  private Implication() {}

  static boolean holds(Condition given, Condition then) {
    return new Implication().follows(given, then);
  }

  private boolean follows(Condition given, Condition then) {
    if (++steps > MOST_STEPS) {
      return false;
    }
    if (given.equals(then)) {
      return true;
    }
    if (given instanceof Condition.Any any) {
      return any.conditions().stream().allMatch(one -> follows(one, then));
    }
    if (then instanceof Condition.All all) {
      return all.conditions().stream().allMatch(one -> follows(given, one));
    }
    return given instanceof Condition.All parts
            && parts.conditions().stream().anyMatch(one -> follows(one, then))
        || then instanceof Condition.Any ways
            && ways.conditions().stream().anyMatch(one -> follows(given, one))
        || alone(given, then);
  }

  private static boolean alone(Condition given, Condition then) {
    return switch (given) {
      case Condition.Includes some ->
          then instanceof Condition.Includes other && includes(some, other);
      case Condition.InRange range ->
          then instanceof Condition.InRange other && within(range, other);
      case Condition.IsEmpty empty -> false;
      case Condition.Is is -> false;
      case Condition.All all -> false;
      case Condition.Any any -> false;
    };
  }

  /** At worst, all the choices that the other does not count are among those made. */
  private static boolean includes(Condition.Includes some, Condition.Includes other) {
    Set<String> notCounted = new HashSet<>(some.values());
    other.values().forEach(notCounted::remove);
    return some.question().equals(other.question())
        && some.atLeast() - notCounted.size() >= other.atLeast();
  }

  private static boolean within(Condition.InRange range, Condition.InRange other) {
    return Set.copyOf(range.questions()).equals(Set.copyOf(other.questions()))
        && range.from().orElse(Double.NEGATIVE_INFINITY)
            >= other.from().orElse(Double.NEGATIVE_INFINITY)
        && range.below().orElse(Double.POSITIVE_INFINITY)
            <= other.below().orElse(Double.POSITIVE_INFINITY);
  }
}
