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

  /**
   * The day of the open trial, then those of the others in which something may be begun.
   *
   * @param today that of the open one
   */
  static List<TodayView.Day> of(Journey open, Today today, List<Journey> others, Instant now) {
    if (!today.isOpen() || others.isEmpty()) {
      return List.of(new TodayView.Day(open.programme(), Optional.empty(), today));
    }
    List<Journey> running =
        Stream.concat(Stream.of(open), others.stream().filter(other -> other.today(now).isOpen()))
            .sorted(Comparator.comparing(journey -> journey.journal().screened().at().toInstant()))
            .toList();
    List<Today> days =
        DayTogether.plan(
            running.stream()
                .map(one -> new DayTogether.Part(one.programme(), one.today(now)))
                .toList());
    return Stream.iterate(0, at -> at < days.size(), at -> at + 1)
        .map(at -> day(running.get(at), open, days.get(at)))
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
