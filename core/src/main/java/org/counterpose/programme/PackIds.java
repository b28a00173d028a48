package org.counterpose.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.counterpose.document.Fields;
import org.counterpose.document.Nearest;
import org.counterpose.document.Node;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;
import org.counterpose.document.Shortened;

/**
 * The ids that a pack gives away, whether or not what carries them is sound: a reference to a
 * question that is wrong in itself must not be called unknown as well.
 */
final class PackIds {

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST = 60;

  private final Problems problems;
  private final Map<Kind, Map<String, Place>> given = new HashMap<>();

  PackIds(Problems problems) {
    this.problems = problems;
  }

  /** What an id may be the id of, as messages say it. */
  enum Kind {
    SOURCE,
    QUESTION,
    SCREEN,
    FIT_RULE,
    SAFETY_RULE,
    EXPLANATION,
    AID,
    MEASURE,
    STEP;

    String said() {
      return Fields.dashed(this).replace('-', ' ');
    }
  }

  /** Takes note of the ids in a list of objects; what has none is told by its reader. */
  void giveAll(Kind kind, Optional<Node> list) {
    if (list.orElse(null) instanceof Node.Listing listing) {
      for (Node element : listing.elements()) {
        if (element instanceof Node.Mapping mapping
            && mapping.fields().get("id") instanceof Node.Text id) {
          give(kind, id.value(), id.place());
        }
      }
    }
  }

  void give(Kind kind, String id, Place place) {
    if (!isWellFormed(id)) {
      problems.add(
          place,
          "must be lower-case words joined by hyphens, at most "
              + LONGEST
              + " characters, got '"
              + id
              + "'");
    }
    Place first = of(kind).putIfAbsent(id, place);
    if (first != null) {
      problems.add(
          place,
          "the " + kind.said() + " '" + id + "' is there twice, first on line " + first.line());
    }
  }

  static boolean isWellFormed(String id) {
    return id.length() <= LONGEST && ID.matcher(id).matches();
  }

  boolean knows(Kind kind, String id) {
    return of(kind).containsKey(id);
  }

  List<String> known(Kind kind) {
    return List.copyOf(of(kind).keySet());
  }

  /** A text that must be the id of something in this pack. */
  Optional<String> reference(Kind kind, Fields fields, Node node) {
    return fields
        .asText(node)
        .filter(
            id -> {
              boolean known = knows(kind, id);
              if (!known) {
                problems.add(
                    node,
                    "there is no "
                        + kind.said()
                        + " '"
                        + Shortened.of(id)
                        + "' in this pack"
                        + Nearest.hint(id, known(kind)));
              }
              return known;
            });
  }

  /** The ids in a list, each once, of things in this pack. */
  List<String> references(Kind kind, Fields fields, Node list) {
    List<String> once = new ArrayList<>();
    fields.asList(
        list,
        element ->
            reference(kind, fields, element)
                .filter(
                    id -> {
                      if (once.contains(id)) {
                        problems.add(element, "'" + id + "' is named twice");
                        return false;
                      }
                      return once.add(id);
                    }));
    return List.copyOf(once);
  }

  /** Notes a list that is there and says nothing: it must be left out instead. */
  void refuseEmpty(Fields fields, String name) {
    if (fields.any(name).orElse(null) instanceof Node.Listing list && list.elements().isEmpty()) {
      problems.add(list, "is empty: leave it out, or say what belongs in it");
    }
  }

  /** The sources that something rests on: at least one. */
  List<String> sources(Fields fields) {
    Optional<Node> list = fields.any("sources");
    if (list.isEmpty()) {
      fields.wrong("sources", "'sources' is missing: say what this rests on");
      return List.of();
    }
    if (list.get() instanceof Node.Listing listing && listing.elements().isEmpty()) {
      problems.add(list.get(), "must name at least one source");
    }
    return references(Kind.SOURCE, fields, list.get());
  }

  /** Where a field of the object with an id stands. */
  static Place placeOf(Fields pack, String list, String id, String field) {
    if (pack.any(list).orElse(null) instanceof Node.Listing listing) {
      for (Node element : listing.elements()) {
        if (element instanceof Node.Mapping object
            && object.fields().get("id") instanceof Node.Text text
            && text.value().equals(id)) {
          return Optional.ofNullable(object.fields().get(field))
              .map(Node::place)
              .orElse(object.place());
        }
      }
    }
    return pack.place();
  }

  private Map<String, Place> of(Kind kind) {
    return given.computeIfAbsent(kind, k -> new LinkedHashMap<>());
  }
}
