package org.counterpose.clinic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.store.Concern;
import org.counterpose.store.FirstLook;

/**
 * The entries of a journal that call for somebody of the clinic and have no answer. What the clinic
 * writes or changes answers the entries that it names: one that arrives later, whatever its date,
 * still calls. Without an answer an entry calls until somebody has looked at it and some days have
 * passed since: docs/decisions/012-who-needs-whom.md.
 */
final class Unanswered {

  private static final Duration WORSE_AFTER_A_LOOK = Duration.ofDays(7);
  private static final Duration PAIN_AFTER_A_LOOK = Duration.ofDays(3);

  private final Journal journal;
  private final Set<UUID> stopping;
  private final Map<UUID, Optional<FirstLook>> known;
  private final Instant now;
  private final Set<UUID> answered = new HashSet<>();
  private final Set<UUID> writtenTo = new HashSet<>();

  /**
   * @param stopping the entries that stop the trial for safety
   * @param known the entries that called before, with who first looked at each
   */
  Unanswered(
      Journal journal, Set<UUID> stopping, Map<UUID, Optional<FirstLook>> known, Instant now) {
    this.journal = journal;
    this.stopping = stopping;
    this.known = known;
    this.now = now;
    journal.of(Entry.Noted.class).forEach(note -> writtenTo.addAll(note.answers()));
    answered.addAll(writtenTo);
    journal.of(Entry.Adapted.class).forEach(change -> answered.addAll(change.answers()));
    journal.of(Entry.ClearedByClinic.class).forEach(clear -> answered.addAll(clear.answers()));
  }

  /** The earliest entry that says that it got worse. */
  Optional<Entry.GotWorse> worse() {
    return worseOnes().findFirst();
  }

  private Stream<Entry.GotWorse> worseOnes() {
    return journal.of(Entry.GotWorse.class).filter(entry -> calls(entry, WORSE_AFTER_A_LOOK));
  }

  /** The earliest session that was stopped for pain. */
  Optional<Entry.SessionStopped> pain() {
    return painOnes().findFirst();
  }

  private Stream<Entry.SessionStopped> painOnes() {
    return journal
        .of(Entry.SessionStopped.class)
        .filter(entry -> entry.why() == Entry.Why.PAIN && calls(entry, PAIN_AFTER_A_LOOK));
  }

  /**
   * The latest rating, where the ratings rise, or where they rose with it and none came since: that
   * days pass without one is no relief.
   */
  Optional<Entry.Rated> rating(boolean rises) {
    return journal
        .of(Entry.Rated.class)
        .reduce((earlier, later) -> later)
        .filter(entry -> rises || known.containsKey(entry.id()))
        .filter(entry -> calls(entry, WORSE_AFTER_A_LOOK));
  }

  /** The earliest question of the person: only writing back answers it. */
  Optional<Entry.Asked> asked() {
    return askedOnes().findFirst();
  }

  private Stream<Entry.Asked> askedOnes() {
    return journal.of(Entry.Asked.class).filter(entry -> !writtenTo.contains(entry.id()));
  }

  /**
   * All of them.
   *
   * @param rising the rating that calls, if one does
   */
  List<Concern> all(Optional<Entry.Rated> rising) {
    List<Concern> all = new ArrayList<>();
    stopping.forEach(entry -> all.add(new Concern(entry, true)));
    Stream.of(worseOnes(), painOnes(), askedOnes(), rising.stream())
        .flatMap(entries -> entries.map(Entry::id))
        .filter(entry -> !stopping.contains(entry))
        .forEach(entry -> all.add(new Concern(entry, false)));
    return all;
  }

  private boolean calls(Entry entry, Duration afterALook) {
    return !answered.contains(entry.id())
        && known
            .getOrDefault(entry.id(), Optional.empty())
            .filter(look -> !look.at().plus(afterALook).isAfter(now))
            .isEmpty();
  }
}
