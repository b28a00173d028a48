package org.counterpose.plan;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.counterpose.journal.Journal;
import org.counterpose.plan.Today.State;
import org.counterpose.programme.Measure;
import org.counterpose.programme.Programme;
import org.counterpose.verdict.ComplaintDuration;
import org.counterpose.verdict.Judge;
import org.counterpose.verdict.Ratings;
import org.counterpose.verdict.Verdict;

/** What the ratings and the other measures of one trial say, as known at a moment. */
final class Evidence {

  /** A global rating counts from week 3 on. */
  private static final int FIRST_DAY_OF_GLOBAL_RATINGS = 15;

  private final Plan plan;
  private final Programme programme;
  private final Journal journal;
  private final Instant now;
  private final Course course;

  /** 0 as long as nobody asked: the first verdict is the dearest thing of a page. */
  private int lastDay;

  Evidence(Plan plan, Journal journal, Instant now) {
    this.plan = plan;
    this.programme = plan.programme();
    this.journal = journal;
    this.now = now;
    this.course = Course.of(programme, journal, now);
  }

  Course course() {
    return course;
  }

  /** The trial's last day: the first verdict's, or the later one once that was unclear. */
  int lastDay() {
    if (lastDay == 0) {
      lastDay = judgedLastDay();
    }
    return lastDay;
  }

  private int judgedLastDay() {
    Programme.Trial trial = programme.trial();
    if (course.day() < trial.days()) {
      return trial.days();
    }
    return switch (plan.firstAnswer(journal, pain(trial.days()))) {
      case BETTER, WORSE -> trial.days();
      case NO_CLEAR_CHANGE, NOT_ENOUGH_DAYS -> trial.extendTo();
    };
  }

  /** The last day that has been so far. */
  int lastCounted() {
    return Math.min(course.day(), lastDay());
  }

  /** The pain ratings up to a day. */
  Ratings pain(int last) {
    SortedMap<Integer, Integer> byDay = new TreeMap<>();
    course.ratings().headMap(last + 1).forEach((day, rated) -> byDay.put(day, rated.pain()));
    return Ratings.whole(byDay, last).withBefore(course.safety().painBefore());
  }

  /** The ratings of stiffness up to a day; empty where it was never rated. */
  Optional<Ratings> stiffness(int last) {
    SortedMap<Integer, Integer> byDay = new TreeMap<>();
    course
        .ratings()
        .headMap(last + 1)
        .forEach((day, rated) -> rated.stiffness().ifPresent(stiff -> byDay.put(day, stiff)));
    return byDay.isEmpty() ? Optional.empty() : Optional.of(Ratings.whole(byDay, last));
  }

  Verdict verdictOnPain(Ratings ratings) {
    return unlessStopped(Judge.judge(ratings, programme.trial(), lasted()));
  }

  Verdict verdictOnStiffness(Ratings ratings) {
    return unlessStopped(Judge.judgeStiffness(ratings, programme.trial()));
  }

  private Verdict unlessStopped(Verdict verdict) {
    return course.safety().stop().isPresent()
        ? verdict.followedBy(Verdict.Next.GET_CHECKED)
        : verdict;
  }

  /** What was asked beside pain, up to a day. */
  OtherMeasures otherMeasures(int last) {
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

  /** All of it; of the plan the days that are over count. */
  Findings findings() {
    int of = lastDay();
    int last = Math.min(course.day(), of);
    int over = Math.min(course.day() - 1, last);
    Ratings pain = pain(last);
    return new Findings(
        new Findings.Origin(programme.id(), programme.version(), Verdict.MODEL),
        new Findings.Span(course.date(1), last, of),
        judged(verdictOnPain(pain), pain),
        stiffness(last).map(ratings -> judged(verdictOnStiffness(ratings), ratings)),
        otherMeasures(last),
        lasted(),
        new Findings.Done(new PlanDone(programme, course, now).until(over), over, rested(over)),
        course.saferOn().headSet(last + 1),
        course.safety().stop().map(State.Stopped::outcome));
  }

  private Findings.Judged judged(Verdict verdict, Ratings ratings) {
    return new Findings.Judged(verdict, ratings, Judge.levels(ratings, programme.trial()));
  }

  private Set<Integer> rested(int last) {
    return IntStream.rangeClosed(1, last)
        .filter(day -> course.isStoppedOn(course.lived(course.date(day))))
        .boxed()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** How long the complaint had lasted at the check; empty where it was not asked or not told. */
  private Optional<ComplaintDuration> lasted() {
    return programme
        .trial()
        .lasted()
        .flatMap(journal.screened().answers()::choice)
        .flatMap(ComplaintDuration::of);
  }
}
