package org.counterpose.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.plan.Today.Ask;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.plan.Today.State;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;
import org.counterpose.screening.Screened;
import org.counterpose.verdict.Ratings;
import org.counterpose.verdict.Verdict;

/**
 * How a trial stands at a moment: its journal as it is known then, read once for all that is asked.
 * For one thread.
 */
public final class Moment {

  private final Plan plan;
  private final Programme programme;
  private final Journal journal;
  private final Instant now;
  private final Evidence evidence;
  private final Course course;

  Moment(Plan plan, Journal journal, Instant now) {
    this.plan = plan;
    this.programme = plan.programme();
    this.journal = journal;
    this.now = now;
    this.evidence = new Evidence(plan, journal, now);
    this.course = evidence.course();
  }

  /** The person's day. */
  public Today today() {
    Schedule schedule = Schedule.of(programme, course);
    State state = state();
    Set<Today.Trigger> triggers =
        mayBeAsked(state) ? course.safety().triggers(course.ratings()) : Set.of();
    List<PlannedStep> steps =
        switch (state) {
          case State.Running running -> steps(schedule);
          case State.Stopped stopped -> List.of();
          case State.Paused paused -> List.of();
          case State.Over over -> List.of();
        };
    return new Today(
        course.today().date(),
        course.day(),
        evidence.lastDay(),
        state,
        steps,
        schedule.leftOut(course.today()),
        Optional.ofNullable(course.ratings().get(course.day())),
        asks(schedule, state, triggers),
        triggers);
  }

  /** The steps that a day of the coming week asks for, and today does not, while the plan runs. */
  public List<Step> comingSoon() {
    return switch (state()) {
      case State.Running running -> comingSoon(Schedule.of(programme, course));
      case State.Stopped stopped -> List.of();
      case State.Paused paused -> List.of();
      case State.Over over -> List.of();
    };
  }

  private List<Step> comingSoon(Schedule schedule) {
    List<Step> today = schedule.on(course.today()).stream().map(Due::step).toList();
    return programme.steps().stream()
        .filter(step -> !today.contains(step) && schedule.comesSoon(step, evidence.lastDay()))
        .toList();
  }

  /**
   * The least pain, 0 to 10, of a rating now that has the safety questions asked first; empty where
   * none would.
   */
  public Optional<Integer> asksFrom() {
    int day = course.dayOf(course.today().date());
    return day >= 1 && mayBeAsked(state())
        ? course.safety().asksFrom(day, now, course.ratings())
        : Optional.empty();
  }

  /** When it is. */
  public Instant instant() {
    return now;
  }

  /** The day of the trial, from 1. */
  public int day() {
    return course.day();
  }

  /** When the person's day ends, and their next one begins. */
  public Instant dayEnds() {
    return course.today().ends();
  }

  private State state() {
    return course
        .safety()
        .stop()
        .<State>map(stopped -> stopped)
        .orElseGet(() -> course.day() > evidence.lastDay() ? new State.Over() : runningOrPaused());
  }

  private State runningOrPaused() {
    return course
        .rests()
        .pause()
        .<State>map(entry -> new State.Paused(entry.at().toInstant(), entry.by(), entry.reason()))
        .orElseGet(State.Running::new);
  }

  private List<PlannedStep> steps(Schedule schedule) {
    return schedule.on(course.today()).stream()
        .map(due -> planned(due, schedule))
        .sorted(Comparator.comparing(step -> step.dueFrom().toInstant()))
        .toList();
  }

  private PlannedStep planned(Due due, Schedule schedule) {
    PersonDay day = course.today();
    return new PlannedStep(
        due.step().id(),
        due.slot(),
        due.window().since(course.startedAt()).from(),
        due.window().to(),
        due.portion().seconds(),
        due.portion().sides(),
        due.portion().holds(),
        due.portion().holdSeconds(),
        due.portion().stage(),
        due.portion().sets(),
        schedule.reason(due.step(), day.date()),
        Schedule.substitutes(due.step(), day.routine()),
        due.loggedSeconds(),
        due.isDone(),
        due.running().map(Wearing.Running::since),
        due.running().map(running -> running.entry().id()));
  }

  private static boolean mayBeAsked(State state) {
    return state instanceof State.Running || state instanceof State.Paused;
  }

  private List<Ask> asks(Schedule schedule, State state, Set<Today.Trigger> triggers) {
    List<Ask> asks = new ArrayList<>();
    if (mayBeAsked(state)) {
      if (!triggers.isEmpty()) {
        asks.add(Ask.SAFETY_CHECK);
      }
      int week = Course.weekOf(course.day());
      if (week > 1 && !course.weekChecked(week)) {
        asks.add(Ask.WEEKLY_CHECK);
      }
      if (!course.ratings().containsKey(course.day())) {
        asks.add(Ask.RATING);
      }
      if (week == 1 && course.activities().isEmpty()) {
        asks.add(Ask.ACTIVITIES);
      }
      if (!new MeasuresDue(programme, course, schedule).today().isEmpty()) {
        asks.add(Ask.MEASURES);
      }
    }
    if (course.day() >= programme.trial().days() && !(state instanceof State.Stopped)) {
      asks.add(Ask.VERDICT);
    }
    return asks;
  }

  /** How much of the plan was done by this hour; {@link Findings} tell the days that are over. */
  Adherence adherence() {
    return new PlanDone(programme, course, now).until(evidence.lastCounted());
  }

  /**
   * The pain ratings by day of the trial, to today or to its last day; the day's last one counts.
   */
  public Ratings ratings() {
    return evidence.pain(evidence.lastCounted());
  }

  /** The pause that holds now, the clinic's before the person's own, also under a stop. */
  public Optional<Entry.Paused> pause() {
    return course.rests().pause();
  }

  /** The entries whose safety answers stop the trial now, for a clinician to look at. */
  public Set<UUID> stoppedBy() {
    return course.safety().stoppedBy();
  }

  /**
   * Why the answers of an entry stop the trial, or stopped it before the clinic lifted that,
   * gravest first; empty where they do not. Those of the first check stand under later entries too.
   */
  public List<Screened.Reason> stoppedFor(UUID entry) {
    return course.safety().reasons(entry);
  }

  /** Since when safety answers stop the trial; empty where none do. */
  public Optional<Instant> stoppedSince() {
    Safety safety = course.safety();
    return safety.stop().map(stopped -> safety.stoppedSince());
  }

  /** The last rating of each day of the trial so far, by day. */
  public SortedMap<Integer, Entry.Rated> rated() {
    return Collections.unmodifiableSortedMap(course.ratings());
  }

  /** The ratings in whose place a later one of the same day of the trial counts. */
  public Set<UUID> corrected() {
    return Collections.unmodifiableSet(course.corrected());
  }

  /**
   * What the ratings say so far. Where a safety answer stopped the trial, what comes next is to be
   * checked, whatever they say.
   */
  public Verdict verdict() {
    return evidence.verdictOnPain(evidence.pain(evidence.lastCounted()));
  }

  /**
   * What the ratings of stiffness say, judged as pain is; empty where it was never rated. No source
   * gives an important change of stiffness: that of pain is used. It does not decide how long the
   * trial lasts.
   */
  public Optional<Verdict> stiffness() {
    return evidence.stiffness(evidence.lastCounted()).map(evidence::verdictOnStiffness);
  }

  /**
   * What the trial has found by this day. It is told as at the end of that day, so that the hour
   * changes nothing in it; of the plan the days that are over count.
   */
  public Findings findings() {
    Instant evening = course.today().ends().minusNanos(1);
    return new Evidence(plan, journal, evening).findings();
  }

  /** The activities that the person chose, at most three: those to be scored this week. */
  public List<String> activities() {
    return course.activities().names();
  }

  /** What was asked beside pain, up to today or to the trial's last day. */
  public OtherMeasures otherMeasures() {
    return evidence.otherMeasures(evidence.lastCounted());
  }

  /** What the person is to measure on themselves this week and has not yet. */
  public List<DueMeasure> measuresDue() {
    return new MeasuresDue(programme, course, Schedule.of(programme, course)).today();
  }

  /** The latest comparison that the person chose, without what its days show. */
  public Optional<Comparison> comparison() {
    return course.comparisons().latest();
  }

  /** The latest comparison that the person chose. */
  public Optional<Compared> compared() {
    return new DaysCompared(programme, evidence).latest();
  }

  /** The ids of the steps that the person could compare with days without them. */
  public List<String> comparable() {
    return new DaysCompared(programme, evidence).comparable();
  }
}
