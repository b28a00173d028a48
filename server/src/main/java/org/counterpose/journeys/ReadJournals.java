package org.counterpose.journeys;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.programme.Programme;

/**
 * Journals that were read before, so that opening one again costs no reading.
 *
 * <p>Every entry in here is in the store: it was read from there, or the store took it as new. An
 * entry never changes and none leaves while its journal stands. So a journal in here with as many
 * entries as the store counts is the store's journal, whatever came in between and from whichever
 * process; {@link Journeys} asks the store for that count each time.
 */
final class ReadJournals {

  /** Entries held in all; some 300 bytes each. */
  private static final int MOST_ENTRIES = 60_000;

  /** A journal as it was read. */
  record Known(byte[] keyHash, Programme programme, Journal journal) {
    int size() {
      return journal.all().size();
    }
  }

  private final Map<UUID, Known> byId = new LinkedHashMap<>(64, 0.75f, true);
  private int entries;

  synchronized Optional<Known> find(UUID id) {
    return Optional.ofNullable(byId.get(id));
  }

  synchronized void put(UUID id, Known known) {
    forget(id);
    byId.put(id, known);
    entries += known.size();
    Iterator<Known> eldest = byId.values().iterator();
    while (entries > MOST_ENTRIES && eldest.hasNext()) {
      entries -= eldest.next().size();
      eldest.remove();
    }
  }

  /** Adds entries that the store took, every one of them as new. */
  synchronized void grow(UUID id, List<Entry> taken) {
    Known known = byId.get(id);
    if (known != null) {
      put(
          id,
          new Known(known.keyHash(), known.programme(), known.journal().union(Journal.of(taken))));
    }
  }

  synchronized void forget(UUID id) {
    Known known = byId.remove(id);
    if (known != null) {
      entries -= known.size();
    }
  }
}
