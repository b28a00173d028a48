package org.counterpose.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects every problem of a reading, so that all are told at once. Not safe for several threads.
 */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  /** Notes a problem at a node. */
  public void add(Node at, String message) {
    add(at.place(), message);
  }

  /** Notes a problem at a place. */
  public void add(Place at, String message) {
    found.add(new Problem(at, message));
  }

  /**
   * How many were found so far; with {@link #noneSince} a reader learns whether its own part was
   * sound.
   */
  public int count() {
    return found.size();
  }

  /** Whether nothing was added since {@code count} was taken. */
  public boolean noneSince(int count) {
    return found.size() == count;
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** What was found, in the order it was found. */
  public List<Problem> list() {
    return List.copyOf(found);
  }
}
