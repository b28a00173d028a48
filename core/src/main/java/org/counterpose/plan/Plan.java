package org.counterpose.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.plan.Today.Ask;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.plan.Today.State;
import org.counterpose.programme.Measure;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;
import org.counterpose.verdict.ComplaintDuration;
import org.counterpose.verdict.Judge;
import org.counterpose.verdict.PartEffect;
import org.counterpose.verdict.Ratings;
import org.counterpose.verdict.Verdict;

/**
 * What a programme asks of one person from day to day, and how the trial stands. Every answer is a
 * fold over the journal as it is known at a moment: the order in which entries arrived does not
 * matter. What safety answers forbid is forbidden at every moment.
 */
public final class Plan {

  /** A global rating counts from week 3 on. */
  private static final int FIRST_DAY_OF_GLOBAL_RATINGS = 15;

  /** A step is left out only where another is left over. */
  private static final int LEAST_COMPARABLE = 2;

  private final Programme programme;

  public Plan(Programme programme) {
    this.programme = programme;
  }

  /** The person's day at a moment. */
  public Today today(Journal journal, Instant now) {
    Course course = Course.of(programme, journal, now);
    Schedule schedule = new Schedule(programme, course, course.safety().leftOut());
    int last = lastDay(course);
    State state = state(course, last);
    List<PlannedStep> steps =
        switch (state) {
          case State.Running running -> steps(schedule, course.today());
          case State.Stopped stopped -> List.of();
          case State.Paused paused -> List.of();
          case State.Over over -> List.of();
        };
    return new Today(
        course.today().date(),
        course.day(),
        last,
        state,
        steps,
        schedule.leftOut(course.today()),
        Optional.ofNullable(course.ratings().get(course.day())),
        asks(course, schedule, state));
  }

  private State state(Course course, int last) {
    return course
        .safety()
        .stop()
        .<State>map(stopped -> stopped)
        .orElseGet(() -> course.day() > last ? new State.Over() : runningOrPaused(course));
  }

  private static State runningOrPaused(Course course) {
    return course
        .rests()
        .pause()
        .<State>map(entry -> new State.Paused(entry.at().toInstant(), entry.by(), entry.reason()))
        .orElseGet(State.Running::new);
  }

  private static List<PlannedStep> steps(Schedule schedule, PersonDay day) {
    return schedule.on(day).stream()
        .sorted(Comparator.comparing(due -> due.window().from().toInstant()))
        .map(due -> planned(due, schedule, day))
        .toList();
  }

  private static PlannedStep planned(Due due, Schedule schedule, PersonDay day) {
    return new PlannedStep(
        due.step().id(),
        due.slot(),
        due.window().from(),
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

  private List<Ask> asks(Course course, Schedule schedule, State state) {
    List<Ask> asks = new ArrayList<>();
    if (state instanceof State.Running || state instanceof State.Paused) {
      if (course.safety().isToBeAsked(course.ratings())) {
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

  /** How much of the plan was done so far. */
  public Adherence adherence(Journal journal, Instant now) {
    Course course = Course.of(programme, journal, now);
    return new PlanDone(programme, course, now).until(lastCounted(course));
  }

  /**
   * The pain ratings by day of the trial, to today or to its last day; the day's last one counts.
   */
  public Ratings ratings(Journal journal, Instant now) {
    Course course = Course.of(programme, journal, now);
    return ratings(course, lastCounted(course));
  }

  /** The pause that holds now, the clinic's before the person's own, also under a stop. */
  public Optional<Entry.Paused> pause(Journal journal, Instant now) {
    return Course.of(programme, journal, now).rests().pause();
  }

  /** The entries whose safety answers stop the trial now, for a clinician to look at. */
  public Set<UUID> stoppedBy(Journal journal, Instant now) {
    return Course.of(programme, journal, now).safety().stoppedBy();
  }

  /** The last rating of each day of the trial so far, by day. */
  public SortedMap<Integer, Entry.Rated> rated(Journal journal, Instant now) {
    return Collections.unmodifiableSortedMap(Course.of(programme, journal, now).ratings());
  }

  private static Ratings ratings(Course course, int to) {
    SortedMap<Integer, Integer> byDay = new TreeMap<>();
    course.ratings().headMap(to + 1).forEach((day, rated) -> byDay.put(day, rated.pain()));
    return Ratings.whole(byDay, to).withBefore(course.safety().painBefore());
  }

  /**
   * What the ratings say so far. Where a safety answer stopped the trial, what comes next is to be
   * checked, whatever they say.
   */
  public Verdict verdict(Journal journal, Instant now) {
    Course course = Course.of(programme, journal, now);
    return verdict(course, ratings(course, lastCounted(course)), lasted(journal));
  }

  private Verdict verdict(Course course, Ratings ratings, Optional<ComplaintDuration> lasted) {
    return unlessStopped(course, Judge.judge(ratings, programme.trial(), lasted));
  }

  private static Verdict unlessStopped(Course course, Verdict verdict) {
    return course.safety().stop().isPresent()
        ? verdict.followedBy(Verdict.Next.GET_CHECKED)
        : verdict;
  }

  /**
   * What the ratings of stiffness say, judged as pain is; empty where it was never rated. No source
   * gives an important change of stiffness: that of pain is used. It does not decide how long the
   * trial lasts.
   */
  public Optional<Verdict> stiffness(Journal journal, Instant now) {
    Course course = Course.of(programme, journal, now);
    return stiffnessRatings(course, lastCounted(course)).map(ratings -> stiffness(course, ratings));
  }

  private Verdict stiffness(Course course, Ratings ratings) {
    return unlessStopped(course, Judge.judgeStiffness(ratings, programme.trial()));
  }

  private static Optional<Ratings> stiffnessRatings(Course course, int last) {
    SortedMap<Integer, Integer> byDay = new TreeMap<>();
    course
        .ratings()
        .headMap(last + 1)
        .forEach((day, rated) -> rated.stiffness().ifPresent(stiff -> byDay.put(day, stiff)));
    return byDay.isEmpty() ? Optional.empty() : Optional.of(Ratings.whole(byDay, last));
  }

  private Findings.Judged judged(Verdict verdict, Ratings ratings) {
    return new Findings.Judged(verdict, ratings, Judge.levels(ratings, programme.trial()));
  }

  /**
   * What the trial has found by the day of a moment. It is told as at the end of that day, so that
   * the hour changes nothing in it; of the plan the days that are over count.
   */
  public Findings findings(Journal journal, Instant now) {
    Instant evening = Course.of(programme, journal, now).today().ends().minusNanos(1);
    Course course = Course.of(programme, journal, evening);
    Optional<ComplaintDuration> lasted = lasted(journal);
    int of = lastDay(course);
    int last = Math.min(course.day(), of);
    int over = Math.min(course.day() - 1, last);
    Ratings pain = ratings(course, last);
    return new Findings(
        new Findings.Origin(programme.id(), programme.version(), Verdict.MODEL),
        new Findings.Span(course.date(1), last, of),
        judged(verdict(course, pain, lasted), pain),
        stiffnessRatings(course, last).map(ratings -> judged(stiffness(course, ratings), ratings)),
        otherMeasures(course, last),
        lasted,
        new Findings.Done(
            new PlanDone(programme, course, evening).until(over), over, rested(course, over)),
        course.safety().stop().map(State.Stopped::outcome));
  }

  private static Set<Integer> rested(Course course, int last) {
    return IntStream.rangeClosed(1, last)
        .filter(day -> course.isStoppedOn(course.lived(course.date(day))))
        .boxed()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The activities that the person chose, at most three: those to be scored this week. */
  public List<String> activities(Journal journal, Instant now) {
    return Course.of(programme, journal, now).activities().names();
  }

  /** What was asked beside pain, up to today or to the trial's last day. */
  public OtherMeasures otherMeasures(Journal journal, Instant now) {
    Course course = Course.of(programme, journal, now);
    return otherMeasures(course, lastCounted(course));
  }

  /** What the person is to measure on themselves this week and has not yet. */
  public List<DueMeasure> measuresDue(Journal journal, Instant now) {
    Course course = Course.of(programme, journal, now);
    Schedule schedule = new Schedule(programme, course, course.safety().leftOut());
    return new MeasuresDue(programme, course, schedule).today();
  }

  private OtherMeasures otherMeasures(Course course, int last) {
    return new OtherMeasures(
        course.activities().changeTo(last),
        course.globalRatings().stream()
            .filter(rating -> rating.day() >= FIRST_DAY_OF_GLOBAL_RATINGS && rating.day() <= last)
            .reduce((earlier, later) -> later),
        programme.measures().stream()
            .filter(Measure::outcome)
            .flatMap(
                measure ->
                    course
                        .measurements()
                        .changes(measure, course.date(1), course.date(last))
                        .stream())
            .toList());
  }

  /**
   * The comparison of days with and without a step, as it stands; empty where none was chosen.
   *
   * @param effect what its days show so far; empty before its first day
   */
  public record Compared(Comparison comparison, boolean pooled, Optional<PartEffect> effect) {}

  /** The latest comparison that the person chose, without what its days show. */
  public Optional<Comparison> comparison(Journal journal, Instant now) {
    return Course.of(programme, journal, now).comparisons().latest();
  }

  /** The latest comparison that the person chose. */
  public Optional<Compared> compared(Journal journal, Instant now) {
    Course course = Course.of(programme, journal, now);
    return course
        .comparisons()
        .latest()
        .map(
            comparison ->
                new Compared(
                    comparison, course.comparisons().arePooled(), effect(course, comparison)));
  }

  /** The ids of the steps that the person could compare with days without them. */
  public List<String> comparable(Journal journal, Instant now) {
    Course course = Course.of(programme, journal, now);
    List<Step> steps =
        new Schedule(programme, course, course.safety().leftOut())
            .comparable(course.today().routine());
    return steps.size() < LEAST_COMPARABLE ? List.of() : steps.stream().map(Step::id).toList();
  }

  private Optional<PartEffect> effect(Course course, Comparison comparison) {
    Optional<Step> step = programme.step(comparison.step());
    int last = lastCounted(course);
    if (step.isEmpty() || last < comparison.from()) {
      return Optional.empty();
    }
    Schedule schedule = new Schedule(programme, course, course.safety().leftOut());
    SortedMap<Integer, Double> counted = new TreeMap<>(ratings(course, last).byDay());
    Set<Integer> without = new HashSet<>();
    Set<Integer> with = new HashSet<>();
    for (int day = 1; day <= last; day++) {
      if (!comparison.holds(day) && course.comparisons().leavesOut(comparison.step(), day)) {
        counted.remove(day); // left out in an earlier comparison: neither with nor without in this
      }
    }
    for (int day = comparison.from(); day <= Math.min(last, comparison.until() - 1); day++) {
      PersonDay lived = course.lived(course.date(day));
      if (!schedule.comparesOn(step.get(), lived) || course.isStoppedOn(lived)) {
        counted.remove(day);
      } else if (comparison.leavesOut(day)) {
        without.add(day);
      } else {
        with.add(day);
      }
    }
    Ratings ratings = new Ratings(counted, last, course.safety().painBefore());
    return Optional.of(PartEffect.of(ratings, without, with));
  }

  /** How long the complaint had lasted at the check; empty where it was not asked or not told. */
  public Optional<ComplaintDuration> lasted(Journal journal) {
    return programme
        .trial()
        .lasted()
        .flatMap(journal.screened().answers()::choice)
        .flatMap(ComplaintDuration::of);
  }

  /** The last day that has been so far. */
  private int lastCounted(Course course) {
    return Math.min(course.day(), lastDay(course));
  }

  /** The trial's last day: the first verdict's, or the later one once that was unclear. */
  private int lastDay(Course course) {
    Programme.Trial trial = programme.trial();
    if (course.day() < trial.days()) {
      return trial.days();
    }
    return switch (Judge.judge(ratings(course, trial.days()), trial).answer()) {
      case BETTER, WORSE -> trial.days();
      case NO_CLEAR_CHANGE, NOT_ENOUGH_DAYS -> trial.extendTo();
    };
  }
}
