package org.counterpose.web;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;

/**
 * What was worn when it is taken off. It is asked of the journal and not of today's steps: the plan
 * may have stopped, ended or come to a new day while it was worn.
 */
final class Worn {

  private static final Duration MOST = Duration.ofDays(1);

  private Worn() {}

  /**
   * The entry that ends what runs of a step, a day after its start at the latest; empty where
   * nothing runs.
   */
  static Optional<Entry.Worn> ending(
      Journal journal, String step, OffsetDateTime now, Supplier<UUID> ids) {
    return running(journal, step)
        .map(
            start -> {
              OffsetDateTime latest = start.at().plus(MOST).withOffsetSameInstant(now.getOffset());
              OffsetDateTime end = latest.isBefore(now) ? latest : now;
              long seconds = Duration.between(start.at(), end).toSeconds();
              return new Entry.Worn(
                  ids.get(), end, step, Math.clamp(seconds, 1, (int) MOST.toSeconds()));
            });
  }

  private static Optional<Entry.WearStarted> running(Journal journal, String step) {
    Optional<Entry.WearStarted> running = Optional.empty();
    for (Entry entry : journal.standing()) {
      if (entry instanceof Entry.WearStarted started && started.step().equals(step)) {
        running = Optional.of(started);
      } else if (entry instanceof Entry.Worn worn && worn.step().equals(step)) {
        running = Optional.empty();
      }
    }
    return running;
  }
}
