package org.counterpose.web;

/** What the drawings of pages share. */
final class Svg {

  private Svg() {}

  /** Words as they may stand in a drawing, between its tags or in an attribute. */
  static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
