package org.counterpose.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;

/** What was rated on one date; the last word counts. */
public record Rated(Optional<Integer> pain, Optional<Integer> stiffness) {

  static Rated on(LocalDate date, Journal journal) {
    Optional<Entry.Rated> last =
        journal
            .of(Entry.Rated.class)
            .filter(rated -> rated.at().toLocalDate().equals(date))
            .max(Comparator.comparing(rated -> rated.at().toInstant()));
    return new Rated(last.map(Entry.Rated::pain), last.flatMap(Entry.Rated::stiffness));
  }

  public boolean is(int value) {
    return pain.equals(Optional.of(value));
  }

  public boolean isStiffness(int value) {
    return stiffness.equals(Optional.of(value));
  }
}
