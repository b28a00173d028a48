package org.counterpose.document;

import java.util.HexFormat;

/** What stands in a document, as a message may show it: with no character that hides, and cut. */
final class Shown {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Shown() {}

  /** At most so many characters, and a mark where there are more. */
  static String of(String text, int most) {
    StringBuilder shown = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      String part = isPlain(point) ? Character.toString(point) : code(point);
      if (shown.length() + part.length() > most) {
        return shown.append("..").toString();
      }
      shown.append(part);
      at += Character.charCount(point);
    }
    return shown.toString();
  }

  private static String code(int point) {
    return "<U+" + HEX.toHexDigits(point, point > 0xFFFF ? 6 : 4) + ">";
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
