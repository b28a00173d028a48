package org.counterpose.programme;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.counterpose.document.Fields;
import org.counterpose.document.Nearest;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;

/** The pictures that a pack has, drawn or as files, and those that it names. */
final class PackFigures {

  /** What is added to the name of a figure for its movement. */
  private static final String MOVING = "-moving";

  private final Set<String> files;
  private final Problems problems;
  private final Map<String, Node> drawn = new LinkedHashMap<>();
  private final Map<String, Node> named = new LinkedHashMap<>();

  /**
   * @param files the names of the pictures in the pack's folder
   */
  PackFigures(Set<String> files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  /** Takes note of the figures that are drawn, sound or not. */
  void drawn(Optional<Node> figures) {
    if (figures.orElse(null) instanceof Node.Mapping mapping) {
      mapping.fields().forEach(this::drawn);
    }
  }

  private void drawn(String name, Node node) {
    drawn.put(name, node);
    if (!PackIds.isWellFormed(name)) {
      problems.add(node, "a figure is named with lower-case words joined by hyphens");
    }
    refuseMoving(name, node);
    if (files.contains(name)) {
      problems.add(node, "is drawn here, and there is a picture figures/" + name + ".svg too");
    }
  }

  private void refuseMoving(String name, Node node) {
    if (name.endsWith(MOVING)) {
      problems.add(
          node, "a picture's name must not end in " + MOVING + ": so the movement of one is named");
    }
  }

  /** A figure that is drawn and that nothing shows is a slip. */
  void refuseUnused() {
    if (!named.keySet().stream().allMatch(this::has)) {
      return; // the figure that was meant only seems to be shown nowhere
    }
    drawn.forEach(
        (name, node) -> {
          if (!named.containsKey(name)) {
            problems.add(node, "nothing shows the figure '" + name + "'");
          }
        });
  }

  /** A text that must be the name of a picture in the pack's folder. */
  Optional<String> reference(Fields fields, Node node) {
    return fields
        .asText(node)
        .filter(
            name -> {
              named.putIfAbsent(name, node);
              if (files.contains(name)) {
                refuseMoving(name, node);
              }
              if (!has(name)) {
                problems.add(
                    node,
                    "there is no picture figures/"
                        + name
                        + ".svg in this pack, and no figure of that name is drawn"
                        + Nearest.hint(
                            name, Stream.concat(files.stream(), drawn.keySet().stream()).toList()));
              }
              return has(name);
            });
  }

  /** Where each picture is first named. */
  Map<String, Node> named() {
    return named;
  }

  boolean has(String name) {
    return files.contains(name) || drawn.containsKey(name);
  }
}
