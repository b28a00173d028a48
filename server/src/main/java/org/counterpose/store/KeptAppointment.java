package org.counterpose.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An appointment as it is kept. */
public record KeptAppointment(
    UUID id,
    String practitioner,
    String service,
    Instant start,
    Instant end,
    int revision,
    boolean cancelled,
    String name,
    String email,
    Optional<UUID> journey,
    Optional<String> summary,
    Instant changedAt) {}
