package org.counterpose.programme;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;

/** The pictures that a pack has, and those that it names. */
final class PackFigures {

  private final Set<String> there;
  private final Problems problems;
  private final Map<String, Node> named = new LinkedHashMap<>();

  PackFigures(Set<String> there, Problems problems) {
    this.there = there;
    this.problems = problems;
  }

  /** A text that must be the name of a picture in the pack's folder. */
  Optional<String> reference(Fields fields, Node node) {
    return fields
        .asText(node)
        .filter(
            name -> {
              named.putIfAbsent(name, node);
              if (!there.contains(name)) {
                problems.add(node, "there is no picture figures/" + name + ".svg in this pack");
              }
              return there.contains(name);
            });
  }

  /** Where each picture is first named. */
  Map<String, Node> named() {
    return named;
  }

  boolean has(String name) {
    return there.contains(name);
  }
}
