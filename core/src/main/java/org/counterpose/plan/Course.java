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
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpose.journal.Entry;
import org.counterpose.journal.EntryReader;
import org.counterpose.journal.Journal;
import org.counterpose.journal.Routine;
import org.counterpose.programme.Programme;
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
  private final List<Span> spans = new ArrayList<>();
  private final LocalDate firstDate;
  private final PersonDay today;
  private final SortedMap<Integer, Entry.Rated> ratings = new TreeMap<>();
  private final Map<LocalDate, List<Logged>> logged = new HashMap<>();
  private final Map<String, Running> running = new HashMap<>();
  private final Set<StepDate> painful = new HashSet<>();
  private final Set<Integer> weeksChecked = new HashSet<>();
  private final ScoredActivities activities = new ScoredActivities();
  private final List<GlobalRating> globalRatings = new ArrayList<>();
  private final Comparisons comparisons;
  private final Adaptations adaptations = new Adaptations();
  private final Rests rests = new Rests();
  private final Safety safety;
  private PersonDay reading;

  /** A routine, the moment from which it holds and the person's date at that moment. */
  private record Span(Instant from, LocalDate date, Routine routine) {}

  private record StepDate(String step, LocalDate date) {}

  /** Something begun to be worn and not ended. */
  record Running(Entry.WearStarted entry, LocalDate date) {}

  /** Something done or worn at a moment, for so long. */
  record Logged(String step, Instant moment, int seconds, Kind kind) {
    enum Kind {
      SESSION,
      WORN,
      /** Begun and never ended: it was worn for so long at the most. */
      FORGOTTEN
    }
  }

  private Course(Programme programme, Journal journal, Instant moment) {
    Entry.Started started = journal.started();
    this.begun = journal.startedAt();
    Instant now = within(begun.minus(FURTHEST), moment, begun.plus(FURTHEST));
    Instant known = later(now, begun).plus(EntryReader.MOST_AHEAD);
    this.safety = new Safety(programme, journal.screened(), cleared(journal, known));
    this.comparisons = new Comparisons(programme.trial().extendTo());
    this.reading = PersonDay.at(begun, started.routine());
    this.firstDate = reading.date();
    this.spans.add(new Span(Instant.MIN, LocalDate.MIN, started.routine()));
    for (Entry entry : journal.standing()) {
      if (entry.at().toInstant().isAfter(known)) {
        heed(entry);
      } else {
        read(journal, entry);
      }
    }
    this.today = PersonDay.at(now, spans.getLast().routine());
    running
        .values()
        .removeIf(
            open -> {
              boolean over = !open.date().equals(today.date());
              if (over) {
                forget(open, now);
              }
              return over;
            });
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
          ratings.put(day, e);
        }
      }
      case Entry.SessionDone e ->
          log(dateAt(at), new Logged(e.step(), at, e.seconds(), Logged.Kind.SESSION));
      case Entry.SessionStopped e -> {
        if (e.why() == Entry.Why.PAIN) {
          painful.add(new StepDate(e.step(), dateAt(at)));
          safety.painAt(at);
        }
      }
      case Entry.WearStarted e -> {
        Running before = running.put(e.step(), new Running(e, dateAt(at)));
        if (before != null) {
          forget(before, at);
        }
      }
      case Entry.Worn e -> worn(e, at);
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
      case Entry.Adapted e -> adaptations.add(dateAt(at), e);
      case Entry.Paused e -> rests.pause(e);
      case Entry.Resumed e -> rests.resume(e);
      case Entry.ClearedByClinic e -> rests.add(safety.liftedSince(), at);
      case Entry.Noted e -> {}
      case Entry.Asked e -> {}
      case Entry.Void e -> {}
    }
  }

  /** The entries whose answers the clinic had cleared by a moment. */
  private static Set<UUID> cleared(Journal journal, Instant known) {
    return journal
        .of(Entry.ClearedByClinic.class)
        .filter(entry -> !entry.at().toInstant().isAfter(known))
        .flatMap(entry -> entry.answers().stream())
        .collect(Collectors.toUnmodifiableSet());
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
      case Entry.Comparing e -> {}
      case Entry.Adapted e -> {}
      case Entry.Paused e -> {}
      case Entry.Resumed e -> {}
      case Entry.ClearedByClinic e -> {}
      case Entry.Noted e -> {}
      case Entry.Asked e -> {}
      case Entry.Void e -> {}
    }
  }

  private void change(Instant from, Routine routine) {
    reading = PersonDay.at(from, routine);
    spans.add(new Span(from, reading.date(), routine));
  }

  /** Worn time belongs to when it began: the start that it ends, or so long before its end. */
  private void worn(Entry.Worn worn, Instant at) {
    Instant began = at.minusSeconds(worn.seconds());
    LocalDate date = dateAt(at);
    Running open = running.get(worn.step());
    if (open != null && ends(open, worn, date, began)) {
      running.remove(worn.step());
      began = open.entry().at().toInstant();
      date = open.date();
    } else if (!reading.holds(began)) {
      date = PersonDay.at(began, reading.routine()).date();
    }
    log(date, new Logged(worn.step(), began, worn.seconds(), Logged.Kind.WORN));
  }

  private boolean ends(Running open, Entry.Worn worn, LocalDate date, Instant began) {
    boolean later = worn.at().toInstant().isAfter(open.entry().at().toInstant());
    return (later || worn.seconds() == 0)
        && (open.date().equals(date)
            || open.date().equals(PersonDay.at(began, reading.routine()).date()));
  }

  private void forget(Running open, Instant until) {
    Instant began = open.entry().at().toInstant();
    long seconds = Math.max(0, ChronoUnit.SECONDS.between(began, until));
    log(
        open.date(),
        new Logged(
            open.entry().step(),
            began,
            (int) Math.min(seconds, Integer.MAX_VALUE),
            Logged.Kind.FORGOTTEN));
  }

  private void log(LocalDate date, Logged what) {
    logged.computeIfAbsent(date, d -> new ArrayList<>()).add(what);
  }

  private LocalDate dateAt(Instant moment) {
    if (!reading.holds(moment)) {
      reading = PersonDay.at(moment, reading.routine());
    }
    return reading.date();
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
    return (int) ChronoUnit.DAYS.between(firstDate, date) + 1;
  }

  /** The week of the trial of a day: days 1 to 7 are week 1. */
  static int weekOf(int day) {
    return Math.floorDiv(day - 1, WEEK) + 1;
  }

  /** A date of the trial, with the routine that holds on it: that of its end, where it changed. */
  PersonDay lived(LocalDate date) {
    return date.equals(today.date())
        ? today
        : PersonDay.on(date, spans.get(spanOn(date)).routine());
  }

  Routine routineOn(LocalDate date) {
    return date.equals(today.date()) ? today.routine() : spans.get(spanOn(date)).routine();
  }

  /** From when the routine of a date held. */
  Instant heldFrom(LocalDate date) {
    return spans.get(spanOn(date)).from();
  }

  /** Until when the routine of a date held. */
  Instant heldUntil(LocalDate date) {
    int next = spanOn(date) + 1;
    return next < spans.size() ? spans.get(next).from() : Instant.MAX;
  }

  private int spanOn(LocalDate date) {
    int at = spans.size() - 1;
    while (spans.get(at).date().isAfter(date)) {
      at--;
    }
    return at;
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
  Optional<Running> running(String step) {
    return Optional.ofNullable(running.get(step));
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

  /** What the clinic changed. */
  Adaptations adaptations() {
    return adaptations;
  }

  /** When the plan asked for nothing. */
  Rests rests() {
    return rests;
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
