package org.counterpose.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterpose.document.Node;
import org.counterpose.document.Place;

/** Gives every value of a document its place, as if it had come in one request. */
final class Sent {

  private Sent() {}

  static Node whole(Node document) {
    return at(document, new Place("request", 1, ""));
  }

  private static Node at(Node node, Place place) {
    return switch (node) {
      case Node.Mapping mapping -> {
        Map<String, Node> fields = new LinkedHashMap<>();
        mapping
            .fields()
            .forEach((name, value) -> fields.put(name, at(value, place.field(name, 1))));
        yield new Node.Mapping(fields, place);
      }
      case Node.Listing listing -> {
        List<Node> elements = new ArrayList<>();
        for (Node element : listing.elements()) {
          elements.add(at(element, place.element(elements.size(), 1)));
        }
        yield new Node.Listing(elements, place);
      }
      case Node.Text text -> new Node.Text(text.value(), place);
      case Node.Number number -> new Node.Number(number.value(), place);
      case Node.Flag flag -> new Node.Flag(flag.value(), place);
      case Node.Nothing nothing -> new Node.Nothing(place);
    };
  }
}
