package org.counterpose.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A reminder that is to be sent on one channel.
 *
 * @param occasions the keys of what it reminds of; nobody is told of one twice
 * @param recipients an address, or the ids of push subscriptions
 */
public record PlannedMessage(
    Channel channel,
    List<String> occasions,
    List<String> recipients,
    String subject,
    String text,
    Optional<String> unsubscribe,
    Instant dueAt,
    Instant uselessAfter) {

  public PlannedMessage {
    occasions = List.copyOf(occasions);
    recipients = List.copyOf(recipients);
    if (occasions.isEmpty() || !dueAt.isBefore(uselessAfter)) {
      throw new IllegalArgumentException("a reminder has an occasion and time, got " + occasions);
    }
  }
}
