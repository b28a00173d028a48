package org.counterpose.handout;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words and drawings as the paper's markup holds them. */
final class Markup {

  /** A shape whose rim is painted before it is filled, which the drawing for print knows not. */
  private static final Pattern RIM_FIRST =
      Pattern.compile("<path (fill=\"[^\"]*\") ([^>]*?) paint-order=\"stroke\"( d=\"[^\"]*\")/>");

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
    String alt = Matcher.quoteReplacement("<svg alt=\"" + escaped(alternative) + "\" ");
    return RIM_FIRST
        .matcher(svg.strip())
        .replaceAll("<path $1 $2$3/><path $1$3/>")
        .replaceFirst("<svg ", alt);
  }

  /** Letters with their marks as one character each, and none that no XML document may hold. */
  static String legible(String markup) {
    return Normalizer.normalize(markup, Normalizer.Form.NFC)
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
