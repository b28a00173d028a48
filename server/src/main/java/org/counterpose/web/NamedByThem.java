package org.counterpose.web;

import java.util.Optional;

/** A name that somebody typed, on one line and of a bearable length. */
final class NamedByThem {

  private static final int LONGEST = 60;

  private NamedByThem() {}

  /** The name; empty where it is none. */
  static Optional<String> read(String given) {
    String name = given.strip();
    return name.isEmpty()
            || name.length() > LONGEST
            || name.codePoints().anyMatch(NamedByThem::breaksOut)
        ? Optional.empty()
        : Optional.of(name);
  }

  /** Control characters, line ends and what turns the writing round. */
  private static boolean breaksOut(int point) {
    int type = Character.getType(point);
    return Character.isISOControl(point)
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.FORMAT;
  }
}
