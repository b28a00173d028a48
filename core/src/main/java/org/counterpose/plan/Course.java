package org.counterpose.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.counterpose.journal.EntryReader;
import org.counterpose.journal.Journal;
import org.counterpose.journal.Routine;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.counterpose.verdict.GlobalRating;

/**
 * A journal read once from its beginning to one moment: which routine held when, what was logged on
 * which of the person's dates, what was rated on which day of the trial. Only what the safety
 * answers forbid is read from the whole journal.
 *
 * <p>A person's clock may run a little ahead of ours, so what it dates a few minutes later is known
 * already.
 */
final class Course {

  private static final int WEEK = 7;

  /** No trial reaches so far from its start; what is asked of a later moment is asked of this. */
  private static final Duration FURTHEST = Duration.ofDays(36_500);

  private final Instant begun;
  private final Routines routines;
  private final LocalDate firstDate;
  private final PersonDay today;
  private final SortedMap<Integer, Entry.Rated> ratings = new TreeMap<>();
  private final Set<UUID> corrected = new HashSet<>();
  private final Map<LocalDate, List<Logged>> logged = new HashMap<>();
  private final Wearing wearing = new Wearing(this::log);
  private final Set<StepDate> painful = new HashSet<>();
  private final Set<Integer> weeksChecked = new HashSet<>();
  private final ScoredActivities activities = new ScoredActivities();
  private final List<GlobalRating> globalRatings = new ArrayList<>();
  private final List<Side> affected;
  private final Measurements measurements;
  private final Stages stages;
  private final Comparisons comparisons;
  private final Adaptations adaptations = new Adaptations();
  private final Rests rests = new Rests();
  private final SortedSet<Integer> saferOn = new TreeSet<>();
  private final Safety safety;
  private PersonDay reading;

  private record StepDate(String step, LocalDate date) {}

  private Course(Programme programme, Journal journal, Instant moment) {
    Entry.Started started = journal.started();
    this.begun = journal.startedAt();
    Instant now = within(begun.minus(FURTHEST), moment, begun.plus(FURTHEST));
    Instant known = later(now, begun).plus(EntryReader.MOST_AHEAD);
    this.safety = new Safety(programme, journal.screened(), Looked.of(journal, known));
    this.comparisons = new Comparisons(programme.trial().extendTo());
    this.reading = PersonDay.at(begun, started.routine());
    this.firstDate = reading.date();
    this.routines = new Routines(started.routine());
    this.affected = Affected.sides(programme, journal.screened().answers());
    this.measurements = new Measurements(affected);
    this.stages = new Stages(programme, measurements, firstDate);
    for (Entry entry : journal.standing()) {
      if (entry.at().toInstant().isAfter(known)) {
        heed(entry);
      } else {
        read(journal, entry);
      }
    }
    this.today = PersonDay.at(now, routines.latest());
    wearing.forgetAllBefore(today.date(), now);
  }

  /** The course of a trial up to {@code now}. */
  static Course of(Programme programme, Journal journal, Instant now) {
    return new Course(programme, journal, now);
  }

  private void read(Journal journal, Entry entry) {
    Instant at = entry.at().toInstant();
    switch (entry) {
      case Entry.RoutineChanged e -> {
        if (journal.holds(e)) {
          change(at, e.routine());
        }
      }
      case Entry.Rated e -> {
        int day = dayOf(dateAt(at));
        if (day >= 1) {
          Optional.ofNullable(ratings.put(day, e)).map(Entry::id).ifPresent(corrected::add);
        }
      }
      case Entry.SessionDone e ->
          log(
              dateAt(at),
              new Logged(e.step(), at, e.seconds(), e.reps().orElse(0), Logged.Kind.SESSION));
      case Entry.SessionStopped e -> {
        if (e.why() == Entry.Why.PAIN) {
          painful.add(new StepDate(e.step(), dateAt(at)));
          safety.painAt(at);
        }
      }
      case Entry.WearStarted e -> wearing.begin(e, dateAt(at));
      case Entry.Worn e -> wearing.end(e, dayAt(at));
      case Entry.WeeklyCheck e -> {
        int day = dayOf(dateAt(at));
        weeksChecked.add(weekOf(day));
        activities.add(day, e.activities());
        e.change().ifPresent(points -> globalRatings.add(new GlobalRating(day, points)));
        safety.answered(e, e.safety());
      }
      case Entry.Activities e -> activities.add(dayOf(dateAt(at)), e.activities());
      case Entry.GotWorse e -> safety.answered(e, e.answers());
      case Entry.Screened e -> {}
      case Entry.Started e -> {}
      case Entry.Comparing e -> {
        if (!at.isBefore(startedAt())) {
          comparisons.choose(e, dayOf(dateAt(at)));
        }
      }
      case Entry.Posture e -> {}
      case Entry.Measured e -> measurements.add(dateAt(at), e);
      case Entry.Adapted e -> adaptations.add(dateAt(at), e);
      case Entry.Paused e -> rests.pause(e);
      case Entry.Resumed e -> rests.resume(e);
      case Entry.ClearedByClinic e -> rests.add(safety.liftedSince(), at);
      case Entry.MadeSafer e -> {
        saferOn.add(dayOf(dateAt(at)));
        if (e.parts().contains(Entry.SaferPart.QUESTIONS)) {
          safety.askedAnewAt(at);
        }
      }
      case Entry.Noted e -> {}
      case Entry.Asked e -> {}
      case Entry.Void e -> {}
    }
  }

  /** What an entry forbids that is dated after the moment. */
  private void heed(Entry entry) {
    switch (entry) {
      case Entry.WeeklyCheck e -> safety.answeredLater(e, e.safety());
      case Entry.GotWorse e -> safety.answeredLater(e, e.answers());
      case Entry.Activities e -> {}
      case Entry.RoutineChanged e -> {}
      case Entry.Rated e -> {}
      case Entry.SessionDone e -> {}
      case Entry.SessionStopped e -> {}
      case Entry.WearStarted e -> {}
      case Entry.Worn e -> {}
      case Entry.Screened e -> {}
      case Entry.Started e -> {}
      case Entry.Posture e -> {}
      case Entry.Measured e -> {}
      case Entry.Comparing e -> {}
      case Entry.Adapted e -> {}
      case Entry.Paused e -> {}
      case Entry.Resumed e -> {}
      case Entry.ClearedByClinic e -> {}
      case Entry.MadeSafer e -> {}
      case Entry.Noted e -> {}
      case Entry.Asked e -> {}
      case Entry.Void e -> {}
    }
  }

  private void change(Instant from, Routine routine) {
    reading = PersonDay.at(from, routine);
    routines.change(from, reading.date(), routine);
  }

  private void log(LocalDate date, Logged what) {
    logged.computeIfAbsent(date, d -> new ArrayList<>()).add(what);
  }

  private LocalDate dateAt(Instant moment) {
    return dayAt(moment).date();
  }

  private PersonDay dayAt(Instant moment) {
    if (!reading.holds(moment)) {
      reading = PersonDay.at(moment, reading.routine());
    }
    return reading;
  }

  Instant startedAt() {
    return begun;
  }

  PersonDay today() {
    return today;
  }

  /** Today's day of the trial, from 1. */
  int day() {
    return Math.max(1, dayOf(today.date()));
  }

  LocalDate date(int day) {
    return firstDate.plusDays(day - 1L);
  }

  /** The day of the trial of a date; below 1 before the start. */
  int dayOf(LocalDate date) {
    return dayOf(firstDate, date);
  }

  /** Which day a date is, where {@code first} is day 1. */
  static int dayOf(LocalDate first, LocalDate date) {
    return (int) ChronoUnit.DAYS.between(first, date) + 1;
  }

  /** The week of the trial of a day: days 1 to 7 are week 1. */
  static int weekOf(int day) {
    return Math.floorDiv(day - 1, WEEK) + 1;
  }

  /** A date of the trial, with the routine that holds on it: that of its end, where it changed. */
  PersonDay lived(LocalDate date) {
    return date.equals(today.date()) ? today : PersonDay.on(date, routines.on(date));
  }

  /** When which routine held. */
  Routines routines() {
    return routines;
  }

  /** The ratings in whose place a later one of the same day counts. */
  Set<UUID> corrected() {
    return corrected;
  }

  /** The last rating of each day of the trial. */
  SortedMap<Integer, Entry.Rated> ratings() {
    return ratings;
  }

  /** What was logged on a date, in the order in which it was logged. */
  List<Logged> logged(LocalDate date) {
    return logged.getOrDefault(date, List.of());
  }

  /** What is being worn today. */
  Optional<Wearing.Running> running(String step) {
    return wearing.of(step);
  }

  boolean stoppedForPain(String step, LocalDate date) {
    return painful.contains(new StepDate(step, date));
  }

  boolean weekChecked(int week) {
    return weeksChecked.contains(week);
  }

  /** What was scored of the activities that the person chose. */
  ScoredActivities activities() {
    return activities;
  }

  /** The global ratings of change of the weekly checks, in time. */
  List<GlobalRating> globalRatings() {
    return globalRatings;
  }

  /** Whether the plan was stopped or paused at some time of a day. */
  boolean isStoppedOn(PersonDay day) {
    return safety.stoppedSince().isBefore(day.ends()) || rests.touch(day.begins(), day.ends());
  }

  /** The sides that the complaint is about. */
  List<Side> affected() {
    return affected;
  }

  /** What was measured. */
  Measurements measurements() {
    return measurements;
  }

  /** Which stage of each step was reached when. */
  Stages stages() {
    return stages;
  }

  /** What the clinic changed. */
  Adaptations adaptations() {
    return adaptations;
  }

  /** When the plan asked for nothing. */
  Rests rests() {
    return rests;
  }

  /** The days of the trial on which its programme was made safer. */
  SortedSet<Integer> saferOn() {
    return saferOn;
  }

  /** Which steps are left out on which days, for the comparison that the person chose. */
  Comparisons comparisons() {
    return comparisons;
  }

  Safety safety() {
    return safety;
  }

  private static Instant within(Instant least, Instant moment, Instant most) {
    return moment.isBefore(least) ? least : moment.isAfter(most) ? most : moment;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
