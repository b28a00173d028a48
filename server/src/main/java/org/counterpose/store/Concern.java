package org.counterpose.store;

import java.util.UUID;

/**
 * An entry of a journal that calls for somebody of the clinic.
 *
 * @param stops whether it stops the trial for safety
 */
public record Concern(UUID entry, boolean stops) {}
