package org.counterpose.revision;

import java.util.Map;
import org.counterpose.document.Node;
import org.counterpose.programme.Programme;

/**
 * One version of a pack, as it is written and as it is read.
 *
 * @param translations its other languages, by the language
 * @param pictures SVG by name
 */
public record Edition(
    Node document,
    Programme programme,
    Map<String, Programme> translations,
    Map<String, String> pictures) {

  public Edition {
    translations = Map.copyOf(translations);
    pictures = Map.copyOf(pictures);
  }
}
