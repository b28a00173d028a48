package org.counterpose.web;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterpose.plan.Findings;
import org.counterpose.verdict.DayLevel;
import org.counterpose.verdict.Ratings;
import org.counterpose.verdict.Verdict;
import org.counterpose.words.Points;
import org.counterpose.words.Words;

/**
 * Pain by day as a drawing with its legend, and the same as a table.
 *
 * @param hasLevels whether levels are shown; not in the first two weeks, which have only the
 *     ratings
 * @param hasStiffness whether the table tells stiffness; not where it was never rated
 * @param hasGoal whether the line of a change that matters is drawn
 */
public record PainView(
    String chart, boolean hasLevels, boolean hasStiffness, boolean hasGoal, List<Day> days) {

  private static final int WEEK = 7;

  /** A day of the table; what was not rated is told as "not rated". */
  public record Day(int day, String date, String pain, String stiffness, String level) {}

  static PainView of(Findings findings, Words words) {
    boolean levels = findings.span().day() >= 2 * WEEK && !findings.pain().levels().isEmpty();
    boolean goal = levels && goal(findings.pain().verdict()).isPresent();
    return new PainView(
        PainChart.draw(findings, levels, labels(findings, levels, words)),
        levels,
        findings.stiffness().isPresent(),
        goal,
        days(findings, levels, words));
  }

  /**
   * The level that would be a relief that matters; empty where there is no room for it, and where
   * relief is not what there is to tell.
   */
  static Optional<Double> goal(Verdict verdict) {
    boolean worse = verdict.answer() == Verdict.Answer.WORSE;
    return verdict.first().isEmpty() || verdict.leavesNoRoom() || verdict.soFar() || worse
        ? Optional.empty()
        : Optional.of(verdict.first().getAsDouble() - verdict.important());
  }

  private static PainChart.Labels labels(Findings findings, boolean levels, Words words) {
    Verdict verdict = findings.pain().verdict();
    String means =
        verdict
            .change()
            .map(
                change ->
                    words.say(
                        "pain.chart.levels",
                        Points.tenth(change.first(), words),
                        Points.tenth(change.last(), words)))
            .orElseGet(() -> words.say("pain.chart.few"));
    String goal =
        goal(verdict)
            .filter(level -> levels)
            .map(level -> " " + words.say("pain.chart.goal", Points.tenth(level, words)))
            .orElse("");
    return new PainChart.Labels(
        words.say(
            "pain.chart",
            findings.pain().ratings().byDay().size(),
            findings.span().day(),
            means + goal),
        words.say("pain.day"),
        words.say("pain.matters"),
        words.say("pain.to-come"));
  }

  private static List<Day> days(Findings findings, boolean levels, Words words) {
    DateTimeFormatter format = words.dates("calendar.date");
    Map<Integer, DayLevel> byDay =
        findings.pain().levels().stream()
            .collect(Collectors.toMap(DayLevel::day, Function.identity()));
    List<Day> days = new ArrayList<>();
    for (int day = 1; day <= findings.span().day(); day++) {
      days.add(
          new Day(
              day,
              findings.span().date(day).format(format),
              rating(Optional.of(findings.pain().ratings()), day, words),
              rating(findings.stiffness().map(Findings.Judged::ratings), day, words),
              Optional.ofNullable(byDay.get(day))
                  .filter(level -> levels)
                  .map(level -> told(level, words))
                  .orElse("")));
    }
    return days;
  }

  private static String rating(Optional<Ratings> ratings, int day, Words words) {
    return ratings
        .flatMap(rated -> Optional.ofNullable(rated.byDay().get(day)))
        .map(value -> Points.tenth(value, words))
        .orElseGet(() -> words.say("pain.table.none"));
  }

  private static String told(DayLevel level, Words words) {
    return words.say(
        "pain.table.level.value",
        Points.tenth(level.level(), words),
        Points.tenth(level.low(), words),
        Points.tenth(level.high(), words));
  }
}
