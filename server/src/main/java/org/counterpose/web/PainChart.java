package org.counterpose.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.counterpose.plan.Findings;
import org.counterpose.verdict.DayLevel;
import org.counterpose.verdict.Ratings;

/**
 * The ratings of a trial as a drawing: a dot a day, the level with its 90 % band, and the level
 * that would be a change that matters.
 *
 * <p>Drawn on the server as SVG without style or script; its classes are in {@code trial.css}. The
 * page gives the text alternative.
 */
final class PainChart {

  private static final int WIDTH = 350;
  private static final int HEIGHT = 240;
  private static final int LEFT = 26;
  private static final int RIGHT = 12;
  private static final int TOP = 14;
  private static final int BOTTOM = 30;
  private static final int WEEK = 7;

  /** About as wide as the words at the line of a change that matters. */
  private static final int GOAL_TEXT_WIDTH = 125;

  /** Room for what is written below the first day. */
  private static final int FIRST_LABEL = 42;

  /** So many days to come leave room for words. */
  private static final int ROOM_FOR_WORDS = 6;

  private final StringBuilder svg = new StringBuilder(4096);
  private final int days;

  private PainChart(int days) {
    this.days = days;
  }

  /**
   * The drawing, as wide as the whole trial, so that the days to come are seen as room.
   *
   * @param levels whether the levels are drawn, or the ratings alone
   * @param words the words that stand in the drawing
   */
  static String draw(Findings findings, boolean levels, Labels words) {
    PainChart chart = new PainChart(Math.max(findings.span().of(), findings.span().day()));
    chart.open(words.alternative());
    chart.axes(words);
    if (levels) {
      chart.level(findings.pain().levels(), findings.pain().ratings());
    }
    chart.toCome(findings.span().day(), words);
    if (levels) {
      PainView.goal(findings.pain().verdict()).ifPresent(chart::goal);
    }
    chart.dots(findings.pain().ratings().byDay());
    if (levels) {
      PainView.goal(findings.pain().verdict())
          .ifPresent(goal -> chart.goalText(goal, findings, words));
    }
    chart.svg.append("</svg>");
    return chart.svg.toString();
  }

  /**
   * What the drawing says in words.
   *
   * @param alternative the whole drawing in a sentence or two, for those who do not see it
   * @param day the word before the first day's number
   * @param matters names the line of a change that matters
   * @param toCome names the days to come
   */
  record Labels(String alternative, String day, String matters, String toCome) {}

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
      text("axis", "end", LEFT - 6, y(pain) + 4.5, String.valueOf(pain));
    }
    text("axis", "start", LEFT, HEIGHT - 8, words.day() + " 1");
    for (int day = WEEK; day <= days; day += WEEK) {
      line("grid", x(day), y(0), x(day), y(0) + 4);
      if (x(day) - LEFT < FIRST_LABEL) {
        continue;
      }
      text(
          "axis",
          day == days ? "end" : "middle",
          x(day) + (day == days ? 6 : 0),
          HEIGHT - 8,
          "" + day);
    }
  }

  /** Dashed after the last rating: there the level is a guess. */
  private void level(List<DayLevel> levels, Ratings ratings) {
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
    int last = ratings.byDay().isEmpty() ? 0 : ratings.byDay().lastKey();
    StringBuilder line = new StringBuilder();
    StringBuilder guess = new StringBuilder();
    for (DayLevel level : levels) {
      if (level.day() <= last) {
        line.append(point(level.day(), level.level()));
      }
      if (level.day() >= last) {
        guess.append(point(level.day(), level.level()));
      }
    }
    svg.append("<polygon class=\"band\" points=\"").append(band.toString().strip()).append("\"/>");
    polyline("trend", line);
    if (levels.getLast().day() > last) {
      polyline("trend guess", guess);
    }
  }

  private void polyline(String kind, StringBuilder points) {
    svg.append("<polyline class=\"")
        .append(kind)
        .append("\" points=\"")
        .append(points.toString().strip())
        .append("\"/>");
  }

  private void toCome(int today, Labels words) {
    if (days - today >= ROOM_FOR_WORDS) {
      double from = x(today) + 5;
      svg.append("<rect class=\"to-come\"")
          .append(attribute("x", from))
          .append(attribute("y", y(10)))
          .append(attribute("width", x(days) + 5 - from))
          .append(attribute("height", y(0) - y(10)))
          .append("/>");
      text("axis", "middle", (from + x(days) + 5) / 2, y(10) + 16, words.toCome());
    }
  }

  private void goal(double goal) {
    line("goal", x(1), y(goal), x(days), y(goal));
  }

  /** Over all else, at that end and side of the line where the least lies behind it. */
  private void goalText(double goal, Findings findings, Labels words) {
    List<TextAt> places =
        Stream.of(y(goal) + 15, y(goal) - 6)
            .filter(y -> y < y(0) - 3 && y > y(10) + 10)
            .flatMap(y -> Stream.of(new TextAt("start", x(1), y), new TextAt("end", x(days), y)))
            .toList();
    TextAt place =
        places.stream().min(Comparator.comparing(at -> behind(at, findings))).orElseThrow();
    text("axis goal-text", place.anchor(), place.x(), place.y(), words.matters());
  }

  /** Where words may stand: their end and their base line. */
  private record TextAt(String anchor, double x, double y) {

    boolean covers(double otherX, double otherY) {
      double from = anchor.equals("start") ? x : x - GOAL_TEXT_WIDTH;
      return otherX > from - 4
          && otherX < from + GOAL_TEXT_WIDTH + 4
          && otherY > y - 14
          && otherY < y + 6;
    }
  }

  private long behind(TextAt text, Findings findings) {
    long dots =
        findings.pain().ratings().byDay().entrySet().stream()
            .filter(dot -> text.covers(x(dot.getKey()), y(dot.getValue())))
            .count();
    long levels =
        findings.pain().levels().stream()
            .filter(level -> text.covers(x(level.day()), y(level.level())))
            .count();
    return dots + levels;
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
            .append(attribute("r", 3.4))
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
