package org.counterpose.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An appointment to be kept.
 *
 * @param tokenHash of the token that opens it
 * @param summary what goes along of a journey, with the journey's id
 */
public record NewAppointment(
    UUID id,
    String tokenHash,
    String service,
    Visit visit,
    String name,
    String email,
    Optional<UUID> journey,
    Optional<String> summary,
    Instant at) {}
