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
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.counterpose.journal.Entry;
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
 * over from day to day.
 */
final class MadeUpTrial {

  private static final double DAY_TO_DAY_SD = 1.0;
  private static final double CARRIED_OVER = 0.3;

  /** Who raises both heels many times does it less often on one leg: made up, as all of it. */
  private static final String ON_ONE_LEG = "raises-one-leg";

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

  private final Journey journey;
  private final ZoneId zone;
  private final RandomGenerator random;

  MadeUpTrial(Journey journey, ZoneId zone, RandomGenerator random) {
    this.journey = journey;
    this.zone = zone;
    this.random = random;
  }

  /** The entries until a moment of somebody whose pain goes from one level to another. */
  List<Entry> entries(double from, double to, Instant until) {
    List<Entry> entries = new ArrayList<>();
    double diligence = random.nextDouble(0.5, 0.95);
    List<String> chosen = someThings();
    boolean toldAtOnce = random.nextInt(8) > 0;
    double scatter = 0;
    ZonedDateTime start = journey.journal().started().at().toInstant().atZone(zone);
    int days = (int) ChronoUnit.DAYS.between(start.toLocalDate(), until.atZone(zone).toLocalDate());
    for (int day = 0; day <= days; day++) {
      Instant evening = start.toLocalDate().plusDays(day).atTime(20, 0).atZone(zone).toInstant();
      if (evening.isAfter(until)) {
        break;
      }
      scatter =
          CARRIED_OVER * scatter
              + Math.sqrt(1 - CARRIED_OVER * CARRIED_OVER) * random.nextGaussian(0, DAY_TO_DAY_SD);
      double pain = from + (to - from) * day / journey.programme().trial().days() + scatter;
      if (random.nextDouble() < 0.9) {
        entries.add(
            new Entry.Rated(id(), at(evening), points(pain), Optional.of(points(pain + 0.5))));
      }
      if (day == 0 && toldAtOnce) {
        entries.add(
            new Entry.Activities(id(), at(evening.plusSeconds(60)), scored(chosen, 10 - pain)));
      }
      if (day % 7 == 0) {
        entries.addAll(measured(evening, to < from ? day : 0));
      }
      Today today = journey.today(evening);
      entries.addAll(done(today, diligence, evening));
      if (today.asks().contains(Ask.WEEKLY_CHECK) && day % 7 == 0) {
        entries.add(
            new Entry.WeeklyCheck(
                id(),
                at(evening.plusSeconds(60)),
                nothing(journey.programme()),
                scored(chosen, 10 - pain),
                Optional.of(Math.clamp(Math.round(from - pain), -5, 5))));
      }
    }
    return entries;
  }

  /** One to three of the things that become hard. */
  private List<String> someThings() {
    List<String> all =
        new ArrayList<>(journey.programme().measures().isEmpty() ? FOR_BACKS : FOR_LEGS);
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

  /** What is to be measured this week, each a little further along the later it is. */
  private List<Entry> measured(Instant evening, int days) {
    List<Entry> measured = new ArrayList<>();
    for (DueMeasure due : journey.measuresDue(evening)) {
      Measure measure = journey.programme().measure(due.measure()).orElseThrow();
      List<Optional<Side>> sides =
          due.sides().isEmpty()
              ? List.of(Optional.empty())
              : due.sides().stream().map(Optional::of).toList();
      for (Optional<Side> side : sides) {
        double share = Math.clamp(0.3 + days / 100.0 + random.nextDouble(-0.1, 0.1), 0, 1);
        double reach = measure.to() * (measure.id().equals(ON_ONE_LEG) ? ONE_LEG_SHARE : 1);
        double value = measure.from() + share * (reach - measure.from());
        double fitting = measure.step() * Math.round(value / measure.step());
        measured.add(new Entry.Measured(id(), at(evening), due.measure(), fitting, side));
      }
    }
    return measured;
  }

  private List<Entry> done(Today today, double diligence, Instant evening) {
    List<Entry> done = new ArrayList<>();
    for (PlannedStep planned : today.steps()) {
      Instant end = planned.dueFrom().toInstant().plusSeconds(planned.seconds() + 60L);
      if (end.isAfter(evening) || random.nextDouble() > diligence) {
        continue;
      }
      boolean worn =
          journey.programme().step(planned.step()).orElseThrow().dose() instanceof Dose.Worn;
      done.add(
          worn
              ? new Entry.Worn(id(), at(end), planned.step(), planned.seconds())
              : new Entry.SessionDone(
                  id(), at(end), planned.step(), planned.seconds(), planned.sides()));
    }
    return done;
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
                : new Answer.Chosen(java.util.Set.of()));
      }
    }
    return new Answers(answers);
  }

  private static int points(double pain) {
    return Math.clamp(Math.round(pain), 0, 10);
  }

  private OffsetDateTime at(Instant instant) {
    return instant.plus(Duration.ofSeconds(random.nextInt(40))).atZone(zone).toOffsetDateTime();
  }

  private UUID id() {
    return MadeUpNeeds.id(random);
  }
}
