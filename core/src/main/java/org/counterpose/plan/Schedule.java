package org.counterpose.plan;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.counterpose.journal.Routine;
import org.counterpose.plan.Today.DoseReason;
import org.counterpose.plan.Today.LeftOut;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Stage;
import org.counterpose.programme.Step;

/** What a trial asks for on each of its days, given its course so far. */
final class Schedule {

  private static final int DAYS_OF_A_WEEK = 7;

  private final Programme programme;
  private final Course course;
  private final Set<String> ruledOut;

  /** That of today: without the steps that safety answers rule out now. */
  static Schedule of(Programme programme, Course course) {
    return new Schedule(programme, course, course.safety().leftOut());
  }

  /** Without the steps that are ruled out for safety. */
  Schedule(Programme programme, Course course, Set<String> ruledOut) {
    this.programme = programme;
    this.course = course;
    this.ruledOut = ruledOut;
  }

  /**
   * The steps of a day of the trial with what was logged, slot by slot, in the pack's order. What
   * was over before the trial began is not asked for: it stands here only where nothing else of the
   * step is left that day and something was logged all the same.
   */
  List<Due> on(PersonDay day) {
    List<Due> all = new ArrayList<>();
    List<Logged> logged = course.logged(day.date());
    for (Step step : programme.steps()) {
      if (leftOut(step, day).isPresent()) {
        continue;
      }
      List<Due> slots = slotsLeft(step, day);
      if (!slots.isEmpty()) {
        Due.count(logged.stream().filter(one -> one.step().equals(step.id())).toList(), slots);
        course
            .running(step.id())
            .filter(running -> running.date().equals(day.date()))
            .ifPresent(running -> Due.run(running, slots));
        slots.stream().filter(due -> isLeft(due) || due.isTouched()).forEach(all::add);
      }
    }
    return all;
  }

  private List<Due> slotsLeft(Step step, PersonDay day) {
    List<Due> slots = slots(step, day);
    List<Due> left = slots.stream().filter(this::isLeft).toList();
    return left.isEmpty() ? slots : left;
  }

  /** Whether some of its time was still to come when the trial began. */
  private boolean isLeft(Due due) {
    return due.window().to().toInstant().isAfter(course.startedAt());
  }

  private List<Due> slots(Step step, PersonDay day) {
    if (!step.days().hold(course.dayOf(day.date()))) {
      return List.of();
    }
    Portion portion = portion(step, day.date());
    List<Due> slots = new ArrayList<>();
    List<LocalTime> times = standing(step, day.date()).times();
    if (!times.isEmpty()) {
      for (LocalTime time : times) {
        day.window(time)
            .ifPresent(
                window -> slots.add(new Due(step, "at-" + (slots.size() + 1), window, portion)));
      }
      return slots;
    }
    if (step.dose() instanceof Dose.Breaks breaks) {
      for (Window window : day.breaks(day.routine().everyMinutes(breaks))) {
        slots.add(new Due(step, "break-" + (slots.size() + 1), window, portion));
      }
    }
    for (Step.Slot slot : step.times()) {
      day.window(slot).ifPresent(window -> slots.add(new Due(step, slot.id(), window, portion)));
    }
    return slots;
  }

  private Portion portion(Step step, LocalDate date) {
    int day = course.dayOf(date);
    Stage stage = course.stages().on(step, day).orElseGet(() -> step.stages().getFirst());
    return Portion.of(
        stage,
        new Portion.Circumstances(
            course.stages().week(step, day),
            isLighter(step, date),
            standing(step, date).amount(),
            course.affected()));
  }

  private Adaptations.Standing standing(Step step, LocalDate date) {
    return course.adaptations().on(step.id(), date);
  }

  /** The day after a stop for pain of this step, or the next one on which it is done. */
  private boolean isLighter(Step step, LocalDate date) {
    for (int before = 1; before <= step.days().every(); before++) {
      if (course.stoppedForPain(step.id(), date.minusDays(before))) {
        return true;
      }
    }
    return false;
  }

  /** Why the dose is not that of the last day that asked for the step; empty where it is. */
  Optional<DoseReason> reason(Step step, LocalDate date) {
    if (step.dose() instanceof Dose.Breaks) {
      return Optional.empty();
    }
    return lastAskedBefore(step, date).flatMap(before -> reason(step, before, date));
  }

  private Optional<DoseReason> reason(Step step, LocalDate before, LocalDate date) {
    Portion earlier = portion(step, before);
    Portion now = portion(step, date);
    int from = earlier.seconds();
    int to = now.seconds();
    if (earlier.asksAsMuchAs(now)) {
      return Optional.empty();
    }
    if (!standing(step, before).amount().equals(standing(step, date).amount())) {
      return Optional.of(new DoseReason.ChangedByClinic(from, to));
    }
    if (isLighter(step, date)) {
      return Optional.of(new DoseReason.LighterAfterPain(from, to));
    }
    if (!earlier.stage().equals(now.stage())) {
      return Optional.of(new DoseReason.OtherStage(now.stage().orElse(""), from, to));
    }
    return Optional.of(
        isLighter(step, before)
            ? new DoseReason.BackAfterLighter(from, to)
            : new DoseReason.NewWeek(Course.weekOf(course.dayOf(date)), from, to));
  }

  private Optional<LocalDate> lastAskedBefore(Step step, LocalDate date) {
    for (int day = course.dayOf(date) - 1; day >= 1; day--) {
      PersonDay earlier = course.lived(course.date(day));
      if (leftOut(step, earlier).isEmpty() && asksFor(step, earlier)) {
        return Optional.of(earlier.date());
      }
    }
    return Optional.empty();
  }

  /** Whether one of the next seven days asks for a step, up to the last day of the trial. */
  boolean comesSoon(Step step, int lastDay) {
    LocalDate today = course.today().date();
    return IntStream.rangeClosed(1, DAYS_OF_A_WEEK)
        .mapToObj(days -> course.lived(today.plusDays(days)))
        .filter(day -> course.dayOf(day.date()) <= lastDay)
        .anyMatch(day -> leftOut(step, day).isEmpty() && !slots(step, day).isEmpty());
  }

  /** The steps that the plan does without on a day, and why. */
  List<LeftOut> leftOut(PersonDay day) {
    return programme.steps().stream().flatMap(step -> leftOut(step, day).stream()).toList();
  }

  private Optional<LeftOut> leftOut(Step step, PersonDay day) {
    return forSafety(step)
        .or(() -> standing(step, day.date()).leftOut().map(by -> new LeftOut(step.id(), by)))
        .or(() -> notOwned(step, day.routine()))
        .or(() -> notYet(step, course.dayOf(day.date())))
        .or(
            () ->
                course.comparisons().leavesOut(step.id(), course.dayOf(day.date()))
                    ? Optional.of(new LeftOut(step.id(), new LeftOut.Cause.ForComparison()))
                    : Optional.empty());
  }

  /** The steps that could be compared with days without them: asked for, and not breaks. */
  List<Step> comparable(Routine routine) {
    return programme.steps().stream()
        .filter(step -> !(step.dose() instanceof Dose.Breaks))
        .filter(step -> leftOutForGood(step, routine).isEmpty())
        .filter(step -> notYet(step, course.day()).isEmpty())
        .toList();
  }

  /**
   * Whether a day counts in the comparison of a step: the step would be asked for in full, were it
   * not for the draw. What safety or pain took away on a day was not taken away by chance.
   */
  boolean comparesOn(Step step, PersonDay day) {
    return leftOutForGood(step, day.routine()).isEmpty()
        && notYet(step, course.dayOf(day.date())).isEmpty()
        && !isLighter(step, day.date())
        && standing(step, day.date()).leftOut().isEmpty()
        && asksFor(step, day);
  }

  private boolean asksFor(Step step, PersonDay day) {
    if (!step.days().hold(course.dayOf(day.date()))) {
      return false;
    }
    List<LocalTime> times = standing(step, day.date()).times();
    return times.isEmpty() ? step.times().stream().anyMatch(day::asksFor) : !day.isSkipped();
  }

  private Optional<LeftOut> leftOutForGood(Step step, Routine routine) {
    return forSafety(step).or(() -> notOwned(step, routine));
  }

  /** Whether the plan does without a step for longer than a day or two. */
  boolean isWithout(Step step) {
    PersonDay today = course.today();
    return leftOutForGood(step, today.routine()).isPresent()
        || standing(step, today.date()).leftOut().isPresent();
  }

  /** A step whose first stage is still to open. */
  private Optional<LeftOut> notYet(Step step, int day) {
    return course.stages().on(step, day).isPresent()
        ? Optional.empty()
        : step.stages()
            .getFirst()
            .opens()
            .map(opens -> new LeftOut(step.id(), new LeftOut.Cause.NotYet(opens)));
  }

  private Optional<LeftOut> forSafety(Step step) {
    return ruledOut.contains(step.id())
        ? Optional.of(new LeftOut(step.id(), new LeftOut.Cause.ForSafety()))
        : Optional.empty();
  }

  private static Optional<LeftOut> notOwned(Step step, Routine routine) {
    for (Step.NeededAid needed : step.aids()) {
      if (needed.without() == Step.Without.LEAVE_OUT && !routine.aids().contains(needed.aid())) {
        return Optional.of(new LeftOut(step.id(), new LeftOut.Cause.NotOwned(needed.aid())));
      }
    }
    return Optional.empty();
  }

  /** Aids of a step that are not owned and for which something at home stands in. */
  static Set<String> substitutes(Step step, Routine routine) {
    return step.aids().stream()
        .filter(needed -> needed.without() == Step.Without.SUBSTITUTE)
        .map(Step.NeededAid::aid)
        .filter(aid -> !routine.aids().contains(aid))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
