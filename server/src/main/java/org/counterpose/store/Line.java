package org.counterpose.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * One entry of a journal as it is kept.
 *
 * @param at to the microsecond, which is what databases keep
 * @param body the whole entry as JSON
 */
public record Line(UUID id, Instant at, String type, String body) {

  public Line {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }
}
