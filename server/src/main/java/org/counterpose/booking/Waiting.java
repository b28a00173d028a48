package org.counterpose.booking;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.store.WaitingPeople;

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
    LEFT;

    static State of(WaitingPeople.Person person) {
      return switch (person.state()) {
        case "booked" -> BOOKED;
        case "left" -> LEFT;
        default -> WAITING;
      };
    }
  }
}
