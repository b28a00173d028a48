package org.counterpose.journeys;

import java.util.UUID;

/** A trial that somebody opened with its key: to see it, or only to add to it. */
public sealed interface Opened permits Journey, Adding {

  UUID id();
}
