package org.counterpose.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.Ask;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.plan.Today.State;

/**
 * The times of a trial that lie ahead, as far as can be told from today: until something is logged
 * that changes them.
 */
public final class Ahead {

  private static final int MOST_DAYS = 45;
  private static final Duration MOMENT = Duration.ofMinutes(15);

  /** Less is hard to see in a calendar. */
  private static final Duration SHORTEST = Duration.ofMinutes(5);

  private static final LocalTime MIDDAY = LocalTime.NOON;

  /**
   * A time.
   *
   * @param key names it within the trial; it stays when the times change
   * @param steps ids of steps, where they are what is due
   * @param end when it is done, where it is begun at its start
   * @param until how late it may be begun and done, where that is later
   */
  public record Due(
      String key,
      Reminder.What what,
      List<String> steps,
      ZonedDateTime start,
      Instant end,
      Optional<ZonedDateTime> until) {}

  private final Journey journey;
  private final Wishes wishes;
  private final List<Due> all = new ArrayList<>();
  private final Set<Integer> weeks = new TreeSet<>();
  private boolean verdict;

  private Ahead(Journey journey, Wishes wishes) {
    this.journey = journey;
    this.wishes = wishes;
  }

  public static List<Due> of(Journey journey, Wishes wishes, Instant now) {
    Ahead ahead = new Ahead(journey, wishes);
    Today first = journey.today(now);
    Today day = first;
    for (int i = 0; i < MOST_DAYS && !ahead.verdict; i++) {
      ahead.add(day);
      day = journey.today(ahead.onClock(first.date().plusDays(i + 1L), MIDDAY).toInstant());
    }
    return List.copyOf(ahead.all);
  }

  private void add(Today day) {
    if (day.state() instanceof State.Running && !day.asksSafetyFirst()) {
      steps(day);
      if (day.asks().contains(Ask.WEEKLY_CHECK) && weeks.add((day.day() - 1) / 7)) {
        moment(day.date(), "weekly", Reminder.What.WEEKLY_CHECK, wishes.ratingAt(), List.of());
      }
    }
    boolean ends = day.state() instanceof State.Running || day.state() instanceof State.Over;
    if (ends && day.asks().contains(Ask.VERDICT) && day.day() >= day.of()) {
      moment(day.date(), "verdict", Reminder.What.VERDICT, wishes.ratingAt(), List.of());
      verdict = true;
    }
  }

  private void steps(Today day) {
    Map<String, List<PlannedStep>> bySlot = new LinkedHashMap<>();
    for (PlannedStep step : day.steps()) {
      if (!step.slot().startsWith("break-")) {
        bySlot.computeIfAbsent(step.slot(), slot -> new ArrayList<>()).add(step);
      }
    }
    if (!wishes.stepTimes().isEmpty() && !bySlot.isEmpty()) {
      List<String> ids =
          bySlot.values().stream().flatMap(List::stream).map(PlannedStep::step).distinct().toList();
      wishes
          .stepTimes()
          .forEach(time -> moment(day.date(), "steps/" + time, Reminder.What.STEPS, time, ids));
      return;
    }
    bySlot.forEach((slot, steps) -> all.add(due(day.date() + "/" + slot, steps)));
  }

  private static Due due(String key, List<PlannedStep> steps) {
    ZonedDateTime start = steps.getFirst().dueFrom();
    ZonedDateTime until = steps.getFirst().dueTo();
    Duration takes = Duration.ofSeconds(steps.stream().mapToLong(PlannedStep::seconds).sum());
    ZonedDateTime done = start.plus(takes.compareTo(SHORTEST) < 0 ? SHORTEST : takes);
    return new Due(
        key,
        Reminder.What.STEPS,
        steps.stream().map(PlannedStep::step).distinct().toList(),
        start,
        (done.isBefore(until) ? done : until).toInstant(),
        done.isBefore(until) ? Optional.of(until) : Optional.empty());
  }

  private void moment(
      LocalDate date, String key, Reminder.What what, LocalTime time, List<String> steps) {
    ZonedDateTime at = onClock(date, time);
    all.add(
        new Due(date + "/" + key, what, steps, at, at.plus(MOMENT).toInstant(), Optional.empty()));
  }

  private ZonedDateTime onClock(LocalDate date, LocalTime time) {
    return LocalMoment.of(date, time, journey.journal().routine());
  }
}
