package org.counterpose.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Stage;
import org.counterpose.programme.Step;

/**
 * Which stage of each step somebody is at on a day of the trial. What is measured on a day counts
 * from the next one on, so that no day changes while it is lived.
 */
final class Stages {

  /**
   * The stage of a day.
   *
   * @param index its place in the step's stages; -1 before the first one opens
   * @param week the week of the trial in which it opened last
   */
  private record Reached(int index, int week) {
    static final Reached NOTHING = new Reached(-1, 1);
  }

  private final Programme programme;
  private final Measurements measurements;
  private final LocalDate firstDate;
  private final Map<String, List<Reached>> byStep = new HashMap<>();

  /**
   * @param firstDate the date of day 1
   */
  Stages(Programme programme, Measurements measurements, LocalDate firstDate) {
    this.programme = programme;
    this.measurements = measurements;
    this.firstDate = firstDate;
  }

  /** The stage on a day of the trial; empty before the first one opens. */
  Optional<Stage> on(Step step, int day) {
    int index = reached(step, day).index();
    return index < 0 ? Optional.empty() : Optional.of(step.stages().get(index));
  }

  /** The stage that comes after that of a day, where there is one. */
  Optional<Stage> after(Step step, int day) {
    return step.stages().stream().skip(reached(step, day).index() + 1L).findFirst();
  }

  /** The week of its stage on a day of the trial, from 1: that in which it opened is the first. */
  int week(Step step, int day) {
    return Course.weekOf(Math.max(1, day)) - reached(step, day).week() + 1;
  }

  private Reached reached(Step step, int day) {
    int counted = Math.clamp(day, 1, programme.trial().extendTo());
    List<Reached> days = byStep.computeIfAbsent(step.id(), id -> new ArrayList<>());
    while (days.size() < counted) {
      days.add(next(step, days.isEmpty() ? Reached.NOTHING : days.getLast(), days.size() + 1));
    }
    return days.get(counted - 1);
  }

  private Reached next(Step step, Reached before, int day) {
    int index = -1;
    while (index + 1 < step.stages().size() && isOpen(step.stages().get(index + 1), day)) {
      index++;
    }
    return index == before.index() ? before : new Reached(index, Course.weekOf(day));
  }

  private boolean isOpen(Stage stage, int day) {
    return stage
        .opens()
        .map(
            opens ->
                Course.weekOf(day) >= opens.week()
                    && opens.goals().stream().allMatch(goal -> reaches(goal, day)))
        .orElse(true);
  }

  private boolean reaches(Stage.Goal goal, int day) {
    return programme
        .measure(goal.measure())
        .filter(measure -> measurements.reach(measure, goal, firstDate.plusDays(day - 1L)))
        .isPresent();
  }
}
