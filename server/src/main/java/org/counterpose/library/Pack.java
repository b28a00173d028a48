package org.counterpose.library;

import java.nio.file.Path;
import java.util.Map;
import org.counterpose.programme.Programme;

/**
 * A checked pack with the pictures of its folder.
 *
 * @param folder where it was read from
 * @param translations the same programme in its other languages, by language
 * @param figures SVG by name
 */
public record Pack(
    Path folder,
    Programme programme,
    Map<String, Programme> translations,
    Map<String, String> figures) {

  public Pack {
    translations = Map.copyOf(translations);
    figures = Map.copyOf(figures);
  }

  /** Whether it is of the same programme and version as another. */
  boolean isVersionOf(Pack other) {
    return programme.id().equals(other.programme.id())
        && programme.version().equals(other.programme.version());
  }

  /** The programme in a language, or in its own where it is not translated. */
  Programme in(String language) {
    return translations.getOrDefault(language, programme);
  }
}
