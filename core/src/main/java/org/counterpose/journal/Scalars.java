package org.counterpose.journal;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.document.Shortened;

/** The small values that entries are made of, read from their fields. */
final class Scalars {

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private Scalars() {}

  /** All 36 characters of a UUID: the JDK alone takes shorter forms for one. */
  static Optional<UUID> uuid(Fields fields, String name) {
    return fields
        .text(name)
        .flatMap(
            text -> {
              if (UUID_FORM.matcher(text).matches()) {
                return Optional.of(UUID.fromString(text));
              }
              fields.wrong(name, "must be a UUID, got '" + Shortened.of(text) + "'");
              return Optional.empty();
            });
  }

  /** A time with its offset. */
  static Optional<OffsetDateTime> time(Fields fields, String name) {
    return fields
        .text(name)
        .flatMap(
            text -> {
              try {
                return Optional.of(OffsetDateTime.parse(text));
              } catch (DateTimeParseException e) {
                fields.wrong(
                    name,
                    "must be a time with its offset such as 2026-11-22T07:15:00-05:00, got '"
                        + Shortened.of(text)
                        + "'");
                return Optional.empty();
              }
            });
  }

  /** A time of the day to the minute, from 00:00 to 23:59. */
  static Optional<LocalTime> clock(Fields fields, String name) {
    return fields
        .text(name)
        .flatMap(
            text -> {
              if (CLOCK.matcher(text).matches()) {
                return Optional.of(LocalTime.parse(text));
              }
              fields.wrong(name, "must be a time such as 07:00, got '" + Shortened.of(text) + "'");
              return Optional.empty();
            });
  }

  /** A time zone by its IANA name. */
  static Optional<ZoneId> zone(Fields fields, String name) {
    return fields.required(name).flatMap(node -> zone(node, fields.problems()));
  }

  static Optional<ZoneId> zone(Node node, Problems problems) {
    if (!(node instanceof Node.Text text)) {
      problems.add(node, "must be a text, is " + node.kind());
      return Optional.empty();
    }
    if (!ZONES.contains(text.value())) {
      problems.add(
          node,
          "must be the name of a time zone such as Europe/Madrid, got '"
              + Shortened.of(text.value())
              + "'");
      return Optional.empty();
    }
    return Optional.of(ZoneId.of(text.value()));
  }

  /** A text of at most so many characters, none of them for control but new lines and tabs. */
  static Optional<String> text(Fields fields, String name, int longest) {
    return fields
        .text(name)
        .filter(
            text -> {
              if (text.length() > longest) {
                fields.wrong(
                    name, "must have at most " + longest + " characters, got " + text.length());
                return false;
              }
              OptionalInt control = text.chars().filter(Scalars::isUnreadable).findFirst();
              control.ifPresent(
                  code ->
                      fields.wrong(
                          name,
                          "must hold no control characters but new lines and tabs, got U+"
                              + HexFormat.of().toHexDigits((char) code)));
              return control.isEmpty();
            });
  }

  private static boolean isUnreadable(int code) {
    return Character.isISOControl(code) && code != '\n' && code != '\r' && code != '\t';
  }
}
