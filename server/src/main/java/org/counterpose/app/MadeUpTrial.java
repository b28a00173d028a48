package org.counterpose.app;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.DueMeasure;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.Ask;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Measure;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;
import org.counterpose.programme.Side;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;

/**
 * What somebody who does not exist did from the start of their trial on: most ratings, some of the
 * sessions, the weekly questions. Pain goes from one level to another with a scatter that carries
 * over from day to day. Each thing is done only where the plan asks for it, by all that was known
 * at that moment.
 */
final class MadeUpTrial {

  private static final double DAY_TO_DAY_SD = 1.0;
  private static final double CARRIED_OVER = 0.3;

  /** By when on an evening all of it is told. */
  private static final Duration TELLING = Duration.ofMinutes(5);

  /** How much later than meant anything is done, at most. */
  private static final Duration LATER = Duration.ofSeconds(40);

  /** What is due late is done after the evening's rating, before midnight. */
  private static final Duration UNTIL_NIGHT = Duration.ofMinutes(3 * 60 + 50);

  /** Who raises both heels many times does it less often on one leg: made up, as all of it. */
  private static final String ON_ONE_LEG = "raises-one-leg";

  private static final String ON_BOTH_LEGS = "raises-both-legs";

  private static final double ONE_LEG_SHARE = 0.4;

  private static final List<String> FOR_LEGS =
      List.of(
          "Going down the stairs",
          "Walking on rough ground",
          "Standing at work",
          "Running for the bus");

  private static final List<String> FOR_BACKS =
      List.of(
          "Sitting through a meeting",
          "Driving for an hour",
          "Lifting the shopping",
          "Looking over my shoulder",
          "Reading in bed");

  /** Pain, 0 to 10, at the start and on the day of the first verdict. */
  record Pain(double from, double to) {}

  private final Journey begun;
  private final Pain pain;
  private final ZoneId zone;
  private final RandomGenerator random;
  private final ZonedDateTime start;
  private final double diligence;
  private final List<String> chosen;
  private final boolean toldAtOnce;
  private final List<Entry> entries = new ArrayList<>();
  private Instant lived;
  private double scatter;

  MadeUpTrial(Journey begun, Pain pain, ZoneId zone, RandomGenerator random) {
    this.begun = begun;
    this.pain = pain;
    this.zone = zone;
    this.random = random;
    this.lived = begun.journal().started().at().toInstant();
    this.start = lived.atZone(zone);
    this.diligence = random.nextDouble(0.5, 0.95);
    this.chosen = someThings();
    this.toldAtOnce = random.nextInt(8) > 0;
  }

  /** All that happened since the start. */
  List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The trial as it stands by what happened so far. */
  Journey soFar() {
    return new Journey(begun.id(), begun.plan(), begun.journal().union(Journal.of(entries)));
  }

  /** Something comes between. */
  void happens(Entry entry) {
    entries.add(entry);
  }

  /** Goes on to a moment. */
  void liveUntil(Instant moment) {
    long from = ChronoUnit.DAYS.between(start.toLocalDate(), lived.atZone(zone).toLocalDate());
    long to = ChronoUnit.DAYS.between(start.toLocalDate(), moment.atZone(zone).toLocalDate());
    for (int day = (int) from; day <= to; day++) {
      Instant evening = start.toLocalDate().plusDays(day).atTime(20, 0).atZone(zone).toInstant();
      boolean isTold = lived.isBefore(evening) && !evening.plus(TELLING).isAfter(moment);
      if (lived.isBefore(evening)) {
        sessions(moment.isBefore(evening) ? moment : evening);
      }
      if (isTold) {
        evening(day, evening);
      }
      if (moment.isAfter(evening)) {
        lived = lived.isBefore(evening) ? evening : lived;
        Instant night = evening.plus(UNTIL_NIGHT);
        sessions(moment.isBefore(night) ? moment : night);
      }
    }
    lived = moment;
  }

  /** What is done of the plan from where they are to a moment of the same day. */
  private void sessions(Instant until) {
    Today today = soFar().today(until);
    if (!today.isOpen()) {
      return;
    }
    for (PlannedStep planned : today.steps()) {
      Instant end = planned.dueFrom().toInstant().plusSeconds(planned.seconds() + 60L);
      Instant latest = end.plus(LATER);
      if (planned.done()
          || planned.dueFrom().toInstant().isBefore(lived)
          || latest.isAfter(until)
          || random.nextDouble() > diligence) {
        continue;
      }
      boolean worn =
          begun.programme().step(planned.step()).orElseThrow().dose() instanceof Dose.Worn;
      entries.add(
          worn
              ? new Entry.Worn(id(), at(end), planned.step(), planned.seconds())
              : new Entry.SessionDone(
                  id(), at(end), planned.step(), planned.seconds(), planned.sides()));
    }
  }

  /** What is told on an evening, where it is asked for. */
  private void evening(int day, Instant evening) {
    scatter =
        CARRIED_OVER * scatter
            + Math.sqrt(1 - CARRIED_OVER * CARRIED_OVER) * random.nextGaussian(0, DAY_TO_DAY_SD);
    double now =
        pain.from() + (pain.to() - pain.from()) * day / begun.programme().trial().days() + scatter;
    Today today = soFar().today(evening);
    if (today.asks().contains(Ask.MEASURES) && !today.asksSafetyFirst() && day % 7 == 0) {
      measure(evening, pain.to() < pain.from() ? day : 0);
    }
    if (today.asks().contains(Ask.RATING) && random.nextDouble() < 0.9) {
      entries.add(new Entry.Rated(id(), at(evening), points(now), Optional.of(points(now + 0.5))));
    }
    if (today.asks().contains(Ask.ACTIVITIES) && day == 0 && toldAtOnce) {
      entries.add(
          new Entry.Activities(id(), at(evening.plusSeconds(60)), scored(chosen, 10 - now)));
    }
    if (today.asks().contains(Ask.WEEKLY_CHECK) && day % 7 == 0) {
      entries.add(
          new Entry.WeeklyCheck(
              id(),
              at(evening.plusSeconds(60)),
              nothing(begun.programme()),
              scored(chosen, 10 - now),
              Optional.of(Math.clamp(Math.round(pain.from() - now), -5, 5))));
    }
    Instant told = evening.plusSeconds(120);
    if (soFar().today(told).triggers().equals(Set.of(Today.Trigger.PAIN_ROSE))) {
      entries.add(new Entry.GotWorse(id(), at(told), nothing(begun.programme())));
    }
  }

  /** One to three of the things that become hard. */
  private List<String> someThings() {
    List<String> all =
        new ArrayList<>(begun.programme().measures().isEmpty() ? FOR_BACKS : FOR_LEGS);
    while (all.size() > 3 || all.size() > 1 && random.nextInt(3) == 0) {
      all.remove(random.nextInt(all.size()));
    }
    return all;
  }

  /** Each about as easy as told, and not all the same. */
  private List<Entry.Activity> scored(List<String> things, double ease) {
    return things.stream()
        .map(thing -> new Entry.Activity(thing, points(ease + random.nextGaussian(0, 0.7))))
        .toList();
  }

  /**
   * Measures what is due this week, each a little further along the later it is, and never more on
   * one leg than on both.
   */
  private void measure(Instant evening, int days) {
    double share = 0.3 + days / 100.0 + random.nextDouble(-0.1, 0.1);
    for (DueMeasure due : soFar().measuresDue(evening)) {
      Measure measure = begun.programme().measure(due.measure()).orElseThrow();
      List<Optional<Side>> sides =
          due.sides().isEmpty()
              ? List.of(Optional.empty())
              : due.sides().stream().map(Optional::of).toList();
      for (Optional<Side> side : sides) {
        double along = Math.clamp(share + random.nextDouble(-0.05, 0.05), 0, 1);
        double reach = measure.to() * (measure.id().equals(ON_ONE_LEG) ? ONE_LEG_SHARE : 1);
        double value = measure.from() + along * (reach - measure.from());
        double fitting = measure.step() * Math.round(value / measure.step());
        entries.add(
            new Entry.Measured(
                id(), at(evening), due.measure(), Math.min(fitting, most(measure)), side));
      }
    }
  }

  private double most(Measure measure) {
    return measure.id().equals(ON_ONE_LEG)
        ? entries.stream()
            .filter(Entry.Measured.class::isInstance)
            .map(Entry.Measured.class::cast)
            .filter(measured -> measured.measure().equals(ON_BOTH_LEGS))
            .reduce((earlier, later) -> later)
            .map(Entry.Measured::value)
            .orElse(measure.to())
        : measure.to();
  }

  /** The weekly safety questions, all with a no. */
  private static Answers nothing(Programme programme) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (Question question : programme.questions()) {
      if (question.weekly()) {
        answers.put(
            question.id(),
            question.kind() instanceof Question.YesNo
                ? new Answer.YesNo(false)
                : new Answer.Chosen(Set.of()));
      }
    }
    return new Answers(answers);
  }

  private static int points(double pain) {
    return Math.clamp(Math.round(pain), 0, 10);
  }

  private OffsetDateTime at(Instant instant) {
    return instant
        .plusSeconds(random.nextInt((int) LATER.toSeconds()))
        .atZone(zone)
        .toOffsetDateTime();
  }

  private UUID id() {
    return MadeUpNeeds.id(random);
  }
}
