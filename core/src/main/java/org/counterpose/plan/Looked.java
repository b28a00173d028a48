package org.counterpose.plan;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;

/**
 * Which answers the clinic looked at and lifted by a moment. What a safer table says of answers
 * that were lifted before it came, nobody has looked at: they stop again.
 *
 * @param cleared the entries whose answers stop nothing
 * @param anew since when the answers of an entry stop that an earlier table let pass
 */
record Looked(Set<UUID> cleared, Map<UUID, Instant> anew) {

  Looked {
    cleared = Set.copyOf(cleared);
    anew = Map.copyOf(anew);
  }

  static Looked of(Journal journal, Instant known) {
    Set<UUID> cleared = new HashSet<>();
    Map<UUID, Instant> anew = new HashMap<>();
    for (Entry entry : journal.standing()) {
      Instant at = entry.at().toInstant();
      if (entry instanceof Entry.ClearedByClinic clear && !at.isAfter(known)) {
        cleared.addAll(clear.answers());
      } else if (entry instanceof Entry.MadeSafer safer) {
        cleared.removeAll(safer.stops());
        safer.stops().forEach(answers -> anew.put(answers, at));
      }
    }
    return new Looked(cleared, anew);
  }

  /** Since when the answers of an entry stop the trial, where they do. */
  Instant stops(Entry entry) {
    return anew.getOrDefault(entry.id(), entry.at().toInstant());
  }
}
