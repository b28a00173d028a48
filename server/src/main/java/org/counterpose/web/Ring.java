package org.counterpose.web;

import java.util.Locale;

/** A share drawn as a ring, with words in it and an alternative for those who do not see it. */
final class Ring {

  private static final double RADIUS = 30;
  private static final double ROUND = 2 * Math.PI * RADIUS;

  private Ring() {}

  static String draw(double share, String inside, String alternative) {
    double filled = Math.clamp(share, 0, 1) * ROUND;
    return String.format(
        Locale.ROOT,
        "<svg class=\"ring\" role=\"img\" viewBox=\"0 0 72 72\" width=\"72\" height=\"72\" aria-label=\"%s\">"
            + "<circle class=\"ring-track\" cx=\"36\" cy=\"36\" r=\"%.0f\"/>"
            + "<circle class=\"ring-part%s\" cx=\"36\" cy=\"36\" r=\"%.0f\" stroke-dasharray=\"%.1f %.1f\""
            + " transform=\"rotate(-90 36 36)\"/>"
            + "<text class=\"ring-text\" x=\"36\" y=\"42\" text-anchor=\"middle\">%s</text></svg>",
        Svg.escaped(alternative),
        RADIUS,
        filled == 0 ? " is-empty" : "",
        RADIUS,
        filled,
        ROUND,
        Svg.escaped(inside));
  }
}
