package org.counterpose.programme;

import java.util.List;

/** The sides on which something is done or measured, in order. */
public sealed interface Sides {

  /** Always these; none of them where both sides work at once. */
  record Named(List<Side> sides) implements Sides {
    public Named {
      sides = List.copyOf(sides);
    }
  }

  /** Those that the person told at the check. */
  record Affected() implements Sides {}

  /** Both sides at once. */
  Sides TOGETHER = new Named(List.of());

  /**
   * The sides for one person.
   *
   * @param affected those that the person told
   */
  default List<Side> of(List<Side> affected) {
    return switch (this) {
      case Named named -> named.sides();
      case Affected told -> affected;
    };
  }

  /** Whether left and right are told apart. */
  default boolean areTold() {
    return switch (this) {
      case Named named -> !named.sides().isEmpty();
      case Affected told -> true;
    };
  }
}
