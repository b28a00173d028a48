package org.counterpose.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterpose.journal.Entry;

/** When the plan asked for nothing: paused, or stopped until the clinic cleared the answers. */
final class Rests {

  private record Span(Instant from, Instant until) {}

  private final List<Span> over = new ArrayList<>();
  private Optional<Entry.Paused> pause = Optional.empty();

  void pause(Entry.Paused entry) {
    if (pause.isEmpty()) {
      pause = Optional.of(entry);
    }
  }

  void resume(Instant at) {
    pause.ifPresent(entry -> add(entry.at().toInstant(), at));
    pause = Optional.empty();
  }

  /** A stop from one moment to another. */
  void add(Instant from, Instant until) {
    if (from.isBefore(until)) {
      over.add(new Span(from, until));
    }
  }

  /** The pause that holds; empty where the plan goes on. */
  Optional<Entry.Paused> pause() {
    return pause;
  }

  /** Whether the plan rested at some moment of a window that ends at {@code to}. */
  boolean touch(Instant from, Instant to) {
    return pause.filter(entry -> entry.at().toInstant().isBefore(to)).isPresent()
        || over.stream().anyMatch(span -> span.from().isBefore(to) && span.until().isAfter(from));
  }
}
