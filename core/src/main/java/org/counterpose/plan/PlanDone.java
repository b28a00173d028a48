package org.counterpose.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;

/**
 * How much of the plan was done. A slot counts once its window is over or something was logged for
 * it; what was over before the start or before the routine that asks for it held, or due after a
 * stop or in a pause, does not. The whole is the mean of the steps, so that many short breaks do
 * not outweigh one long session.
 */
final class PlanDone {

  private final Programme programme;
  private final Course course;
  private final Instant now;

  PlanDone(Programme programme, Course course, Instant now) {
    this.programme = programme;
    this.course = course;
    this.now = now;
  }

  /** From the first day to a last one. */
  Adherence until(int last) {
    Schedule schedule = new Schedule(programme, course, course.safety().leftOutSoFar());
    Map<String, List<Double>> shares = new LinkedHashMap<>();
    programme.steps().stream().map(Step::id).forEach(step -> shares.put(step, new ArrayList<>()));
    for (int day = 1; day <= last; day++) {
      PersonDay lived = course.lived(course.date(day));
      for (Due due : schedule.on(lived)) {
        if (counts(due, lived.date())) {
          shares.getOrDefault(due.step().id(), new ArrayList<>()).add(due.share());
        }
      }
    }
    Map<String, Double> byStep = new LinkedHashMap<>();
    shares.forEach(
        (step, all) -> {
          if (!all.isEmpty()) {
            byStep.put(step, all.stream().collect(Collectors.averagingDouble(share -> share)));
          }
        });
    double overall = byStep.values().stream().collect(Collectors.averagingDouble(share -> share));
    return new Adherence(overall, byStep);
  }

  private boolean counts(Due due, LocalDate date) {
    Instant from = due.window().from().toInstant();
    Instant to = due.window().to().toInstant();
    if (due.isLogged()) {
      return true;
    }
    return !to.isAfter(now)
        && to.isAfter(course.startedAt())
        && to.isAfter(course.routines().heldFrom(date))
        && from.isBefore(course.routines().heldUntil(date))
        && !to.isAfter(course.safety().stoppedSince())
        && !course.rests().touch(from, to);
  }
}
