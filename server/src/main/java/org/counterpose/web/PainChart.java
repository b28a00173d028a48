package org.counterpose.web;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.counterpose.verdict.Ratings;
import org.counterpose.verdict.Verdict;

/**
 * The ratings of a trial as a drawing: a dot a day, the means of the first and the last seven days
 * as lines with the interval around the last, and the level that would be a change that matters.
 *
 * <p>Drawn on the server as SVG without style or script; its classes are in {@code trial.css}. The
 * page gives the text alternative.
 */
final class PainChart {

  private static final int WIDTH = 350;
  private static final int HEIGHT = 196;
  private static final int LEFT = 26;
  private static final int RIGHT = 12;
  private static final int TOP = 12;
  private static final int BOTTOM = 26;
  private static final int WINDOW = 7;

  private final StringBuilder svg = new StringBuilder(4096);
  private final int days;

  private PainChart(int days) {
    this.days = days;
  }

  /**
   * The drawing.
   *
   * @param days the trial's last day, so that the days to come are seen as room
   * @param words the words that stand in the drawing
   */
  static String draw(Ratings ratings, Verdict verdict, int days, Labels words) {
    PainChart chart = new PainChart(Math.max(days, WINDOW));
    chart.open(words.alternative());
    chart.axes(words);
    chart.means(verdict, words);
    chart.dots(ratings.byDay());
    chart.svg.append("</svg>");
    return chart.svg.toString();
  }

  /**
   * What the drawing says in words.
   *
   * @param alternative the whole drawing in a sentence, for those who do not see it
   * @param day the word before the first day's number
   * @param matters names the line of a change that matters
   */
  record Labels(String alternative, String day, String matters) {}

  private void open(String alternative) {
    svg.append("<svg class=\"chart\" role=\"img\" viewBox=\"0 0 ")
        .append(WIDTH)
        .append(' ')
        .append(HEIGHT)
        .append("\" aria-label=\"")
        .append(Svg.escaped(alternative))
        .append("\">");
  }

  private void axes(Labels words) {
    for (int pain = 0; pain <= 10; pain += 5) {
      line("grid", LEFT, y(pain), WIDTH - RIGHT, y(pain));
      text("axis", "end", LEFT - 8, y(pain) + 4, String.valueOf(pain));
    }
    text("axis", "start", LEFT, HEIGHT - 8, words.day() + " 1");
    for (int day = WINDOW; day <= days; day += WINDOW) {
      line("grid", x(day), y(0), x(day), y(0) + 4);
      text(
          "axis",
          day == days ? "end" : "middle",
          x(day) + (day == days ? 4 : 0),
          HEIGHT - 8,
          "" + day);
    }
  }

  private void means(Verdict verdict, Labels words) {
    if (verdict.first().isEmpty()) {
      return;
    }
    double first = verdict.first().getAsDouble();
    int reached = Math.min(verdict.daysOf(), days);
    double goal = first - verdict.important();
    if (goal >= 0) {
      line("goal", x(1), y(goal), x(days), y(goal));
      text("axis goal-text", "start", x(1), y(goal) + 13, words.matters());
    }
    if (verdict.estimate().isPresent() && verdict.last().isPresent()) {
      int begin = Math.max(1, reached - WINDOW + 1);
      double top = Math.min(10, first - verdict.low().orElseThrow());
      double bottom = Math.max(0, first - verdict.high().orElseThrow());
      svg.append("<rect class=\"band\"")
          .append(attribute("x", x(begin) - 4))
          .append(attribute("y", y(top)))
          .append(attribute("width", x(reached) - x(begin) + 8))
          .append(attribute("height", Math.max(1, y(bottom) - y(top))))
          .append(attribute("rx", 4))
          .append("/>");
      line("trend", x(1) - 3, y(first), x(WINDOW) + 3, y(first));
      line(
          "trend",
          x(begin) - 3,
          y(verdict.last().getAsDouble()),
          x(reached) + 3,
          y(verdict.last().getAsDouble()));
      line("between", x(WINDOW) + 3, y(first), x(begin) - 3, y(verdict.last().getAsDouble()));
    }
  }

  private void dots(SortedMap<Integer, Integer> byDay) {
    for (Map.Entry<Integer, Integer> rating : byDay.entrySet()) {
      if (rating.getKey() <= days) {
        svg.append("<circle class=\"dot\"")
            .append(attribute("cx", x(rating.getKey())))
            .append(attribute("cy", y(rating.getValue())))
            .append(attribute("r", 3.2))
            .append("/>");
      }
    }
  }

  private void line(String kind, double x1, double y1, double x2, double y2) {
    svg.append("<line class=\"")
        .append(kind)
        .append('"')
        .append(attribute("x1", x1))
        .append(attribute("y1", y1))
        .append(attribute("x2", x2))
        .append(attribute("y2", y2))
        .append("/>");
  }

  private void text(String kind, String anchor, double x, double y, String words) {
    svg.append("<text class=\"")
        .append(kind)
        .append("\" text-anchor=\"")
        .append(anchor)
        .append('"')
        .append(attribute("x", x))
        .append(attribute("y", y))
        .append('>')
        .append(Svg.escaped(words))
        .append("</text>");
  }

  private double x(int day) {
    return LEFT + 6 + (WIDTH - LEFT - RIGHT - 12) * (day - 1) / (double) (days - 1);
  }

  private double y(double pain) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (10 - pain) / 10;
  }

  private static String attribute(String name, double value) {
    return String.format(Locale.ROOT, " %s=\"%.1f\"", name, value);
  }
}
