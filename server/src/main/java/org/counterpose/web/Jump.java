package org.counterpose.web;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.counterpose.journal.Entry;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today;

/** From which pain on a rating has the safety questions asked first, as the plan itself says. */
final class Jump {

  private static final int MOST = 10;

  private Jump() {}

  /** The least pain that does; empty where none would. */
  static Optional<Integer> from(Journey journey, Instant now) {
    if (!asks(journey, now, MOST)) {
      return Optional.empty();
    }
    return IntStream.iterate(MOST, pain -> pain >= 0 && asks(journey, now, pain), pain -> pain - 1)
        .boxed()
        .reduce((more, less) -> less);
  }

  private static boolean asks(Journey journey, Instant now, int pain) {
    Entry.Rated rated =
        new Entry.Rated(
            new UUID(0, 0),
            now.atZone(journey.journal().routine().zone()).toOffsetDateTime(),
            pain,
            Optional.empty());
    return new Journey(journey.id(), journey.programme(), journey.journal().with(rated))
        .today(now)
        .triggers()
        .contains(Today.Trigger.PAIN_ROSE);
  }
}
