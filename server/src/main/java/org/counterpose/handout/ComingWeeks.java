package org.counterpose.handout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.ComingDays;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.DoseReason;
import org.counterpose.plan.Today.LeftOut;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Step;

/**
 * What a trial will ask for from this week on, as its journal stands: the plan itself is asked, day
 * by day, so that what the clinic changed holds on paper too.
 */
final class ComingWeeks {

  private final Map<String, SortedMap<Integer, List<PlannedStep>>> byStep = new HashMap<>();
  private final Map<Integer, Today> byDay = new HashMap<>();
  private final Map<String, LeftOut.Cause> leftOut = new HashMap<>();

  private ComingWeeks() {}

  /** The weeks from a moment to the end of the trial, {@code days} after its start. */
  static ComingWeeks of(Journey journey, Instant now, int days) {
    ComingWeeks weeks = new ComingWeeks();
    ComingDays.of(journey::at, now, days).forEach(moment -> weeks.add(moment.today()));
    return weeks;
  }

  /**
   * How many times a day of the trial asks for a step; empty for a day that is over, and where
   * chance leaves the step out: paper does not tell that beforehand.
   */
  Optional<Integer> times(Step step, int day) {
    return Optional.ofNullable(byDay.get(day))
        .filter(
            today ->
                today.leftOut().stream()
                    .filter(left -> left.step().equals(step.id()))
                    .noneMatch(left -> left.cause() instanceof LeftOut.Cause.ForComparison))
        .map(
            today ->
                (int)
                    today.steps().stream()
                        .filter(planned -> planned.step().equals(step.id()))
                        .count());
  }

  private void add(Today day) {
    byDay.put(day.day(), day);
    int week = day.week();
    Map<String, List<PlannedStep>> planned = new HashMap<>();
    day.steps().stream()
        .filter(step -> step.reason().filter(ComingWeeks::isForADay).isEmpty())
        .forEach(step -> planned.computeIfAbsent(step.step(), id -> new ArrayList<>()).add(step));
    day.leftOut().stream()
        .filter(left -> !(left.cause() instanceof LeftOut.Cause.ForComparison))
        .forEach(left -> leftOut.putIfAbsent(left.step(), left.cause()));
    planned.forEach(
        (step, slots) ->
            byStep
                .computeIfAbsent(step, id -> new TreeMap<>())
                .merge(week, slots, ComingWeeks::fuller));
  }

  /** The first day of a plan may ask for less than its week does: it began in the middle of it. */
  private static List<PlannedStep> fuller(List<PlannedStep> one, List<PlannedStep> other) {
    return other.size() > one.size() ? other : one;
  }

  /** A lighter day says nothing of its week. */
  private static boolean isForADay(DoseReason reason) {
    return reason instanceof DoseReason.LighterAfterPain;
  }

  boolean asksFor(Step step) {
    return byStep.containsKey(step.id());
  }

  /** Why the plan does without a step, now or as soon as its day comes. */
  Optional<LeftOut.Cause> leftOut(Step step) {
    return Optional.ofNullable(leftOut.get(step.id()));
  }

  /** The first week of the trial, from this one on, that asks for it. */
  int firstWeek(Step step) {
    return weeks(step).firstKey();
  }

  /** What each week of the trial asks for, at the first time of a day. */
  SortedMap<Integer, PlannedStep> weekly(Step step) {
    SortedMap<Integer, PlannedStep> byWeek = new TreeMap<>();
    weeks(step).forEach((week, slots) -> byWeek.put(week, slots.getFirst()));
    return byWeek;
  }

  /** The times of a day that asks for it, the next one. */
  List<PlannedStep> slots(Step step) {
    SortedMap<Integer, List<PlannedStep>> weeks = weeks(step);
    return weeks.isEmpty() ? List.of() : weeks.getOrDefault(weeks.firstKey(), List.of());
  }

  private SortedMap<Integer, List<PlannedStep>> weeks(Step step) {
    return byStep.getOrDefault(step.id(), new TreeMap<>());
  }
}
