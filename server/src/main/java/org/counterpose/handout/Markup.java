package org.counterpose.handout;

/** Words and drawings as the paper's markup holds them. */
final class Markup {

  private Markup() {}

  static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A drawing that says what it shows to whoever hears the paper read. */
  static String described(String svg, String alternative) {
    return svg.strip().replaceFirst("<svg ", "<svg alt=\"%s\" ".formatted(quoted(alternative)));
  }

  private static String quoted(String alternative) {
    return java.util.regex.Matcher.quoteReplacement(escaped(alternative));
  }

  /** Without the characters that no XML document may hold. */
  static String legible(String markup) {
    return markup
        .codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c < 0xD800)
                    || (c > 0xDFFF && c < 0xFFFE)
                    || c > 0xFFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
