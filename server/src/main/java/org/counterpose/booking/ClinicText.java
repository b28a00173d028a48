package org.counterpose.booking;

import java.util.Map;
import java.util.Objects;

/**
 * What a clinic says of itself: in its own language, and in others where it wrote it in them.
 *
 * @param own the clinic's language, for who reads none of the others
 * @param each the texts by language, one in the clinic's own among them
 */
public record ClinicText(String own, Map<String, String> each) {

  public ClinicText {
    each = Map.copyOf(each);
    if (!each.containsKey(own)) {
      throw new IllegalArgumentException(
          "what a clinic says is there in its own language '" + own + "', got " + each.keySet());
    }
  }

  /** In one language alone. */
  public static ClinicText in(String language, String text) {
    return new ClinicText(language, Map.of(language, text));
  }

  /** As who reads a language is told it. */
  public String to(String reader) {
    return Objects.requireNonNull(each.get(languageFor(reader)));
  }

  /** The language of what who reads one is told. */
  public String languageFor(String reader) {
    return each.containsKey(reader) ? reader : own;
  }
}
