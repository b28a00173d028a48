package org.counterpose.calendar;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A letter about a visit, ready to be sent.
 *
 * @param method of its calendar part, and {@code ics} the part itself; both or neither
 * @param uselessAfter when it need not be sent any more
 */
public record VisitLetter(
    String to,
    String subject,
    String text,
    Optional<String> method,
    Optional<String> ics,
    Instant at,
    Instant uselessAfter,
    Optional<UUID> journey) {

  public VisitLetter {
    if (subject.chars().anyMatch(point -> point < ' ')) {
      throw new IllegalArgumentException("a subject is one line");
    }
  }
}
