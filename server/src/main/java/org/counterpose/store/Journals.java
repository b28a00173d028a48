package org.counterpose.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where journals are kept: append-only, each by itself, durable when a method returns. */
public interface Journals {

  /**
   * Begins a journal.
   *
   * @throws Conflict where there is one of that id
   */
  default void begin(NewJourney journey) {
    begin(journey, Also.NOTHING);
  }

  /** The same, with something else written in the same transaction. */
  void begin(NewJourney journey, Also also);

  /**
   * Adds the lines that the journal does not have. All are kept or none. Empty where there is no
   * such journal (any more).
   *
   * @throws IdTaken where a line has the id of another one with another body, kept or of the batch
   */
  default Optional<Appended> append(UUID journey, List<Line> lines) {
    return append(journey, lines, Also.NOTHING);
  }

  /** The same, with something else written in the same transaction. */
  Optional<Appended> append(UUID journey, List<Line> lines, Also also);

  Optional<Kept> find(UUID journey);

  /** Replaces the key of a journal; false where there is no such journal. */
  boolean replaceKey(UUID journey, byte[] keyHash, Also also);

  Optional<Summary> summary(UUID journey);

  /**
   * Deletes all of a journal and the appointments that its summary went along to, whose times are
   * free then, and what of them lingers in the files. False where there was none.
   */
  boolean erase(UUID journey);
}
