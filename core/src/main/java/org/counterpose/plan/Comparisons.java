package org.counterpose.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterpose.journal.Entry;

/** The comparisons that a person chose, one after the other. */
final class Comparisons {

  private final int lastDay;
  private final List<Comparison> all = new ArrayList<>();
  private boolean pooled;

  /** Of a trial that lasts to a day at the most: what is chosen after it begins nothing. */
  Comparisons(int lastDay) {
    this.lastDay = lastDay;
  }

  /**
   * A choice on a day of the trial: those before it end at once, and a new one begins the day
   * after. The same step again changes nothing but whether it may be pooled. For who flew over the
   * date line the day of a later choice may be an earlier one.
   */
  void choose(Entry.Comparing entry, int day) {
    pooled = entry.pooled();
    if (latest().filter(running -> goesOn(running, entry, day)).isPresent()) {
      return;
    }
    all.replaceAll(one -> one.endedOn(day));
    entry
        .step()
        .filter(step -> day < lastDay)
        .ifPresent(step -> all.add(Comparison.chosen(step, entry.id(), day)));
  }

  private static boolean goesOn(Comparison running, Entry.Comparing entry, int day) {
    return running.runsOn(day) && entry.step().filter(running.step()::equals).isPresent();
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
