package org.counterpose.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;
import org.counterpose.verdict.PartEffect;
import org.counterpose.verdict.Ratings;

/** What a trial's days with and without one step show. */
final class DaysCompared {

  /** A step is left out only where another is left over. */
  private static final int LEAST_COMPARABLE = 2;

  private final Programme programme;
  private final Evidence evidence;
  private final Course course;
  private final Schedule schedule;

  DaysCompared(Programme programme, Evidence evidence) {
    this.programme = programme;
    this.evidence = evidence;
    this.course = evidence.course();
    this.schedule = Schedule.of(programme, course);
  }

  /** The ids of the steps that could be compared. */
  List<String> comparable() {
    List<Step> steps = schedule.comparable(course.today().routine());
    return steps.size() < LEAST_COMPARABLE ? List.of() : steps.stream().map(Step::id).toList();
  }

  /** What the latest comparison shows so far. */
  Optional<Compared> latest() {
    return course
        .comparisons()
        .latest()
        .map(
            comparison ->
                new Compared(comparison, course.comparisons().arePooled(), effect(comparison)));
  }

  private Optional<PartEffect> effect(Comparison comparison) {
    int last = evidence.lastCounted();
    return last < comparison.from()
        ? Optional.empty()
        : programme.step(comparison.step()).map(step -> effect(comparison, step, last));
  }

  private PartEffect effect(Comparison comparison, Step step, int last) {
    Ratings pain = evidence.pain(last);
    SortedMap<Integer, Double> counted = new TreeMap<>(pain.byDay());
    Set<Integer> without = new HashSet<>();
    Set<Integer> with = new HashSet<>();
    for (int day = 1; day <= last; day++) {
      if (!comparison.holds(day) && course.comparisons().leavesOut(step.id(), day)) {
        counted.remove(day); // left out in an earlier comparison: neither with nor without in this
      }
    }
    for (int day = comparison.from(); day <= Math.min(last, comparison.until() - 1); day++) {
      PersonDay lived = course.lived(course.date(day));
      if (!schedule.comparesOn(step, lived) || course.isStoppedOn(lived)) {
        counted.remove(day);
      } else if (comparison.leavesOut(day)) {
        without.add(day);
      } else {
        with.add(day);
      }
    }
    return PartEffect.of(new Ratings(counted, last, pain.before()), without, with);
  }
}
