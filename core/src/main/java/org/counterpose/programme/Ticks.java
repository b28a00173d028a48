package org.counterpose.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What is wanted of the choices of one question, each list of them as the bits of a number. */
record Ticks(List<Tick> wished) {
  static final Ticks NONE = new Ticks(List.of());

  /** With more choices than these, not every way to tick them is tried. */
  static final int MOST_TRIED = 14;

  /** At least so many of these are ticked, or fewer. */
  record Tick(int choices, int atLeast, boolean holds) {
    boolean isMetBy(int ticked) {
      return (Integer.bitCount(ticked & choices) >= atLeast) == holds;
    }
  }

  Ticks and(List<String> all, Condition.Includes includes, boolean holds) {
    int bits = 0;
    for (String value : includes.values()) {
      bits |= all.contains(value) ? 1 << all.indexOf(value) : 0;
    }
    List<Tick> more = new ArrayList<>(wished);
    more.add(new Tick(bits, includes.atLeast(), holds));
    return new Ticks(more);
  }

  boolean isMixed() {
    return wished.stream().map(Tick::holds).distinct().count() > 1;
  }

  /** Where all are to be met or all missed, everything or nothing is ticked. */
  boolean canBe(int choices) {
    return !isMixed()
        || IntStream.range(0, 1 << choices)
            .anyMatch(ticked -> wished.stream().allMatch(tick -> tick.isMetBy(ticked)));
  }
}
