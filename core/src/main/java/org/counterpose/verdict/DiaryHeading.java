package org.counterpose.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.counterpose.document.Shortened;

/**
 * The names above the columns of a diary.
 *
 * @param names in lower case, as they stand; unknown ones too
 */
record DiaryHeading(List<String> names) {

  private static final List<String> KNOWN = List.of("date", "pain", "stiffness");
  private static final String RIGHT = "date,pain or date,pain,stiffness";

  /** What the columns are where no heading stands. */
  static final DiaryHeading UNSAID = new DiaryHeading(KNOWN);

  static DiaryHeading of(List<String> cells) {
    return new DiaryHeading(cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList());
  }

  /** Whether a row is meant as one: it names a column, or, on top, begins with a letter. */
  static boolean isMeant(List<String> cells, boolean onTop) {
    List<String> names = of(cells).names();
    return names.stream().anyMatch(KNOWN::contains)
        || (onTop && !names.getFirst().isEmpty() && Character.isLetter(cells.getFirst().charAt(0)));
  }

  /** What is wrong with it; empty where it is {@value #RIGHT}. */
  Optional<String> fault() {
    if (names.equals(KNOWN) || names.equals(KNOWN.subList(0, 2))) {
      return Optional.empty();
    }
    Optional<String> unknown = names.stream().filter(name -> !KNOWN.contains(name)).findFirst();
    String why =
        unknown.isPresent()
            ? "'" + Shortened.of(unknown.get()) + "' is not known"
            : List.copyOf(names).stream().distinct().count() < names.size()
                ? "a name is there twice"
                : names.contains("date") && names.contains("pain")
                    ? "the order is another"
                    : "a name is missing";
    return Optional.of(
        "the heading must be "
            + RIGHT
            + ", got '"
            + Shortened.of(String.join(",", names))
            + "': "
            + why);
  }

  /** Whether any column is known, so that what stands below can be read by it. */
  boolean isOfUse() {
    return names.stream().anyMatch(KNOWN::contains);
  }

  /** The cell of a row under a name; empty where there is no such column. */
  Optional<String> cell(String name, List<String> cells) {
    int at = names.indexOf(name);
    return at < 0 ? Optional.empty() : Optional.of(at < cells.size() ? cells.get(at) : "");
  }

  int width() {
    return names.size();
  }
}
