package org.counterpose.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A journal to begin.
 *
 * @param keyHash the SHA-256 of the key that opens it; the key itself is nowhere kept
 * @param lines what it begins with
 */
public record NewJourney(UUID id, byte[] keyHash, Instant at, List<Line> lines) {

  public NewJourney {
    lines = List.copyOf(lines);
  }
}
