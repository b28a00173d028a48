package org.counterpose.journeys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;

/**
 * Journals that were read before, so that opening one again costs no reading; and of many more
 * journals the head, which is all that adding to them takes.
 *
 * <p>Every entry in here is in the store: it was read from there, or the store took it as new. An
 * entry never changes and none leaves while its journal stands. So a journal in here with as many
 * entries as the store counts is the store's journal, whatever came in between and from whichever
 * process; {@link Journeys} asks the store for that count each time. A head changes only with an
 * entry that another process wrote: it never counts more entries than the store had when it was
 * read and was given by us since, so one that counts as many as the store is as it stands there.
 */
final class ReadJournals {

  /** Entries held in all; some 300 bytes each. */
  private static final int MOST_ENTRIES = 60_000;

  /** Heads held; some 200 bytes each. */
  private static final int MOST_HEADS = 20_000;

  /**
   * What adding to a trial takes.
   *
   * @param entries how many the journal had when this stood in it
   */
  record Head(byte[] keyHash, RunsOn runsOn, Instant startedAt, int entries) {
    private Head grown(int taken) {
      return new Head(keyHash, runsOn, startedAt, entries + taken);
    }
  }

  /** A journey as it was read. */
  record Whole(Head head, Journal journal) {}

  private final Map<UUID, Grown> journals = new LinkedHashMap<>(64, 0.75f, true);
  private final Map<UUID, Head> heads =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Head> eldest) {
          return size() > MOST_HEADS;
        }
      };
  private int entries;
  private long forgotten;

  synchronized Optional<Head> head(UUID id) {
    return Optional.ofNullable(heads.get(id));
  }

  /** The journal of that id, where it was read and holds that many entries. */
  Optional<Journal> journal(UUID id, int size) {
    Grown grown;
    synchronized (this) {
      grown = journals.get(id);
    }
    return Optional.ofNullable(grown).map(Grown::journal).filter(read -> read.all().size() == size);
  }

  /** Taken before a journey is read, and given back when it is {@link #put}. */
  synchronized long mark() {
    return forgotten;
  }

  /** Keeps what was read, unless something was forgotten meanwhile: it may have been this. */
  synchronized void put(UUID id, Whole read, long mark) {
    if (mark == forgotten) {
      remove(id);
      heads.put(id, read.head());
      journals.put(id, new Grown(read.journal()));
      entries += read.journal().all().size();
      makeRoom();
    }
  }

  /**
   * Adds entries that the store took, every one of them as new.
   *
   * @param before the head before they were given to the store; where there is another by now,
   *     nobody knows whether it counts them, and it is read again
   */
  synchronized void grow(UUID id, Optional<Head> before, List<Entry> taken) {
    Head head = heads.get(id);
    if (head != null && before.filter(one -> one == head).isPresent()) {
      heads.put(id, head.grown(taken.size()));
    } else {
      heads.remove(id);
    }
    Grown grown = journals.get(id);
    if (grown != null) {
      grown.add(taken);
      grown.counted += taken.size();
      entries += taken.size();
      makeRoom();
    }
  }

  private void makeRoom() {
    Iterator<Grown> eldest = journals.values().iterator();
    while (entries > MOST_ENTRIES && eldest.hasNext()) {
      entries -= eldest.next().counted;
      eldest.remove();
    }
  }

  synchronized void forget(UUID id) {
    forgotten++;
    remove(id);
  }

  private void remove(UUID id) {
    heads.remove(id);
    Grown grown = journals.remove(id);
    if (grown != null) {
      entries -= grown.counted;
    }
  }

  /** A journal and what was added since, joined when somebody wants to see it. */
  private static final class Grown {
    private Journal journal;
    private final List<Entry> added = new ArrayList<>();

    /** What it counts for in {@link ReadJournals#entries}; an entry may be in it twice. */
    private int counted;

    Grown(Journal journal) {
      this.journal = journal;
      this.counted = journal.all().size();
    }

    synchronized void add(List<Entry> taken) {
      added.addAll(taken);
    }

    synchronized Journal journal() {
      if (!added.isEmpty()) {
        journal = journal.union(Journal.of(added));
        added.clear();
      }
      return journal;
    }
  }
}
