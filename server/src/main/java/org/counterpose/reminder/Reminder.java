package org.counterpose.reminder;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One message, of what is close together.
 *
 * @param at when it comes
 * @param standsUntil from then on it may not go as it is: part of it helps nobody any more, or it
 *     is quiet
 * @param until after this it helps nobody
 */
public record Reminder(ZonedDateTime at, Instant standsUntil, Instant until, List<Part> parts) {

  /**
   * One thing that it reminds of.
   *
   * @param occasion its key: nobody is reminded twice of the same
   * @param steps ids of steps, where they are what is due
   * @param visit when the appointment is, where it is one
   */
  public record Part(
      What what, String occasion, List<String> steps, Optional<ZonedDateTime> visit) {}

  /** What a message can be about: the kinds, and the one that says that no more will come. */
  public enum What {
    STEPS,
    RATING,
    WEEKLY_CHECK,
    VERDICT,
    APPOINTMENT,
    LAST
  }

  public Reminder {
    parts = List.copyOf(parts);
    if (parts.isEmpty() || !at.toInstant().isBefore(until)) {
      throw new IllegalArgumentException("a reminder is of something in time, got " + at);
    }
  }

  public Set<What> whats() {
    return parts.stream().map(Part::what).collect(Collectors.toCollection(TreeSet::new));
  }

  public List<String> occasions() {
    return parts.stream().map(Part::occasion).sorted(Comparator.naturalOrder()).toList();
  }
}
