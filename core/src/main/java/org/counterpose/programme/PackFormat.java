package org.counterpose.programme;

import java.math.BigDecimal;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;

/** The file format of packs, before anything of one is read. */
public final class PackFormat {

  /** The version that this program reads. */
  private static final int READ = 1;

  private PackFormat() {}

  /**
   * Whether a pack was made for a later version of this program. Nothing else is told of it then:
   * what it means by its fields is not known.
   */
  public static boolean isOfALaterFormat(Node document, Problems problems) {
    boolean later =
        document instanceof Node.Mapping pack
            && pack.fields().get("format") instanceof Node.Number format
            && format.value().compareTo(BigDecimal.valueOf(READ)) > 0;
    if (later) {
      Fields.of(document, problems)
          .ifPresent(
              fields ->
                  fields.wrong(
                      "format",
                      "the pack was made for a later version; this program reads format " + READ));
    }
    return later;
  }

  static void read(Fields fields) {
    fields
        .whole("format", 0, READ)
        .filter(format -> format != READ)
        .ifPresent(
            format ->
                fields.wrong("format", "is " + format + "; this program reads format " + READ));
  }

  /**
   * A name with nothing behind it is a slip, and a grave one where it takes away a condition or the
   * steps left out.
   */
  static void refuseNothing(Node node, Problems problems) {
    switch (node) {
      case Node.Mapping mapping ->
          mapping.fields().values().forEach(value -> refuseNothing(value, problems));
      case Node.Listing listing ->
          listing.elements().forEach(element -> refuseNothing(element, problems));
      case Node.Nothing nothing -> problems.add(nothing, "has no value");
      case Node.Text text -> {}
      case Node.Number number -> {}
      case Node.Flag flag -> {}
    }
  }
}
