package org.counterpose.practice;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.counterpose.store.Database;
import org.counterpose.store.Journals;

/** What the pages and the API are given: the store, the journals, the clock, chance. */
public record Practice(
    Database database, Journals journals, InstantSource clock, SecureRandom random) {}
