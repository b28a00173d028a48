package org.counterpose.booking;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody on the waiting list.
 *
 * @param offer the time that is kept for them now
 */
public record Waiting(
    UUID id, WaitingWish wish, Instant askedAt, State state, Optional<Offer> offer) {

  /** What has become of it. */
  public enum State {
    WAITING,
    BOOKED,
    LEFT
  }
}
