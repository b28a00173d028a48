package org.counterpose.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.counterpose.handout.ComingWeeks;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Programme;
import org.counterpose.words.Words;

/** What is left of a trial, day by day: which steps, how much of each, and when. */
public record PlanPage(String programme, List<Week> weeks, List<TodayView.Missing> without) {

  /** A week of the trial, as far as it is left. */
  public record Week(int number, List<Stretch> stretches) {}

  /** Days one after the other that ask for the same. */
  public record Stretch(String days, List<Line> lines) {}

  /**
   * A step on a day.
   *
   * @param stage which stage of it, where it has several
   * @param times on the clock; empty where the dose tells them
   */
  public record Line(String title, String dose, Optional<String> stage, Optional<String> times) {}

  /** A day, and what it asks for. */
  private record Day(Today today, List<Line> lines) {
    int week() {
      return today.week();
    }
  }

  static PlanPage of(Journey journey, Instant now, Words words) {
    Today today = journey.today(now);
    List<Day> days =
        ComingWeeks.days(journey::at, now, today.of()).stream()
            .map(day -> new Day(day, lines(journey.programme(), day, words)))
            .toList();
    Map<Integer, List<Day>> weeks =
        days.stream()
            .collect(Collectors.groupingBy(Day::week, LinkedHashMap::new, Collectors.toList()));
    return new PlanPage(
        journey.programme().text("programme.title").strip(),
        weeks.entrySet().stream()
            .map(week -> new Week(week.getKey(), stretches(week.getValue(), words)))
            .toList(),
        TodayView.of(journey.programme(), today, now, words).missing());
  }

  private static List<Stretch> stretches(List<Day> week, Words words) {
    List<List<Day>> alike = new ArrayList<>();
    for (Day day : week) {
      if (alike.isEmpty() || !alike.getLast().getFirst().lines().equals(day.lines())) {
        alike.add(new ArrayList<>());
      }
      alike.getLast().add(day);
    }
    return alike.stream()
        .map(days -> new Stretch(named(days, words), days.getFirst().lines()))
        .toList();
  }

  private static String named(List<Day> days, Words words) {
    DateTimeFormatter format = words.dates("calendar.date");
    String first = days.getFirst().today().date().format(format);
    return days.size() == 1
        ? first
        : words.say("plan.days", first, days.getLast().today().date().format(format), days.size());
  }

  /** Times of a day that ask for as much of a step are one line. */
  private static List<Line> lines(Programme programme, Today day, Words words) {
    Instant any =
        day.steps().isEmpty() ? Instant.EPOCH : day.steps().getFirst().dueFrom().toInstant();
    Map<Line, List<String>> times = new LinkedHashMap<>();
    for (TodayView.Row row : TodayView.of(programme, day, any, words).rows()) {
      List<String> ofLine =
          times.computeIfAbsent(
              new Line(row.title(), row.dose(), stage(programme, day, row), Optional.empty()),
              line -> new ArrayList<>());
      if (row.does() != TodayView.Does.BREAK) {
        ofLine.add(row.time());
      }
    }
    return times.entrySet().stream()
        .map(
            line ->
                new Line(
                    line.getKey().title(),
                    line.getKey().dose(),
                    line.getKey().stage(),
                    Optional.of(String.join(", ", line.getValue()))
                        .filter(told -> !told.isEmpty())))
        .toList();
  }

  private static Optional<String> stage(Programme programme, Today day, TodayView.Row row) {
    return day.steps().stream()
        .filter(planned -> planned.step().equals(row.step()) && planned.slot().equals(row.slot()))
        .findFirst()
        .flatMap(PlannedStep::stage)
        .map(stage -> programme.text("steps." + row.step() + ".stage." + stage).strip());
  }
}
