package org.counterpose.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A journal in one row, kept in the same transaction as its lines.
 *
 * @param lastAt the latest instant of a line, and {@code lastType} that line's type
 */
public record Summary(UUID journey, int entries, Instant lastAt, String lastType) {}
