package org.counterpose.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A stop for safety.
 *
 * @param programme of the trial
 * @param knownAt when the clinic could first see it, by the server's clock: a device's own may be
 *     wrong, and what it tells may come late
 * @param lookedAt when somebody first looked at it
 */
public record SafetyStop(
    UUID journey, String programme, Instant knownAt, Optional<Instant> lookedAt) {}
