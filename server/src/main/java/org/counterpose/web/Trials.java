package org.counterpose.web;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Routine;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.Journeys;
import org.counterpose.library.Library;

/** What the pages of a trial share. */
record Trials(
    Door door, Journeys journeys, Library library, InstantSource clock, Supplier<UUID> ids) {

  /** The person's day as it is now. */
  static Routine routine(Journey journey) {
    return journey
        .journal()
        .of(Entry.RoutineChanged.class)
        .map(Entry.RoutineChanged::routine)
        .reduce((earlier, later) -> later)
        .orElse(journey.journal().started().routine());
  }
}
