package org.counterpose.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterpose.journal.Entry;

/** The comparisons that a person chose, one after the other. */
final class Comparisons {

  private final List<Comparison> all = new ArrayList<>();
  private boolean pooled;

  /**
   * A choice on a day of the trial: the one before it ends at once, and a new one begins the day
   * after.
   */
  void choose(Entry.Comparing entry, int day) {
    if (!all.isEmpty()) {
      all.add(all.removeLast().endedOn(day));
    }
    pooled = entry.pooled();
    entry.step().ifPresent(step -> all.add(Comparison.chosen(step, entry.id(), day)));
  }

  /** Whether a step is left out on a day for a comparison. */
  boolean leavesOut(String step, int day) {
    return all.stream().anyMatch(one -> one.step().equals(step) && one.leavesOut(day));
  }

  /** The latest one, running or ended. */
  Optional<Comparison> latest() {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /** Whether the clinic may pool it with that of others. */
  boolean arePooled() {
    return pooled;
  }
}
