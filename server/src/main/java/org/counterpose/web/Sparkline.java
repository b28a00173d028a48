package org.counterpose.web;

import java.util.List;
import java.util.Locale;
import org.counterpose.store.ListRow;

/** Ratings of some days as a small line; a day that was not rated is a gap. */
final class Sparkline {

  private static final int STEP = 5;
  private static final int HEIGHT = 24;
  private static final int WIDTH = 4 + (ListRow.DAYS_RATED - 1) * STEP;

  /** A line at 10 and one at 0, so that high and low are seen. */
  private static final String SCALE =
      "<path class=\"scale\" d=\"M0 2H" + WIDTH + "M0 " + (HEIGHT - 2) + "H" + WIDTH + "\"/>";

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
    StringBuilder alone = new StringBuilder();
    boolean pen = false;
    for (int at = 0; at < days.size(); at++) {
      if (days.get(at).isEmpty()) {
        pen = false;
        continue;
      }
      double y = 2 + (HEIGHT - 4) * (10 - Integer.parseInt(days.get(at))) / 10.0;
      path.append(pen ? 'L' : 'M').append(String.format(Locale.ROOT, "%d %.1f", 2 + at * STEP, y));
      if (!pen && (at + 1 == days.size() || days.get(at + 1).isEmpty())) {
        alone.append(
            String.format(
                Locale.ROOT, "<circle cx=\"%d\" cy=\"%.1f\" r=\"2.2\"/>", 2 + at * STEP, y));
      }
      pen = true;
    }
    return "<svg class=\"spark\" role=\"img\" viewBox=\"0 0 "
        + WIDTH
        + " "
        + HEIGHT
        + "\" aria-label=\""
        + Svg.escaped(alternative)
        + "\">"
        + SCALE
        + "<path d=\""
        + path
        + "\"/>"
        + alone
        + "</svg>";
  }
}
