package org.counterpose.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects every problem of a reading, so that all are told at once. What was read may be hostile:
 * beyond {@value #MOST_KEPT} problems the others are only counted. Not safe for several threads.
 */
public final class Problems {

  static final int MOST_KEPT = 1000;

  private final List<Problem> kept = new ArrayList<>();
  private int found;

  /** Notes a problem at a node. */
  public void add(Node at, String message) {
    add(at.place(), message);
  }

  /** Notes a problem at a place. */
  public void add(Place at, String message) {
    found++;
    if (found <= MOST_KEPT) {
      kept.add(new Problem(at, message));
    } else if (found == MOST_KEPT + 1) {
      kept.add(new Problem(at, "and there are more problems than can be told"));
    }
  }

  /**
   * How many were found so far; with {@link #noneSince} a reader learns whether its own part was
   * sound.
   */
  public int count() {
    return found;
  }

  /** Whether nothing was added since {@code count} was taken. */
  public boolean noneSince(int count) {
    return found == count;
  }

  public boolean isEmpty() {
    return found == 0;
  }

  /** What was found, in the order it was found. */
  public List<Problem> list() {
    return List.copyOf(kept);
  }
}
