package org.counterpose.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What an entry from outside is read against: when its trial began, and what is known of it. */
public interface TrialSoFar {

  Instant startedAt();

  /** The entry of that id, where it is known. */
  Optional<Entry> find(UUID id);
}
