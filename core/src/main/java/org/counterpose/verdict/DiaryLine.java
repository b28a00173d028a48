package org.counterpose.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A line of a diary in which something is written.
 *
 * @param number from 1
 * @param text without blanks at its ends
 */
record DiaryLine(int number, String text) {

  static final char BYTE_ORDER_MARK = '\uFEFF';

  /** What stands in a text for bytes that could not be decoded. */
  private static final char UNDECODED = '\uFFFD';

  /** The lines of a text; a byte-order mark before the first is passed over. */
  static List<DiaryLine> of(String text) {
    List<String> all =
        text.lines().map(String::strip).collect(Collectors.toCollection(ArrayList::new));
    if (!all.isEmpty() && all.getFirst().indexOf(BYTE_ORDER_MARK) == 0) {
      all.set(0, all.getFirst().substring(1).strip());
    }
    return IntStream.range(0, all.size())
        .filter(at -> !all.get(at).isEmpty())
        .mapToObj(at -> new DiaryLine(at + 1, all.get(at)))
        .toList();
  }

  /** Whether a text was written with two or four bytes a character: by its zeros. */
  static boolean areWide(String text) {
    long zeros = text.chars().filter(character -> character == 0).count();
    return zeros > 0 && zeros >= text.length() / 4;
  }

  boolean isDecoded() {
    return text.indexOf(UNDECODED) < 0;
  }

  /**
   * The cells of a text, each without blanks and without the quotation marks around it; empty where
   * such a mark is not closed.
   */
  static Optional<List<String>> cells(String text) {
    List<String> cells = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int first = from;
      while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
        first++;
      }
      boolean quoted = first < text.length() && text.charAt(first) == '"';
      int close = quoted ? text.indexOf('"', first + 1) : first;
      if (close < 0) {
        return Optional.empty();
      }
      int comma = text.indexOf(',', close);
      int end = comma < 0 ? text.length() : comma;
      String after = text.substring(quoted ? close + 1 : from, end).strip();
      if (quoted && !after.isEmpty()) {
        return Optional.empty();
      }
      cells.add(quoted ? text.substring(first + 1, close).strip() : after);
      from = end + 1;
    }
    return Optional.of(cells);
  }
}
