package org.counterpose.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.counterpose.programme.Measure;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.counterpose.programme.Stage;
import org.counterpose.programme.Step;

/**
 * What the person is to measure in a week of the trial and has not yet: outcomes each week, other
 * measures while a stage that may open next week waits for them. What goes with a step that is left
 * out is not asked.
 */
final class MeasuresDue {

  /**
   * A measure that may be missing in a week.
   *
   * @param any whether a value is missing
   * @param sides those on which it is; none where left and right are not told apart
   */
  record Missing(String measure, boolean any, List<Side> sides) {}

  private final Programme programme;
  private final Course course;
  private final Schedule schedule;

  MeasuresDue(Programme programme, Course course, Schedule schedule) {
    this.programme = programme;
    this.course = course;
    this.schedule = schedule;
  }

  List<DueMeasure> today() {
    int day = course.day();
    int week = Course.weekOf(day);
    Set<String> waitedFor = waitedFor(day, week);
    List<DueMeasure> due = new ArrayList<>();
    for (Measure measure : programme.measures()) {
      if ((measure.outcome() || waitedFor.contains(measure.id())) && !isWithoutItsStep(measure)) {
        Missing missing =
            course
                .measurements()
                .missing(measure, course.date(7 * week - 6), course.today().date());
        if (missing.any()) {
          due.add(new DueMeasure(measure.id(), missing.sides()));
        }
      }
    }
    return due;
  }

  private boolean isWithoutItsStep(Measure measure) {
    return measure.goesWith().flatMap(programme::step).filter(schedule::isWithout).isPresent();
  }

  private Set<String> waitedFor(int day, int week) {
    Set<String> waitedFor = new HashSet<>();
    for (Step step : programme.steps()) {
      if (schedule.isWithout(step)) {
        continue;
      }
      course
          .stages()
          .after(step, day)
          .flatMap(Stage::opens)
          .filter(opens -> opens.week() <= week + 1)
          .ifPresent(opens -> opens.goals().forEach(goal -> waitedFor.add(goal.measure())));
    }
    return waitedFor;
  }
}
