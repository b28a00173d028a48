package org.counterpose.web;

import java.util.Optional;
import org.counterpose.journal.Entry;
import org.counterpose.plan.Today;

/** What was rated on one day; the last word counts. */
public record Rated(Optional<Integer> pain, Optional<Integer> stiffness) {

  static Rated on(Today today) {
    return new Rated(
        today.rated().map(Entry.Rated::pain), today.rated().flatMap(Entry.Rated::stiffness));
  }

  public boolean is(int value) {
    return pain.equals(Optional.of(value));
  }

  public boolean isStiffness(int value) {
    return stiffness.equals(Optional.of(value));
  }
}
