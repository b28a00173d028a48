package org.counterpose.store;

import java.time.Instant;

/**
 * A sender's right to what it claims, for a while.
 *
 * @param owner which sender; two never have the same
 */
public record Lease(String owner, Instant now, Instant until) {

  public Lease {
    if (!now.isBefore(until)) {
      throw new IllegalArgumentException("a lease must end later, got " + now + " to " + until);
    }
  }
}
