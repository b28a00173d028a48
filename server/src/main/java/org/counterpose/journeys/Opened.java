package org.counterpose.journeys;

import java.util.UUID;

/**
 * A trial that somebody opened with its key: to see it, only to add to it, or only to take it away.
 */
public sealed interface Opened permits Journey, Adding, Owned {

  UUID id();
}
