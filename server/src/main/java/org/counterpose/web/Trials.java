package org.counterpose.web;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.counterpose.journeys.Journeys;
import org.counterpose.library.Library;

/** What the pages of a trial share. */
record Trials(
    Door door, Journeys journeys, Library library, InstantSource clock, Supplier<UUID> ids) {}
