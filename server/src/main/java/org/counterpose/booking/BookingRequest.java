package org.counterpose.booking;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A wish to book.
 *
 * @param key chosen by who asks; the same key with the same wish is the same request
 */
public record BookingRequest(
    String key,
    String practitioner,
    String service,
    Instant start,
    Person person,
    Optional<Shared> shared) {

  /** What goes along of a person's trial, because they ticked it. */
  public record Shared(UUID journey, String summary) {}
}
