package org.counterpose.journeys;

import java.util.UUID;

/** The journey was erased since it was opened; nothing was kept. */
public final class JourneyErased extends RuntimeException {

  JourneyErased(UUID id) {
    super("journey " + id + " was erased");
  }
}
