package org.counterpose.coach;

import java.util.Optional;

/**
 * Something that the coach saw.
 *
 * @param millis when it happened, on the clock of the frames; it may be told a little later
 * @param side whose arm goes under, where that is known
 */
public record Event(double millis, Kind kind, Optional<Side> side) {

  /** The kinds, by the names that outsiders read. */
  public enum Kind {
    READY("ready"),
    HOLD_START("hold-start"),
    HOLD_END("hold-end"),
    SIDE_DONE("side-done"),
    DONE("done"),
    /** Nobody is in the picture any more. */
    LOST("lost"),
    /** Somebody is, and what they do cannot be told. */
    UNSURE("unsure"),
    SLOUCH("slouch"),
    STILL_TOO_LONG("still-too-long");

    private final String name;

    Kind(String name) {
      this.name = name;
    }

    public String named() {
      return name;
    }
  }

  static Event of(double millis, Kind kind) {
    return new Event(millis, kind, Optional.empty());
  }

  static Event of(double millis, Kind kind, Side side) {
    return new Event(millis, kind, Optional.of(side));
  }
}
