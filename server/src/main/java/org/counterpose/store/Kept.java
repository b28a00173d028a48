package org.counterpose.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A journal as it is kept.
 *
 * @param keyHash the SHA-256 of the key that opens it
 * @param lines in the order of their instants, of equal ones of their ids
 */
public record Kept(UUID id, byte[] keyHash, Instant begunAt, List<Line> lines) {

  public Kept {
    lines = List.copyOf(lines);
  }
}
