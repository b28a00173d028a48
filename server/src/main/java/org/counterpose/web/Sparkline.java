package org.counterpose.web;

import java.util.List;
import java.util.Locale;

/** Ratings of some days as a small line; a day that was not rated is a gap. */
final class Sparkline {

  private static final int STEP = 5;
  private static final int HEIGHT = 24;
  private static final int DAYS = 21;

  private Sparkline() {}

  /**
   * Draws them as SVG without style or script.
   *
   * @param ratings 0 to 10, joined by commas, oldest first; empty where missing
   * @param alternative what it shows, in words
   */
  static String draw(String ratings, String alternative) {
    List<String> days = ratings.isEmpty() ? List.of() : List.of(ratings.split(",", -1));
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    String last = "";
    for (int at = 0; at < days.size(); at++) {
      if (days.get(at).isEmpty()) {
        pen = false;
        continue;
      }
      double y = 2 + (HEIGHT - 4) * (10 - Integer.parseInt(days.get(at))) / 10.0;
      last = String.format(Locale.ROOT, "%d %.1f", 2 + at * STEP, y);
      path.append(pen ? 'L' : 'M').append(last);
      if (!pen && (at + 1 == days.size() || days.get(at + 1).isEmpty())) {
        path.append("h.1"); // a day alone is a dot
      }
      pen = true;
    }
    return "<svg class=\"spark\" role=\"img\" viewBox=\"0 0 "
        + (4 + (DAYS - 1) * STEP)
        + " "
        + HEIGHT
        + "\" aria-label=\""
        + Svg.escaped(alternative)
        + "\"><path d=\""
        + path
        + "\"/></svg>";
  }
}
