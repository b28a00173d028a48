package org.counterpose.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.DayTogether;
import org.counterpose.plan.Today;

/**
 * The days of all trials of one person, planned together: the one that began first keeps its times.
 */
final class DaysTogether {

  private DaysTogether() {}

  /** A trial in which something may be begun, and its day, read once. */
  private record Running(Journey journey, Today today) {

    Instant began() {
      return journey.journal().screened().at().toInstant();
    }

    DayTogether.Part part() {
      return new DayTogether.Part(journey.programme(), today);
    }
  }

  /**
   * The day of the open trial, then those of the others in which something may be begun.
   *
   * @param today that of the open one
   */
  static List<TodayView.Day> of(Journey open, Today today, List<Journey> others, Instant now) {
    if (!today.isOpen() || others.isEmpty()) {
      return List.of(new TodayView.Day(open.programme(), Optional.empty(), today));
    }
    List<Running> running =
        Stream.concat(
                Stream.of(new Running(open, today)),
                others.stream()
                    .map(other -> new Running(other, other.today(now)))
                    .filter(other -> other.today().isOpen()))
            .sorted(Comparator.comparing(Running::began))
            .toList();
    List<Today> days = DayTogether.plan(running.stream().map(Running::part).toList());
    return Stream.iterate(0, at -> at < days.size(), at -> at + 1)
        .map(at -> day(running.get(at).journey(), open, days.get(at)))
        .sorted(Comparator.comparing(day -> day.other().isPresent()))
        .toList();
  }

  private static TodayView.Day day(Journey journey, Journey open, Today today) {
    return new TodayView.Day(
        journey.programme(),
        journey.id().equals(open.id()) ? Optional.empty() : Optional.of(journey.id().toString()),
        today);
  }
}
