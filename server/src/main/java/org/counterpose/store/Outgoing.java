package org.counterpose.store;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message that a sender has claimed.
 *
 * @param to an e-mail address, or the id of a push subscription
 * @param tries how often it was tried before
 */
public record Outgoing(
    UUID id,
    String to,
    String subject,
    String text,
    Optional<String> html,
    Optional<CalendarPart> calendar,
    Optional<URI> unsubscribe,
    Instant dueAt,
    Instant uselessAfter,
    int tries) {}
