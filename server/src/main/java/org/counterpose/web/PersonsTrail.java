package org.counterpose.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.store.Also;
import org.counterpose.store.AuditLine;
import org.counterpose.store.AuditTrail;

/**
 * What persons do themselves with how their trials are opened and shared, as the trail keeps it.
 */
record PersonsTrail(InstantSource clock) {

  /** A line of one trial, to be written with what it tells of. */
  Also line(String what, UUID journey) {
    return lines(what, List.of(journey));
  }

  /** A line of each trial that it concerns. */
  Also lines(String what, List<UUID> journeys) {
    Instant now = clock.instant();
    return connection -> {
      for (UUID journey : journeys) {
        AuditTrail.add(
            connection,
            new AuditLine(now, Optional.empty(), AuditLine.PERSON, what, Optional.of(journey), ""));
      }
    };
  }
}
