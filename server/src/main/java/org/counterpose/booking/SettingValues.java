package org.counterpose.booking;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;

/**
 * SettingValues that several parts of a clinic's settings have. What is wrong with one goes to the
 * problems of its fields.
 */
final class SettingValues {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final int LONGEST_TEXT = 500;

  private SettingValues() {}

  static Optional<String> text(Fields fields, String name) {
    return fields.text(name).filter(text -> shortEnough(fields, name, text));
  }

  static Optional<String> textIfAny(Fields fields, String name) {
    return fields.textIfAny(name).filter(text -> shortEnough(fields, name, text));
  }

  private static boolean shortEnough(Fields fields, String name, String text) {
    if (text.length() > LONGEST_TEXT || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      fields.wrong(
          name, "must be at most " + LONGEST_TEXT + " characters without control characters");
      return false;
    }
    return true;
  }

  static Optional<ZoneId> zone(Fields fields, Optional<String> written) {
    return written.flatMap(
        text -> {
          if (ZoneId.getAvailableZoneIds().contains(text)) {
            return Optional.of(ZoneId.of(text));
          }
          fields.wrong("zone", "must be a time zone such as America/New_York, got '" + text + "'");
          return Optional.empty();
        });
  }

  static Optional<URI> web(Fields fields, Node node) {
    return fields
        .asText(node)
        .flatMap(
            text -> {
              Optional<URI> uri = uri(text).filter(SettingValues::isOnTheWeb);
              if (uri.isEmpty()) {
                fields
                    .problems()
                    .add(
                        node,
                        "must be a web address such as https://example.org/, got '" + text + "'");
              }
              return uri;
            });
  }

  static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  static boolean isOnTheWeb(URI uri) {
    return uri.getHost() != null
        && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
  }

  /** Minutes that fill whole cells of the calendar. */
  static Optional<Integer> cells(Fields fields, String name, Optional<Integer> minutes) {
    return minutes.filter(
        value -> {
          if (value % 5 != 0) {
            fields.wrong(name, "must be a multiple of 5 minutes, got " + value);
          }
          return value % 5 == 0;
        });
  }

  /** An id that stands elsewhere in the settings. */
  static Optional<String> known(Fields fields, Node node, List<String> ids, String what) {
    return fields
        .asText(node)
        .filter(
            id -> {
              boolean there = ids.contains(id);
              if (!there) {
                fields
                    .problems()
                    .add(
                        node,
                        "'"
                            + id
                            + "' is not "
                            + what
                            + " here; known are "
                            + String.join(", ", ids));
              }
              return there;
            });
  }

  /** The ids of an object, of those too whose values are wrong: that is told once. */
  static List<String> ids(Fields fields, String name) {
    return fields.any(name).stream()
        .filter(Node.Mapping.class::isInstance)
        .map(Node.Mapping.class::cast)
        .flatMap(mapping -> mapping.fields().keySet().stream())
        .toList();
  }

  /** How the object behind an id becomes a value. */
  @FunctionalInterface
  interface Reading<T> {
    Optional<T> read(String id, Fields fields);
  }

  /** The values of an object whose field names are ids; at least one. */
  static <T> List<T> named(Fields fields, String name, Reading<T> reading) {
    List<T> read = new ArrayList<>();
    Optional<Node.Mapping> mapping = fields.required(name).flatMap(node -> asMapping(fields, node));
    if (mapping.isPresent() && mapping.get().fields().isEmpty()) {
      fields.wrong(name, "must have at least one");
    }
    Map<String, Node> inner = mapping.map(Node.Mapping::fields).orElse(new HashMap<>());
    inner.forEach(
        (id, node) -> {
          if (!ID.matcher(id).matches()) {
            fields
                .problems()
                .add(
                    node,
                    "an id is lower-case letters, digits and dashes, at most 40, got '" + id + "'");
          }
          Fields.of(node, fields.problems())
              .flatMap(one -> reading.read(id, one))
              .ifPresent(read::add);
        });
    return read;
  }

  static Optional<Node.Mapping> asMapping(Fields fields, Node node) {
    return Fields.of(node, fields.problems()).map(sound -> (Node.Mapping) node);
  }
}
