package org.counterpose.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A value of a parsed document (YAML or JSON), with its place. */
public sealed interface Node {

  Place place();

  /** What kind of value this is, as a message would say it: "a text", "a list". */
  default String kind() {
    return switch (this) {
      case Mapping m -> "an object";
      case Listing l -> "a list";
      case Text t -> "a text";
      case Number n -> "a number";
      case Flag f -> "true or false";
      case Nothing n -> "nothing";
    };
  }

  /** An object: its fields in the order written. */
  record Mapping(Map<String, Node> fields, Place place) implements Node {}

  record Listing(List<Node> elements, Place place) implements Node {
    public Listing {
      elements = List.copyOf(elements);
    }
  }

  record Text(String value, Place place) implements Node {}

  record Number(BigDecimal value, Place place) implements Node {}

  record Flag(boolean value, Place place) implements Node {}

  /** An explicit null, or an empty document. */
  record Nothing(Place place) implements Node {}
}
