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
    Window window) {

  /**
   * When it goes.
   *
   * @param standsUntil from then on it is planned anew before it goes
   */
  public record Window(Instant dueAt, Instant standsUntil, Instant uselessAfter) {

    public Window {
      if (!dueAt.isBefore(uselessAfter)) {
        throw new IllegalArgumentException(
            "a message goes before it is useless, got " + dueAt + " and " + uselessAfter);
      }
    }

    /** One that is good as it is for as long as it is good at all. */
    public static Window of(Instant dueAt, Instant uselessAfter) {
      return new Window(dueAt, uselessAfter, uselessAfter);
    }
  }

  public PlannedMessage {
    occasions = List.copyOf(occasions);
    recipients = List.copyOf(recipients);
    if (occasions.isEmpty()) {
      throw new IllegalArgumentException("a reminder is of something, got nothing");
    }
  }
}
