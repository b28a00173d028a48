package org.counterpose.web;

import java.util.Optional;
import org.counterpose.journal.Entry;
import org.counterpose.plan.Today;
import org.counterpose.programme.AlsoAsked;
import org.counterpose.programme.Programme;

/**
 * What was rated on one day; the last word counts.
 *
 * @param asksStiffness whether the programme asks for it
 */
public record Rated(Optional<Integer> pain, Optional<Integer> stiffness, boolean asksStiffness) {

  static Rated on(Today today, Programme programme) {
    return new Rated(
        today.rated().map(Entry.Rated::pain),
        today.rated().flatMap(Entry.Rated::stiffness),
        programme.asksFor(AlsoAsked.STIFFNESS));
  }

  public boolean is(int value) {
    return pain.equals(Optional.of(value));
  }

  public boolean isStiffness(int value) {
    return stiffness.equals(Optional.of(value));
  }
}
