package org.counterpose.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An appointment as it is kept.
 *
 * @param attended {@code arrived} or {@code no-show}, where staff said so
 * @param overbooked whether it shares its time now with another that stays
 * @param reason what the clinic said when it last changed it
 * @param onPurpose why staff booked it beside another, or outside the hours
 */
public record KeptAppointment(
    UUID id,
    String practitioner,
    String place,
    String service,
    Instant start,
    Instant end,
    int revision,
    boolean cancelled,
    String name,
    String email,
    Optional<UUID> journey,
    Optional<String> summary,
    Instant changedAt,
    Optional<String> zone,
    Optional<String> language,
    Optional<NewAppointment.InSeries> series,
    Optional<String> attended,
    boolean overbooked,
    Optional<String> reason,
    Optional<String> onPurpose) {}
