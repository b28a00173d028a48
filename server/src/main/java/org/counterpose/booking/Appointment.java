package org.counterpose.booking;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A visit that someone booked.
 *
 * @param id what calendars know it by; it opens nothing
 * @param revision how often it was moved or cancelled since it was booked
 * @param summary what the person sent along of their trial, as JSON
 */
public record Appointment(
    UUID id,
    String practitioner,
    String service,
    Instant start,
    Instant end,
    int revision,
    boolean cancelled,
    Person person,
    Instant changedAt,
    Optional<String> summary) {}
