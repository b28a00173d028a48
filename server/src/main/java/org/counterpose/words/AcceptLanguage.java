package org.counterpose.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a caller's program says of the languages that its person reads (RFC 9110, 12.5.4). */
public final class AcceptLanguage {

  private AcceptLanguage() {}

  /** The best of the languages that there are; empty where none is wished, or nothing is said. */
  public static Optional<String> best(Optional<String> header, List<String> all) {
    try {
      return header.map(Locale.LanguageRange::parse).map(wished -> Locale.lookupTag(wished, all));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
