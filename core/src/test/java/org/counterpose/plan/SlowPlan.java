package org.counterpose.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.journal.Routine;
import org.counterpose.plan.Today.Ask;
import org.counterpose.plan.Today.DoseReason;
import org.counterpose.plan.Today.LeftOut;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.plan.Today.State;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.counterpose.programme.Sides;
import org.counterpose.programme.Step;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;
import org.counterpose.screening.Screened;
import org.counterpose.screening.Screening;
import org.counterpose.verdict.FunctionChange;
import org.counterpose.verdict.GlobalRating;
import org.counterpose.verdict.Judge;
import org.counterpose.verdict.Ratings;
import org.counterpose.verdict.Verdict;

/**
 * The plan once more, as plainly as it can be said and with no care for speed: clocks are watched
 * minute by minute, and every question goes through all entries again.
 */
final class SlowPlan {

  // What was seen once is remembered: the same times are watched for again and again.
  private static final Map<String, Instant> SEEN = new ConcurrentHashMap<>();
  private static final Map<String, Instant> WORK_ENDS = new ConcurrentHashMap<>();
  private static final Map<String, Boolean> NEVER = new ConcurrentHashMap<>();

  private final Programme programme;
  private final Entry.Started started;
  private final Entry.Screened screened;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Entry> later = new ArrayList<>();
  private final Instant now;
  private final List<Dated> dated = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final Instant begun;
  private final LocalDate first;
  private final LocalDate today;

  private final Set<Today.Trigger> triggers = EnumSet.noneOf(Today.Trigger.class);

  /** Whose safety answers count: for the day all of them, for what was done those known by now. */
  private List<Entry> heeded = List.of();

  /** An entry with the person's date at its moment, and the routine they had then. */
  private record Dated(Entry entry, LocalDate date, Routine routine) {}

  private record Change(Instant from, LocalDate date, Routine routine) {}

  SlowPlan(Programme programme, Collection<Entry> arrived, Instant now) {
    this.programme = programme;
    this.now = now;
    this.started = find(arrived, Entry.Started.class);
    this.screened = find(arrived, Entry.Screened.class);
    begun = started.at().toInstant();
    Instant known = (now.isAfter(begun) ? now : begun).plus(Duration.ofMinutes(10));
    Set<UUID> voided = new HashSet<>();
    for (Entry entry : arrived) {
      if (entry instanceof Entry.Void taken) {
        voided.add(taken.entry());
      }
    }
    for (Entry entry : arrived) {
      boolean gone =
          entry instanceof Entry.Void
              || (voided.contains(entry.id()) && Journal.mayBeVoided(entry));
      List<Entry> where = entry.at().toInstant().isAfter(known) ? later : entries;
      if (!gone && !where.contains(entry)) {
        where.add(entry);
      }
    }
    Comparator<Entry> inTime =
        Comparator.<Entry, Instant>comparing(entry -> entry.at().toInstant())
            .thenComparing(Entry::id);
    entries.sort(inTime);
    later.sort(inTime);
    Routine routine = started.routine();
    first = dateAt(begun, routine);
    for (Entry entry : entries) {
      Instant at = entry.at().toInstant();
      if (entry instanceof Entry.RoutineChanged changed && !at.isBefore(begun)) {
        routine = changed.routine();
        changes.add(new Change(at, dateAt(at, routine), routine));
      }
      dated.add(new Dated(entry, dateAt(at, routine), routine));
    }
    today = dateAt(now, routine);
  }

  Today today() {
    heeded = Stream.concat(entries.stream(), later.stream()).toList();
    int last = last();
    Optional<State.Stopped> stop = stop();
    int day = Math.max(1, dayOf(today));
    State state =
        stop.isPresent() ? stop.get() : day > last ? new State.Over() : new State.Running();
    List<PlannedStep> steps = new ArrayList<>();
    if (state instanceof State.Running) {
      for (Slot slot : slotsOn(today)) {
        steps.add(slot.planned(routineOn(today), reason(slot.step, today)));
      }
      steps.sort(Comparator.comparing(step -> step.dueFrom().toInstant()));
    }
    List<LeftOut> without = new ArrayList<>();
    for (Step step : programme.steps()) {
      leftOut(step, today).ifPresent(without::add);
    }
    List<Ask> asks = asks(state, day);
    return new Today(today, day, last, state, steps, without, ratedOn(day), asks, triggers);
  }

  private Optional<Entry.Rated> ratedOn(int day) {
    Optional<Entry.Rated> last = Optional.empty();
    for (Dated one : dated) {
      if (one.entry instanceof Entry.Rated rated && dayOf(one.date) == day) {
        last = Optional.of(rated);
      }
    }
    return last;
  }

  Adherence adherence() {
    heeded = entries;
    Map<String, Double> sums = new HashMap<>();
    Map<String, Integer> slots = new HashMap<>();
    int to = Math.min(Math.max(1, dayOf(today)), last());
    for (int day = 1; day <= to; day++) {
      LocalDate date = first.plusDays(day - 1L);
      for (Slot slot : slotsOn(date)) {
        Instant end = slot.to.toInstant();
        boolean past =
            !end.isAfter(now)
                && end.isAfter(started.at().toInstant())
                && !end.isAfter(stoppedSince())
                && end.isAfter(takenUp(date))
                && slot.from.toInstant().isBefore(leftBehind(date));
        if (past || slot.logged > 0) {
          slots.merge(slot.step.id(), 1, Integer::sum);
          double share = Math.min(1, slot.logged / (double) slot.seconds);
          sums.merge(slot.step.id(), share, Double::sum);
        }
      }
    }
    Map<String, Double> byStep = new HashMap<>();
    slots.forEach((step, count) -> byStep.put(step, sums.getOrDefault(step, 0.0) / count));
    double overall = byStep.values().stream().mapToDouble(share -> share).average().orElse(0);
    return new Adherence(overall, byStep);
  }

  Ratings ratings(int to) {
    TreeMap<Integer, Integer> byDay = new TreeMap<>();
    for (Dated one : dated) {
      int day = dayOf(one.date);
      if (one.entry instanceof Entry.Rated rated && day >= 1 && day <= to) {
        byDay.put(day, rated.pain());
      }
    }
    return Ratings.whole(byDay, to).withBefore(painBefore());
  }

  Ratings ratings() {
    return ratings(Math.min(Math.max(1, dayOf(today)), last()));
  }

  private int last() {
    Programme.Trial trial = programme.trial();
    if (Math.max(1, dayOf(today)) < trial.days()) {
      return trial.days();
    }
    Verdict.Answer answer = Judge.judge(ratings(trial.days()), trial).answer();
    boolean clear = answer == Verdict.Answer.BETTER || answer == Verdict.Answer.WORSE;
    return clear ? trial.days() : trial.extendTo();
  }

  private List<Ask> asks(State state, int day) {
    triggers.clear();
    List<Ask> asks = new ArrayList<>();
    if (state instanceof State.Running) {
      Instant answered = Instant.MIN;
      Instant hurt = Instant.MIN;
      Instant rose = Instant.MIN;
      boolean checked = false;
      boolean rated = false;
      for (Dated one : dated) {
        Entry entry = one.entry;
        if (entry instanceof Entry.WeeklyCheck || entry instanceof Entry.GotWorse) {
          answered = entry.at().toInstant();
        }
        if (entry instanceof Entry.WeeklyCheck
            && Math.ceilDiv(dayOf(one.date), 7) == Math.ceilDiv(day, 7)) {
          checked = true;
        }
        if (entry instanceof Entry.SessionStopped stopped
            && stopped.why() == Entry.Why.PAIN
            && entry.at().toInstant().isAfter(hurt)) {
          hurt = entry.at().toInstant();
        }
        if (entry instanceof Entry.Rated r && dayOf(one.date) >= 1) {
          rated = rated || dayOf(one.date) == day;
          if (isLastOfItsDay(one)
              && r.pain() - meanBefore(dayOf(one.date)) >= 3
              && entry.at().toInstant().isAfter(rose)) {
            rose = entry.at().toInstant();
          }
        }
      }
      if (hurt.isAfter(answered)) {
        triggers.add(Today.Trigger.SESSION_HURT);
      }
      if (rose.isAfter(answered)) {
        triggers.add(Today.Trigger.PAIN_ROSE);
      }
      if (!triggers.isEmpty()) {
        asks.add(Ask.SAFETY_CHECK);
      }
      if (day >= 8 && !checked) {
        asks.add(Ask.WEEKLY_CHECK);
      }
      if (!rated) {
        asks.add(Ask.RATING);
      }
      if (day <= 7 && scored().isEmpty()) {
        asks.add(Ask.ACTIVITIES);
      }
    }
    if (day >= 21 && !(state instanceof State.Stopped)) {
      asks.add(Ask.VERDICT);
    }
    return asks;
  }

  /** The scores of each day that has some, by names without capitals and doubled spaces. */
  private TreeMap<Integer, Map<String, Entry.Activity>> scored() {
    TreeMap<Integer, Map<String, Entry.Activity>> scored = new TreeMap<>();
    for (Dated one : dated) {
      List<Entry.Activity> activities = List.of();
      if (one.entry instanceof Entry.WeeklyCheck check) {
        activities = check.activities();
      } else if (one.entry instanceof Entry.Activities chosen) {
        activities = chosen.activities();
      }
      if (dayOf(one.date) >= 1 && !activities.isEmpty()) {
        Map<String, Entry.Activity> byName = new LinkedHashMap<>();
        for (Entry.Activity activity : activities) {
          String name = String.join(" ", activity.name().trim().toLowerCase().split(" +"));
          if (!byName.containsKey(name)) {
            byName.put(name, activity);
          }
        }
        scored.put(dayOf(one.date), byName);
      }
    }
    return scored;
  }

  OtherMeasures otherMeasures() {
    int to = Math.min(Math.max(1, dayOf(today)), last());
    Optional<GlobalRating> rating = Optional.empty();
    for (Dated one : dated) {
      int day = dayOf(one.date);
      if (one.entry instanceof Entry.WeeklyCheck check
          && check.change().isPresent()
          && day > 14
          && day <= to) {
        rating = Optional.of(new GlobalRating(day, check.change().get()));
      }
    }
    int first = 0;
    int last = 0;
    TreeMap<Integer, Map<String, Entry.Activity>> scored = scored();
    for (int day = to; day >= 1; day--) {
      if (scored.containsKey(day)) {
        first = day;
        last = last == 0 ? day : last;
      }
    }
    List<FunctionChange.Scored> both = new ArrayList<>();
    if (first != last) {
      for (Map.Entry<String, Entry.Activity> before :
          scored.getOrDefault(first, Map.of()).entrySet()) {
        Entry.Activity after = scored.getOrDefault(last, Map.of()).get(before.getKey());
        if (after != null) {
          both.add(
              new FunctionChange.Scored(
                  before.getValue().name(), before.getValue().score(), after.score()));
        }
      }
    }
    return new OtherMeasures(
        both.isEmpty() ? Optional.empty() : Optional.of(new FunctionChange(first, last, both)),
        rating,
        List.of());
  }

  private boolean isLastOfItsDay(Dated rating) {
    Dated last = rating;
    for (Dated one : dated) {
      if (one.entry instanceof Entry.Rated && one.date.equals(rating.date)) {
        last = one;
      }
    }
    return last == rating;
  }

  /** Where none of the seven days before was rated, the pain of the check; else infinitely high. */
  private double meanBefore(int day) {
    Map<Integer, Double> all = ratings(Integer.MAX_VALUE).byDay();
    double sum = 0;
    int count = 0;
    for (int before = Math.max(1, day - 7); before < day; before++) {
      if (all.containsKey(before)) {
        sum += all.get(before);
        count++;
      }
    }
    if (count == 0) {
      return screened.answers().to("pain-average").orElse(null) instanceof Answer.Amount told
          ? told.value()
          : Double.POSITIVE_INFINITY;
    }
    return sum / count;
  }

  private OptionalDouble painBefore() {
    return screened.answers().to("pain-average").orElse(null) instanceof Answer.Amount told
        ? OptionalDouble.of(told.value())
        : OptionalDouble.empty();
  }

  private Map<Instant, Screened> screenings() {
    Map<Instant, Screened> all = new LinkedHashMap<>();
    all.put(screened.at().toInstant(), Screening.screen(programme, screened.answers()));
    for (Entry entry : heeded) {
      Optional<Answers> answers =
          entry instanceof Entry.WeeklyCheck check
              ? Optional.of(check.safety())
              : entry instanceof Entry.GotWorse worse
                  ? Optional.of(worse.answers())
                  : Optional.empty();
      if (answers.isPresent()) {
        // Several at one instant must not hide each other.
        Instant at = entry.at().toInstant();
        while (all.containsKey(at)) {
          at = at.plusNanos(1);
        }
        all.put(at, Screening.screen(programme, screened.answers().with(answers.get())));
      }
    }
    return all;
  }

  private Optional<State.Stopped> stop() {
    Outcome gravest = Outcome.CLEARED;
    for (Screened screened : screenings().values()) {
      gravest = gravest.gravest(screened.clearance());
    }
    if (gravest.allowsExercise()) {
      return Optional.empty();
    }
    Set<Screened.Reason> reasons = new LinkedHashSet<>();
    for (Outcome outcome :
        List.of(Outcome.GET_HELP_NOW, Outcome.SAME_DAY, Outcome.SEE_CLINICIAN_FIRST)) {
      for (Screened screened : screenings().values()) {
        screened.reasons().stream()
            .filter(reason -> reason.outcome() == outcome)
            .forEach(reasons::add);
      }
    }
    return Optional.of(new State.Stopped(gravest, List.copyOf(reasons)));
  }

  private Instant stoppedSince() {
    for (Map.Entry<Instant, Screened> one : screenings().entrySet()) {
      if (!one.getValue().clearance().allowsExercise()) {
        return one.getKey();
      }
    }
    return Instant.MAX;
  }

  private Optional<LeftOut> leftOut(Step step, LocalDate date) {
    for (Screened screened : screenings().values()) {
      if (screened.leftOut().contains(step.id())) {
        return Optional.of(new LeftOut(step.id(), new LeftOut.Cause.ForSafety()));
      }
    }
    for (Step.NeededAid aid : step.aids()) {
      if (aid.without() == Step.Without.LEAVE_OUT && !routineOn(date).aids().contains(aid.aid())) {
        return Optional.of(new LeftOut(step.id(), new LeftOut.Cause.NotOwned(aid.aid())));
      }
    }
    return isComparedWithout(step, dayOf(date))
        ? Optional.of(new LeftOut(step.id(), new LeftOut.Cause.ForComparison()))
        : Optional.empty();
  }

  /** Whether the choice that holds on a day, and not one made on it, leaves the step out. */
  private boolean isComparedWithout(Step step, int day) {
    Optional<Entry.Comparing> holds = Optional.empty();
    int since = 0;
    for (Dated one : dated) {
      if (one.entry instanceof Entry.Comparing chosen
          && !chosen.at().toInstant().isBefore(started.at().toInstant())
          && dayOf(one.date) <= day
          && (chosen.step().isEmpty()
              || !holds.flatMap(Entry.Comparing::step).equals(chosen.step()))) {
        holds = Optional.of(chosen);
        since = dayOf(one.date);
      }
    }
    boolean isTooLate = since >= programme.trial().extendTo();
    return since < day
        && !isTooLate
        && holds.flatMap(Entry.Comparing::step).filter(step.id()::equals).isPresent()
        && Comparison.chosen(step.id(), holds.get().id(), since).leavesOut(day);
  }

  private final class Slot {
    final Step step;
    final String id;
    final ZonedDateTime from;
    final ZonedDateTime to;
    final int seconds;
    int logged;
    boolean session;
    Optional<Entry.WearStarted> running = Optional.empty();

    Slot(Step step, String id, ZonedDateTime from, ZonedDateTime to, LocalDate date) {
      this.step = step;
      this.id = id;
      this.from = from;
      this.to = to;
      this.seconds = secondsOn(step, date);
    }

    boolean done() {
      return session || (logged > 0 && logged >= seconds / 2.0);
    }

    long away(Instant moment) {
      return Math.max(
          0,
          Math.max(
              Duration.between(moment, from.toInstant()).toNanos(),
              Duration.between(to.toInstant(), moment).toNanos()));
    }

    private boolean within(Instant moment) {
      return moment.isAfter(from.toInstant()) && moment.isBefore(to.toInstant());
    }

    PlannedStep planned(Routine routine, Optional<DoseReason> reason) {
      boolean lighter = lighter(step, today);
      int week = Math.ceilDiv(Math.max(1, dayOf(today)), 7);
      List<Side> sides = List.of();
      Optional<Integer> holds = Optional.empty();
      Optional<Integer> holdSeconds = Optional.empty();
      if (step.dose() instanceof Dose.Holds dose) {
        sides = sides(dose);
        holds = Optional.of(amount(dose.holds(), week, lighter));
        holdSeconds = Optional.of(amount(dose.holdSeconds(), week, lighter));
      }
      Set<String> substitutes = new HashSet<>();
      for (Step.NeededAid aid : step.aids()) {
        if (aid.without() == Step.Without.SUBSTITUTE && !routine.aids().contains(aid.aid())) {
          substitutes.add(aid.aid());
        }
      }
      return new PlannedStep(
          step.id(),
          id,
          within(begun) ? begun.atZone(from.getZone()) : from,
          to,
          seconds,
          sides,
          holds,
          holdSeconds,
          Optional.empty(),
          Optional.empty(),
          reason,
          substitutes,
          logged,
          done(),
          running.map(entry -> entry.at().toInstant()),
          running.map(Entry::id));
    }
  }

  private int secondsOn(Step step, LocalDate date) {
    int week = Math.ceilDiv(Math.max(1, dayOf(date)), 7);
    boolean lighter = lighter(step, date);
    return switch (step.dose()) {
      case Dose.Timed timed -> amount(timed.seconds(), week, lighter);
      case Dose.Worn worn -> amount(worn.seconds(), week, lighter);
      case Dose.Breaks breaks -> breaks.seconds();
      case Dose.Holds holds -> {
        int seconds = 0;
        for (int side = 0; side < sides(holds).size(); side++) {
          for (int hold = 0; hold < amount(holds.holds(), week, lighter); hold++) {
            seconds += amount(holds.holdSeconds(), week, lighter) + holds.returnSeconds();
          }
        }
        yield seconds - holds.returnSeconds();
      }
      case Dose.Reps reps -> throw new AssertionError("no step of this programme has repetitions");
    };
  }

  private static List<Side> sides(Dose.Holds holds) {
    return ((Sides.Named) holds.sides()).sides();
  }

  private static int amount(Dose.Amount amount, int week, boolean lighter) {
    int usual = amount.weeks().get(Math.min(week, amount.weeks().size()) - 1);
    return lighter && amount.lighter() < usual ? amount.lighter() : usual;
  }

  private boolean lighter(Step step, LocalDate date) {
    for (Dated one : dated) {
      if (one.entry instanceof Entry.SessionStopped stopped
          && stopped.why() == Entry.Why.PAIN
          && stopped.step().equals(step.id())
          && one.date.plusDays(1).equals(date)) {
        return true;
      }
    }
    return false;
  }

  private Optional<DoseReason> reason(Step step, LocalDate date) {
    for (LocalDate before = date.minusDays(1);
        !before.isBefore(first);
        before = before.minusDays(1)) {
      boolean asked = leftOut(step, before).isEmpty() && !slots(step, before).isEmpty();
      if (asked) {
        int from = secondsOn(step, before);
        int to = secondsOn(step, date);
        if (to < from) {
          return Optional.of(new DoseReason.LighterAfterPain(from, to));
        }
        if (to > from && lighter(step, before)) {
          return Optional.of(new DoseReason.BackAfterLighter(from, to));
        }
        return to > from
            ? Optional.of(new DoseReason.NewWeek(Math.ceilDiv(dayOf(date), 7), from, to))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private List<Slot> slotsOn(LocalDate date) {
    List<Slot> all = new ArrayList<>();
    if (date.isBefore(first)) {
      return all;
    }
    for (Step step : programme.steps()) {
      if (leftOut(step, date).isEmpty()) {
        List<Slot> slots = slots(step, date);
        List<Slot> before = new ArrayList<>();
        for (Slot slot : slots) {
          if (!slot.to.toInstant().isAfter(started.at().toInstant())) {
            before.add(slot);
          }
        }
        boolean wholly = before.size() == slots.size();
        if (!wholly) {
          slots.removeAll(before);
        }
        if (!slots.isEmpty()) {
          log(step, date, slots);
        }
        for (Slot slot : slots) {
          boolean touched = slot.logged > 0 || slot.session || slot.running.isPresent();
          if (!wholly || touched) {
            all.add(slot);
          }
        }
      }
    }
    return all;
  }

  /** The wear of one step as stretches: from its start, or backwards from its end. */
  private void log(Step step, LocalDate date, List<Slot> slots) {
    Optional<Dated> open = Optional.empty();
    for (Dated one : dated) {
      Instant at = one.entry.at().toInstant();
      if (one.entry instanceof Entry.SessionDone done
          && done.step().equals(step.id())
          && one.date.equals(date)) {
        Slot slot = nearest(slots.stream().filter(s -> !s.done()).toList(), slots, at);
        slot.logged += done.seconds();
        slot.session = true;
      }
      if (one.entry instanceof Entry.WearStarted start && start.step().equals(step.id())) {
        forget(open, at, date, slots);
        open = Optional.of(one);
      }
      if (one.entry instanceof Entry.Worn worn && worn.step().equals(step.id())) {
        Instant began = at.minusSeconds(worn.seconds());
        LocalDate beganOn = dateAt(began, one.routine);
        boolean ends =
            open.isPresent()
                && (at.isAfter(open.get().entry.at().toInstant()) || worn.seconds() == 0)
                && (open.get().date.equals(one.date) || open.get().date.equals(beganOn));
        if (ends) {
          began = open.get().entry.at().toInstant();
          beganOn = open.get().date;
          open = Optional.empty();
        }
        if (beganOn.equals(date)) {
          notFull(slots, began).logged += worn.seconds();
        }
      }
    }
    if (open.isPresent() && open.get().date.equals(today)) {
      if (date.equals(today)) {
        notFull(slots, open.get().entry.at().toInstant()).running =
            open.map(one -> (Entry.WearStarted) one.entry);
      }
    } else {
      forget(open, now, date, slots);
    }
  }

  private void forget(Optional<Dated> open, Instant until, LocalDate date, List<Slot> slots) {
    if (open.isPresent() && open.get().date.equals(date)) {
      Instant began = open.get().entry.at().toInstant();
      Slot slot = notFull(slots, began);
      long longest = Math.max(0, Duration.between(began, until).toSeconds());
      slot.logged += (int) Math.min(longest, Math.max(0, slot.seconds - slot.logged));
    }
  }

  private static Slot notFull(List<Slot> slots, Instant moment) {
    return nearest(slots.stream().filter(s -> s.logged < s.seconds).toList(), slots, moment);
  }

  private static Slot nearest(List<Slot> some, List<Slot> all, Instant moment) {
    Slot nearest = null;
    for (Slot slot : some.isEmpty() ? all : some) {
      if (nearest == null || slot.away(moment) < nearest.away(moment)) {
        nearest = slot;
      }
    }
    return java.util.Objects.requireNonNull(nearest);
  }

  private List<Slot> slots(Step step, LocalDate date) {
    List<Slot> slots = new ArrayList<>();
    Routine routine = routineOn(date);
    if (neverWas(date, routine)) {
      return slots;
    }
    boolean work = routine.workDays().contains(date.getDayOfWeek());
    if (step.dose() instanceof Dose.Breaks breaks && work) {
      int every = routine.breakMinutes().orElse(breaks.everyMinutes());
      ZonedDateTime end = workEnd(date, routine);
      ZonedDateTime due = onClock(clock(Step.Anchor.WORK_START, date, routine), routine.zone());
      for (int n = 1; due.plusMinutes((long) n * every).isBefore(end); n++) {
        ZonedDateTime from = due.plusMinutes((long) n * every);
        ZonedDateTime next = due.plusMinutes((long) (n + 1) * every);
        slots.add(new Slot(step, "break-" + n, from, next.isBefore(end) ? next : end, date));
      }
    }
    for (Step.Slot slot : step.times()) {
      Step.When when = slot.workDay();
      if (!work) {
        boolean needsWork =
            when.windowMinutes().isEmpty()
                || when.anchor() == Step.Anchor.WORK_START
                || when.anchor() == Step.Anchor.WORK_END;
        if (slot.dayOff().isPresent()) {
          when = slot.dayOff().get();
        } else if (needsWork) {
          continue;
        }
      }
      slots.add(slot(step, slot.id(), when, date, routine));
    }
    return slots;
  }

  private Slot slot(Step step, String id, Step.When when, LocalDate date, Routine routine) {
    ZoneId zone = routine.zone();
    if (when.windowMinutes().isEmpty()) {
      return new Slot(
          step,
          id,
          onClock(clock(Step.Anchor.WORK_START, date, routine), zone),
          workEnd(date, routine),
          date);
    }
    int minutes = when.windowMinutes().get();
    LocalDateTime bed = clock(Step.Anchor.SLEEP, date, routine);
    LocalDateTime due = clock(when.anchor(), date, routine).plusMinutes(when.offsetMinutes());
    if (!due.isBefore(bed)) {
      LocalDateTime wake = clock(Step.Anchor.WAKE, date, routine);
      due = bed.minusMinutes(minutes).isBefore(wake) ? wake : bed.minusMinutes(minutes);
    }
    ZonedDateTime from = onClock(due, zone);
    ZonedDateTime to = from.plusMinutes(minutes);
    ZonedDateTime bedtime = onClock(bed, zone);
    if (to.isAfter(bedtime)) {
      to = bedtime.isBefore(from) ? from : bedtime;
    }
    return new Slot(step, id, from, to, date);
  }

  /** The end of work or of the person's day, whichever comes first, and not before work begins. */
  private ZonedDateTime workEnd(LocalDate date, Routine routine) {
    return WORK_ENDS
        .computeIfAbsent(date + " " + routine, key -> watchForWorkEnd(date, routine).toInstant())
        .atZone(routine.zone());
  }

  private ZonedDateTime watchForWorkEnd(LocalDate date, Routine routine) {
    ZoneId zone = routine.zone();
    ZonedDateTime from = onClock(clock(Step.Anchor.WORK_START, date, routine), zone);
    ZonedDateTime end = onClock(clock(Step.Anchor.WORK_END, date, routine), zone);
    if (end.isBefore(from)) {
      return from;
    }
    ZonedDateTime minute = from;
    while (minute.isBefore(end)) {
      if (dateAt(minute.toInstant(), routine).isAfter(date)) {
        return minute;
      }
      minute = minute.plusMinutes(1);
    }
    return end;
  }

  private LocalDateTime clock(Step.Anchor anchor, LocalDate date, Routine routine) {
    LocalTime turn = turn(routine);
    LocalDateTime wake = date.atTime(routine.wake());
    LocalDateTime work = date.atTime(routine.workStart());
    if (routine.wake().isBefore(turn)) {
      wake = wake.plusDays(1);
    }
    if (routine.workStart().isBefore(turn)) {
      work = work.plusDays(1);
    }
    return switch (anchor) {
      case WAKE -> wake;
      case WORK_START -> work;
      case SLEEP -> next(wake, routine.sleep());
      case WORK_END -> next(work, routine.workEnd());
    };
  }

  /** The first time after a moment at which the clock shows {@code time}. */
  private static LocalDateTime next(LocalDateTime after, LocalTime time) {
    LocalDateTime minute = after.plusMinutes(1);
    while (!minute.toLocalTime().equals(time)) {
      minute = minute.plusMinutes(1);
    }
    return minute;
  }

  private static LocalTime turn(Routine routine) {
    int wake = routine.wake().toSecondOfDay() / 60;
    int sleep = routine.sleep().toSecondOfDay() / 60;
    int start = routine.workStart().toSecondOfDay() / 60;
    int end = routine.workEnd().toSecondOfDay() / 60;
    int turn = 0;
    if (sleep <= wake) {
      turn = (sleep + wake) / 2;
    } else if (!routine.workDays().isEmpty() && end <= start && end < wake) {
      turn = (end + wake) / 2;
    }
    return LocalTime.of(turn / 60, turn % 60);
  }

  /** Watches the clock for some hours: the date has turned once it has shown the turn. */
  private static LocalDate dateAt(Instant moment, Routine routine) {
    LocalDate date = LocalDate.MIN;
    LocalTime turn = turn(routine);
    for (int ago = 4 * 60; ago >= 0; ago--) {
      LocalDateTime clock =
          moment.minus(Duration.ofMinutes(ago)).atZone(routine.zone()).toLocalDateTime();
      LocalDate shown =
          clock.toLocalTime().isBefore(turn)
              ? clock.toLocalDate().minusDays(1)
              : clock.toLocalDate();
      date = shown.isAfter(date) ? shown : date;
    }
    return date;
  }

  /** Whether no clock of the zone ever showed a time of this date. */
  private static boolean neverWas(LocalDate date, Routine routine) {
    return NEVER.computeIfAbsent(
        date + " " + turn(routine) + " " + routine.zone(), key -> watchFor(date, routine));
  }

  private static boolean watchFor(LocalDate date, Routine routine) {
    Instant around = date.atTime(turn(routine)).toInstant(ZoneOffset.UTC);
    for (int minutes = -16 * 60; minutes <= 40 * 60; minutes += 15) {
      if (dateShown(around.plus(Duration.ofMinutes(minutes)), routine).equals(date)) {
        return false;
      }
    }
    return true;
  }

  private static LocalDate dateShown(Instant moment, Routine routine) {
    LocalDateTime clock = moment.atZone(routine.zone()).toLocalDateTime();
    return clock.toLocalTime().isBefore(turn(routine))
        ? clock.toLocalDate().minusDays(1)
        : clock.toLocalDate();
  }

  /**
   * Watches the clock until it shows the wanted time; where it jumps over it, as much later as the
   * wanted time lies after the last one shown.
   */
  private static ZonedDateTime onClock(LocalDateTime wanted, ZoneId zone) {
    return SEEN.computeIfAbsent(
            wanted + " " + zone,
            key -> {
              Instant minute = wanted.toInstant(ZoneOffset.UTC).minus(Duration.ofHours(15));
              LocalDateTime before = minute.atZone(zone).toLocalDateTime();
              while (true) {
                Instant next = minute.plusSeconds(60);
                LocalDateTime shown = next.atZone(zone).toLocalDateTime();
                if (shown.equals(wanted)) {
                  return next;
                }
                if (before.isBefore(wanted) && shown.isAfter(wanted)) {
                  return minute.plus(Duration.between(before, wanted));
                }
                minute = next;
                before = shown;
              }
            })
        .atZone(zone);
  }

  private Routine routineOn(LocalDate date) {
    Routine routine = started.routine();
    for (Change change : changes) {
      if (!change.date.isAfter(date) || date.equals(today)) {
        routine = change.routine;
      }
    }
    return routine;
  }

  /** When the routine of a date was told. */
  private Instant takenUp(LocalDate date) {
    Instant from = Instant.MIN;
    for (Change change : changes) {
      if (!change.date.isAfter(date)) {
        from = change.from;
      }
    }
    return from;
  }

  /** When the person moved on to another routine before this date had passed under its own. */
  private Instant leftBehind(LocalDate date) {
    Instant until = Instant.MAX;
    for (Change change : changes) {
      if (change.date.isAfter(date)) {
        until = change.from.isBefore(until) ? change.from : until;
      } else {
        until = Instant.MAX;
      }
    }
    return until;
  }

  private int dayOf(LocalDate date) {
    return (int) (date.toEpochDay() - first.toEpochDay()) + 1;
  }

  private static <E extends Entry> E find(Collection<Entry> entries, Class<E> type) {
    return entries.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + type));
  }
}
