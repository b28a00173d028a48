package org.counterpose.verdict;

import java.util.HexFormat;
import org.counterpose.document.Shortened;

/** What stands in a file, as a message may show it: short, and with no character that hides. */
final class Shown {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Shown() {}

  static String of(String text) {
    StringBuilder shown = new StringBuilder();
    Shortened.of(text)
        .codePoints()
        .forEach(
            point -> {
              if (isPlain(point)) {
                shown.appendCodePoint(point);
              } else {
                shown
                    .append("<U+")
                    .append(HEX.toHexDigits(point, point > 0xFFFF ? 6 : 4))
                    .append('>');
              }
            });
    return shown.toString();
  }

  private static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
