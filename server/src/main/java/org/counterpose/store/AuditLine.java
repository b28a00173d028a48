package org.counterpose.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who saw or changed what.
 *
 * @param staff the staff member; empty where the person or the product did it
 * @param who as the person knows them
 * @param what such as {@code viewed}, {@code adapted}, {@code overbooked}
 * @param journey whose it was, if anybody's
 * @param detail what else there is to say; no answers, no ratings, no names
 */
public record AuditLine(
    Instant at,
    Optional<UUID> staff,
    String who,
    String what,
    Optional<UUID> journey,
    String detail) {}
