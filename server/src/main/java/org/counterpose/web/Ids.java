package org.counterpose.web;

import java.util.Optional;
import java.util.UUID;

/** Ids as a visitor's request carries them. */
final class Ids {

  private Ids() {}

  /** The id that a text spells out in full; nothing where it spells none. */
  static Optional<UUID> read(String text) {
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
