package org.counterpose.library;

import java.util.Map;
import org.counterpose.programme.Programme;

/**
 * A checked pack with the pictures of its folder.
 *
 * @param translations the same programme in its other languages, by language
 * @param figures SVG by name
 */
public record Pack(
    Programme programme, Map<String, Programme> translations, Map<String, String> figures) {

  public Pack {
    translations = Map.copyOf(translations);
    figures = Map.copyOf(figures);
  }

  /** The programme in a language, or in its own where it is not translated. */
  Programme in(String language) {
    return translations.getOrDefault(language, programme);
  }
}
