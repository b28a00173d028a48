package org.counterpose.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Shortened;

/** Reads the sides of a dose or a measure: a list of them, or those that the person told. */
final class SidesReader {

  private static final String AFFECTED = "affected";

  private final boolean areAsked;

  /**
   * @param areAsked whether a question of the pack asks for the person's sides
   */
  SidesReader(boolean areAsked) {
    this.areAsked = areAsked;
  }

  /** Sides that must be there. */
  Sides read(Fields fields) {
    return fields.required("sides").map(node -> sides(fields, node)).orElse(Sides.TOGETHER);
  }

  /** Sides that may be left out: then both work at once. */
  Sides readIfAny(Fields fields) {
    return fields.any("sides").map(node -> sides(fields, node)).orElse(Sides.TOGETHER);
  }

  private Sides sides(Fields fields, Node node) {
    if (!(node instanceof Node.Text text)) {
      return named(fields, node);
    }
    if (!text.value().equals(AFFECTED)) {
      fields.wrong(
          "sides",
          "must be a list of left and right, or affected, got '"
              + Shortened.of(text.value())
              + "'");
    } else if (!areAsked) {
      fields.wrong("sides", "no question asks for the person's sides: name it in trial.sides");
    }
    return new Sides.Affected();
  }

  private static Sides named(Fields fields, Node list) {
    List<Side> sides = new ArrayList<>();
    fields.asList(
        list,
        element ->
            side(fields, element)
                .filter(
                    side -> {
                      if (sides.contains(side)) {
                        fields
                            .problems()
                            .add(element, "the side '" + Fields.dashed(side) + "' is named twice");
                      }
                      return sides.add(side);
                    }));
    if (sides.isEmpty()) {
      fields.wrong("sides", "must name at least one side");
    }
    return new Sides.Named(sides);
  }

  private static Optional<Side> side(Fields fields, Node element) {
    return fields
        .asText(element)
        .flatMap(
            name -> {
              if (name.equals("left") || name.equals("right")) {
                return Optional.of(Side.valueOf(name.toUpperCase(Locale.ROOT)));
              }
              fields.problems().add(element, "must be left or right, got '" + name + "'");
              return Optional.empty();
            });
  }
}
