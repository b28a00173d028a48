package org.counterpose.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterpose.journal.Entry;

/**
 * When the plan asked for nothing: paused, or stopped until the clinic cleared the answers. The
 * clinic's pause and the person's rest each by itself, and the clinic's is the one that is told.
 */
final class Rests {

  private record Span(Instant from, Instant until) {}

  private final List<Span> over = new ArrayList<>();
  private Optional<Entry.Paused> ofClinic = Optional.empty();
  private Optional<Entry.Paused> ofPerson = Optional.empty();

  /** The first pause of each counts. */
  void pause(Entry.Paused entry) {
    if (entry.by().isPresent()) {
      ofClinic = ofClinic.or(() -> Optional.of(entry));
    } else {
      ofPerson = ofPerson.or(() -> Optional.of(entry));
    }
  }

  /** The clinic ends its own pause; whether a person may end the clinic's is settled before. */
  void resume(Entry.Resumed entry) {
    Instant at = entry.at().toInstant();
    ofClinic.ifPresent(pause -> add(pause.at().toInstant(), at));
    ofClinic = Optional.empty();
    if (entry.by().isEmpty()) {
      ofPerson.ifPresent(pause -> add(pause.at().toInstant(), at));
      ofPerson = Optional.empty();
    }
  }

  /** A stop from one moment to another. */
  void add(Instant from, Instant until) {
    if (from.isBefore(until)) {
      over.add(new Span(from, until));
    }
  }

  /** The pause that holds; empty where the plan goes on. */
  Optional<Entry.Paused> pause() {
    return ofClinic.or(() -> ofPerson);
  }

  /** Whether the plan rested at some moment of a window that ends at {@code to}. */
  boolean touch(Instant from, Instant to) {
    return Stream.of(ofClinic, ofPerson)
            .flatMap(Optional::stream)
            .anyMatch(pause -> pause.at().toInstant().isBefore(to))
        || over.stream().anyMatch(span -> span.from().isBefore(to) && span.until().isAfter(from));
  }
}
