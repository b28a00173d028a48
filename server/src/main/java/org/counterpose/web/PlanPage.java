package org.counterpose.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.ComingDays;
import org.counterpose.plan.Moment;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Programme;
import org.counterpose.words.Words;

/**
 * What is left of a trial, week by week: which steps, how much of each, on which days and when.
 * What the person's other plans ask for on these days stands among it, as on the Today page.
 *
 * @param others the titles of those plans
 */
public record PlanPage(
    String programme, List<String> others, List<Week> weeks, List<TodayView.Missing> without) {

  /**
   * A week of the trial, as far as it is left.
   *
   * @param days its first and last day, or its only one
   */
  public record Week(int number, String days, List<Line> lines) {}

  /**
   * A step in a week; what is done in another way on other days of it is another line.
   *
   * @param days on which
   */
  public record Line(What what, String days) {}

  /**
   * A step as some days ask for it.
   *
   * @param stage which stage of it, where it has several
   * @param times on the clock; empty where the dose tells them
   * @param ofOther whether another plan than the open one asks for it
   */
  public record What(
      String title, String dose, Optional<String> stage, Optional<String> times, boolean ofOther) {

    private What at(List<String> clock) {
      return new What(
          title,
          dose,
          stage,
          Optional.of(String.join(", ", clock)).filter(told -> !told.isEmpty()),
          ofOther);
    }
  }

  /** A day of the open plan, and what all plans ask for on it. */
  private record Day(Today today, List<What> asks) {
    int week() {
      return today.week();
    }

    LocalDate date() {
      return today.date();
    }
  }

  static PlanPage of(Journey journey, List<Journey> others, Instant now, Words words) {
    Today today = journey.today(now);
    List<Day> days = new ArrayList<>();
    Set<String> titles = new TreeSet<>();
    for (Moment moment : ComingDays.of(journey::at, now, today.of())) {
      Today one = moment.today();
      List<TodayView.Day> together = DaysTogether.of(journey, one, others, moment.instant());
      days.add(new Day(one, asks(together, moment.instant(), words)));
      together.stream()
          .filter(day -> day.other().isPresent())
          .forEach(day -> titles.add(title(day.programme())));
    }
    Map<Integer, List<Day>> weeks =
        days.stream()
            .collect(Collectors.groupingBy(Day::week, LinkedHashMap::new, Collectors.toList()));
    return new PlanPage(
        title(journey.programme()),
        List.copyOf(titles),
        weeks.entrySet().stream().map(week -> week(week.getKey(), week.getValue(), words)).toList(),
        TodayView.of(journey.programme(), today, now, words).missing());
  }

  private static String title(Programme programme) {
    return programme.text("programme.title").strip();
  }

  /** Line by line, what is of one step together. */
  private static Week week(int number, List<Day> days, Words words) {
    Map<String, Map<What, List<LocalDate>>> steps = new LinkedHashMap<>();
    for (Day day : days) {
      for (What what : day.asks()) {
        steps
            .computeIfAbsent(what.title(), first -> new LinkedHashMap<>())
            .computeIfAbsent(what, first -> new ArrayList<>())
            .add(day.date());
      }
    }
    List<LocalDate> all = days.stream().map(Day::date).toList();
    return new Week(
        number,
        stretch(all.getFirst(), all.getLast(), words),
        steps.values().stream()
            .flatMap(ways -> ways.entrySet().stream())
            .map(line -> new Line(line.getKey(), named(line.getValue(), all, words)))
            .toList());
  }

  private static String named(List<LocalDate> days, List<LocalDate> week, Words words) {
    if (days.equals(week)) {
      return words.say("plan.every-day", days.size());
    }
    List<String> stretches = new ArrayList<>();
    LocalDate from = days.getFirst();
    for (LocalDate day : days) {
      if (!days.contains(day.plusDays(1))) {
        stretches.add(stretch(from, day, words));
        from = days.stream().filter(day::isBefore).findFirst().orElse(day);
      }
    }
    return String.join(", ", stretches);
  }

  private static String stretch(LocalDate from, LocalDate to, Words words) {
    DateTimeFormatter format = words.dates("calendar.date");
    return from.equals(to)
        ? from.format(format)
        : words.say("plan.days", from.format(format), to.format(format));
  }

  /** What a day asks for; times of it that ask for as much of a step are one. */
  private static List<What> asks(List<TodayView.Day> days, Instant at, Words words) {
    Map<What, List<String>> clock = new LinkedHashMap<>();
    for (TodayView.Row row : TodayView.of(days, at, words).rows()) {
      List<String> times =
          clock.computeIfAbsent(
              new What(
                  row.title(),
                  row.dose(),
                  stage(days, row),
                  Optional.empty(),
                  row.other().isPresent()),
              first -> new ArrayList<>());
      if (row.does() != TodayView.Does.BREAK) {
        times.add(row.time());
      }
    }
    return clock.entrySet().stream().map(what -> what.getKey().at(what.getValue())).toList();
  }

  private static Optional<String> stage(List<TodayView.Day> days, TodayView.Row row) {
    return days.stream()
        .filter(day -> day.other().equals(row.other()))
        .flatMap(day -> day.today().steps().stream())
        .filter(planned -> planned.step().equals(row.step()) && planned.slot().equals(row.slot()))
        .findFirst()
        .flatMap(PlannedStep::stage)
        .map(stage -> row.programme().stageTitle(row.step(), stage));
  }
}
