package org.counterpose.library;

import java.util.Map;
import org.counterpose.programme.Programme;

/**
 * A checked pack with the pictures of its folder.
 *
 * @param figures SVG by name
 */
public record Pack(Programme programme, Map<String, String> figures) {

  public Pack {
    figures = Map.copyOf(figures);
  }
}
