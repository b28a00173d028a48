package org.counterpose.store;

import java.time.Instant;
import java.util.List;

/**
 * Where and when an appointment is, and the cells of the practitioner's calendar that it claims, in
 * ascending order.
 */
public record Visit(
    String practitioner, String place, Instant start, Instant end, List<Long> cells) {
  public Visit {
    cells = List.copyOf(cells);
  }

  /** At a clinic's only place. */
  public Visit(String practitioner, Instant start, Instant end, List<Long> cells) {
    this(practitioner, "main", start, end, cells);
  }
}
