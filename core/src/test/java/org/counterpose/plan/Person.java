package org.counterpose.plan;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.counterpose.journal.Adaptation;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.journal.Routine;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.counterpose.screening.Answers;
import org.counterpose.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Somebody in the middle of a trial, as a test speaks of them. */
public final class Person {

  private static final Plan MID_BACK = new Plan(MidBack.programme());
  private static final Plan ANKLES = new Plan(Ankles.programme());

  private final Plan plan;
  private final List<Entry> entries = new ArrayList<>();
  private Routine routine;
  private long made;

  private Person(Plan plan, Answers answers, Routine routine, LocalDateTime start) {
    this.plan = plan;
    this.routine = routine;
    String programme = plan == ANKLES ? "ankles" : "mid-back";
    at(start, (id, at) -> new Entry.Screened(id, at, programme, "1.0.0", answers));
    at(start, (id, at) -> new Entry.Started(id, at, routine));
  }

  /** Works from nine to half past five on weekdays in New York, and owns every aid. */
  public static Routine officeDay() {
    return new Routine(
        LocalTime.of(7, 0),
        LocalTime.of(23, 0),
        LocalTime.of(9, 0),
        LocalTime.of(17, 30),
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
        Set.of("towel", "mat", "wobble-disc", "posture-band"),
        ZoneId.of("America/New_York"),
        Optional.empty());
  }

  /** Starts on Monday 5 January 2026, early in the morning. */
  public static Person withAnOfficeDay() {
    return starting("2026-01-05T06:30", officeDay());
  }

  public static Person starting(String clock, Routine routine) {
    return new Person(MID_BACK, MidBack.harmless(), routine, LocalDateTime.parse(clock));
  }

  /** The same day and start, on a programme of the test's own. */
  static Person on(Programme programme, Answers answers) {
    return new Person(
        new Plan(programme), answers, officeDay(), LocalDateTime.parse("2026-01-05T06:30"));
  }

  public static Person answering(Answers answers) {
    return new Person(MID_BACK, answers, officeDay(), LocalDateTime.parse("2026-01-05T06:30"));
  }

  /** The same day and start, with trouble in the ankle of {@code left}, {@code right} or both. */
  public static Person withAnkles(String side) {
    return new Person(
        ANKLES, Ankles.about(side), officeDay(), LocalDateTime.parse("2026-01-05T06:30"));
  }

  public Person measures(String clock, String measure, double value) {
    return at(clock, (id, at) -> new Entry.Measured(id, at, measure, value, Optional.empty()));
  }

  public Person measures(String clock, String measure, Side side, double value) {
    return at(clock, (id, at) -> new Entry.Measured(id, at, measure, value, Optional.of(side)));
  }

  /** Does a step and counts. */
  public Person counts(String clock, String step, int seconds, int reps) {
    return at(
        clock,
        (id, at) -> new Entry.SessionDone(id, at, step, seconds, List.of(), Optional.of(reps)));
  }

  public Person rates(String clock, int pain) {
    return at(clock, (id, at) -> new Entry.Rated(id, at, pain, Optional.empty()));
  }

  public Person rates(String clock, int pain, int stiffness) {
    return at(clock, (id, at) -> new Entry.Rated(id, at, pain, Optional.of(stiffness)));
  }

  public Person does(String clock, String step, int seconds) {
    return at(clock, (id, at) -> new Entry.SessionDone(id, at, step, seconds, List.<Side>of()));
  }

  public Person stopsForPain(String clock, String step) {
    return at(clock, (id, at) -> new Entry.SessionStopped(id, at, step, Entry.Why.PAIN));
  }

  public Person runsOutOfTime(String clock, String step) {
    return at(clock, (id, at) -> new Entry.SessionStopped(id, at, step, Entry.Why.TIME));
  }

  public Person putsOn(String clock, String step) {
    return at(clock, (id, at) -> new Entry.WearStarted(id, at, step));
  }

  public Person hasWorn(String clock, String step, int seconds) {
    return at(clock, (id, at) -> new Entry.Worn(id, at, step, seconds));
  }

  public Person checksTheWeek(String clock, Answers answers) {
    return at(
        clock, (id, at) -> new Entry.WeeklyCheck(id, at, answers, List.of(), Optional.empty()));
  }

  /** Scores activities, told as {@code Driving 4}. */
  public Person scores(String clock, String... activities) {
    return at(clock, (id, at) -> new Entry.Activities(id, at, told(activities)));
  }

  /** A weekly check with nothing grave in it; without a global rating where that is null. */
  public Person checksTheWeek(String clock, @Nullable Integer change, String... activities) {
    return at(
        clock,
        (id, at) ->
            new Entry.WeeklyCheck(
                id, at, MidBack.harmlessWeekly(), told(activities), Optional.ofNullable(change)));
  }

  private static List<Entry.Activity> told(String... activities) {
    return Stream.of(activities)
        .map(
            told -> {
              int score = told.lastIndexOf(' ');
              return new Entry.Activity(
                  told.substring(0, score), Integer.parseInt(told.substring(score + 1)));
            })
        .toList();
  }

  /** Lets the plan leave a step out on some days; empty ends it. */
  public Person compares(String clock, Optional<String> step) {
    return at(clock, (id, at) -> new Entry.Comparing(id, at, step, false));
  }

  /** The clinic changes the plan. */
  public Person isAdapted(String clock, Adaptation... changes) {
    return at(
        clock,
        (id, at) ->
            new Entry.Adapted(id, at, "Dr Kim", "So it fits you", List.of(changes), Set.of()));
  }

  public Person pauses(String clock) {
    return at(clock, (id, at) -> new Entry.Paused(id, at, Optional.empty(), ""));
  }

  /** The clinic pauses the plan. */
  public Person isPaused(String clock) {
    return at(clock, (id, at) -> new Entry.Paused(id, at, Optional.of("Dr Kim"), "Wait for me"));
  }

  /** The clinic ends its pause. */
  public Person isLetGoOn(String clock) {
    return at(clock, (id, at) -> new Entry.Resumed(id, at, Optional.of("Dr Kim")));
  }

  public Person resumes(String clock) {
    return at(clock, (id, at) -> new Entry.Resumed(id, at, Optional.empty()));
  }

  /** The clinic looks at the answers that stop the trial at that moment, and lifts them. */
  public Person isCleared(String clock) {
    Set<UUID> answers =
        plan.at(Journal.of(entries), LocalDateTime.parse(clock).atZone(routine.zone()).toInstant())
            .stoppedBy();
    return at(
        clock,
        (id, at) -> new Entry.ClearedByClinic(id, at, "Dr Kim", "Looked at it with you", answers));
  }

  public Person gotWorse(String clock, Answers answers) {
    return at(clock, (id, at) -> new Entry.GotWorse(id, at, answers));
  }

  /** From then on; the clock is that of the zone left. */
  public Person changesTo(String clock, Routine next) {
    at(clock, (id, at) -> new Entry.RoutineChanged(id, at, next));
    routine = next;
    return this;
  }

  /** Takes back the last entry. */
  public Person takesBackTheLast(String clock) {
    UUID last = entries.getLast().id();
    return at(clock, (id, at) -> new Entry.Void(id, at, last, "a slip"));
  }

  private Person at(String clock, BiFunction<UUID, OffsetDateTime, Entry> entry) {
    return at(LocalDateTime.parse(clock), entry);
  }

  private Person at(LocalDateTime clock, BiFunction<UUID, OffsetDateTime, Entry> entry) {
    entries.add(entry.apply(new UUID(1, ++made), clock.atZone(routine.zone()).toOffsetDateTime()));
    return this;
  }

  public Journal journal() {
    return Journal.of(entries);
  }

  public Instant when(String clock) {
    return LocalDateTime.parse(clock).atZone(routine.zone()).toInstant();
  }

  public Today today(String clock) {
    return plan.at(journal(), when(clock)).today();
  }

  public Verdict verdict(String clock) {
    return plan.at(journal(), when(clock)).verdict();
  }

  List<String> activities(String clock) {
    return plan.at(journal(), when(clock)).activities();
  }

  List<DueMeasure> measuresDue(String clock) {
    return plan.at(journal(), when(clock)).measuresDue();
  }

  OtherMeasures otherMeasures(String clock) {
    return plan.at(journal(), when(clock)).otherMeasures();
  }

  public Adherence adherence(String clock) {
    return plan.at(journal(), when(clock)).adherence();
  }

  public Plan plan() {
    return plan;
  }
}
