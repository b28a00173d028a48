package org.counterpose.journeys;

import java.util.UUID;

/**
 * A trial that somebody holds the key of, whether it can go on or not: to take it away or to erase
 * it.
 */
public record Owned(UUID id) implements Opened {}
