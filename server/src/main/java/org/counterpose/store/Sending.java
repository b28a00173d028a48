package org.counterpose.store;

import java.time.Instant;
import java.util.Optional;

/**
 * How sending stands on one channel.
 *
 * @param waiting due or not yet due
 * @param overdue due and not sent
 * @param oldestDue since when the oldest of these waits
 * @param sent of those that are still counted: what ended is forgotten after some weeks
 * @param dropped too late to be of use
 * @param refused the other side will never take them
 */
public record Sending(
    Channel channel,
    long waiting,
    long overdue,
    Optional<Instant> oldestDue,
    long sent,
    long dropped,
    long refused,
    Optional<Instant> lastSent,
    Optional<Trouble> trouble) {

  /** The last time that it could not send. */
  public record Trouble(Instant at, String what) {}

  /** Whether nothing has been sent since the last trouble, and something waits for it. */
  public boolean stuck() {
    return overdue > 0
        && trouble.isPresent()
        && lastSent.filter(sentAt -> sentAt.isAfter(trouble.get().at())).isEmpty();
  }
}
