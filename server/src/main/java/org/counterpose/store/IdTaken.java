package org.counterpose.store;

import java.util.List;

/** Lines came under ids that other lines of their journal have; nothing of the batch was kept. */
public final class IdTaken extends RuntimeException {

  private final transient List<Integer> positions;

  IdTaken(List<Integer> positions) {
    super("other lines have the ids of the lines at " + positions, null, false, false);
    this.positions = List.copyOf(positions);
  }

  /** Where in the batch those lines stood, from 0. */
  public List<Integer> positions() {
    return positions;
  }
}
