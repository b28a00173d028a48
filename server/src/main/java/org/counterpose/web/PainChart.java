package org.counterpose.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.counterpose.verdict.DayLevel;
import org.counterpose.verdict.Ratings;
import org.counterpose.verdict.Verdict;

/**
 * The ratings of a trial as a drawing: a dot a day, the level with its 90 % band, and the level
 * that would be a change that matters.
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
   * @param levels the level of each day
   * @param days the trial's last day, so that the days to come are seen as room
   * @param words the words that stand in the drawing
   */
  static String draw(
      Ratings ratings, List<DayLevel> levels, Verdict verdict, int days, Labels words) {
    PainChart chart = new PainChart(Math.max(days, WINDOW));
    chart.open(words.alternative());
    chart.axes(words);
    chart.level(levels.stream().filter(level -> level.day() <= chart.days).toList());
    chart.goal(verdict, words);
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

  private void level(List<DayLevel> levels) {
    if (levels.isEmpty()) {
      return;
    }
    StringBuilder band = new StringBuilder();
    for (DayLevel level : levels) {
      band.append(point(level.day(), level.high()));
    }
    for (DayLevel level : levels.reversed()) {
      band.append(point(level.day(), level.low()));
    }
    StringBuilder line = new StringBuilder();
    for (DayLevel level : levels) {
      line.append(point(level.day(), level.level()));
    }
    svg.append("<polygon class=\"band\" points=\"").append(band.toString().strip()).append("\"/>");
    svg.append("<polyline class=\"trend\" points=\"")
        .append(line.toString().strip())
        .append("\"/>");
  }

  private void goal(Verdict verdict, Labels words) {
    if (verdict.first().isEmpty() || verdict.leavesNoRoom()) {
      return;
    }
    double goal = verdict.first().getAsDouble() - verdict.important();
    line("goal", x(1), y(goal), x(days), y(goal));
    text("axis goal-text", "start", x(1), y(goal) + 13, words.matters());
  }

  private String point(int day, double pain) {
    return String.format(Locale.ROOT, " %.1f,%.1f", x(day), y(pain));
  }

  private void dots(SortedMap<Integer, Double> byDay) {
    for (Map.Entry<Integer, Double> rating : byDay.entrySet()) {
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
