package org.counterpose.journeys;

import java.util.List;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;

/** Entries came under the ids of other entries; nothing of the batch was kept. */
public final class EntryIdTaken extends RuntimeException {

  private final transient Problems problems = new Problems();

  EntryIdTaken(List<Integer> positions) {
    super("the ids of the entries at " + positions + " are taken", null, false, false);
    Place batch = new Place("", 0, "");
    positions.forEach(
        at ->
            problems.add(batch.element(at, 0).field("id", 0), "is already used by another entry"));
  }

  /** Each id that is taken, at its place in the batch. */
  public Problems problems() {
    return problems;
  }
}
