package org.counterpose.journeys;

import org.counterpose.screening.Screened;

/** What came of wanting to begin a trial. */
public sealed interface Begun {

  /** It has begun; {@code key} opens it, and is told this once. */
  record Started(Journey journey, String key) implements Begun {}

  /** The safety screen forbids it; nothing was kept. */
  record Refused(Screened screened) implements Begun {}
}
