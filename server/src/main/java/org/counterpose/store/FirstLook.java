package org.counterpose.store;

import java.time.Instant;

/** When somebody of the clinic first looked at an entry that called for them, and who. */
public record FirstLook(Instant at, String by) {}
