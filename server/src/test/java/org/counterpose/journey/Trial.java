package org.counterpose.journey;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.counterpose.app.NothingToReport;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Routine;
import org.counterpose.journeys.Begun;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.Journeys;
import org.counterpose.practice.Practice;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;

/** A trial that began some days ago, and its private link. */
record Trial(Practice practice, SettableClock clock, UUID id, String key) {

  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static final Set<String> OF_THE_MID_BACK =
      Set.of("towel", "mat", "wobble-disc", "posture-band");

  /** Begins now, with every aid owned. */
  static Trial begunNow(Served served, SettableClock clock) {
    return begun(served, clock, "mid-back", NothingToReport.answers(), OF_THE_MID_BACK);
  }

  /** Begins the ankle programme now, with every aid owned, for who ticked these wishes. */
  static Trial ofAnkles(Served served, SettableClock clock, String which, String... wishes) {
    Programme programme = served.server().practice().library().programme("ankles").orElseThrow();
    Answers answers =
        NothingToReport.to(programme)
            .with("symptoms", new Answer.Chosen(Set.of("turns")))
            .with("which-ankle", new Answer.Chosen(Set.of(which)))
            .with("pain-average", new Answer.Amount(5))
            .with("wishes", new Answer.Chosen(Set.of(wishes)));
    return begun(
        served,
        clock,
        "ankles",
        answers,
        programme.aids().stream().map(Programme.Aid::id).collect(Collectors.toSet()));
  }

  private static Trial begun(
      Served served, SettableClock clock, String id, Answers answers, Set<String> aids) {
    Practice practice = served.server().practice();
    Programme programme = practice.library().programme(id).orElseThrow();
    Begun begun =
        practice.journeys().begin(programme, answers, ordinaryDay(LocalTime.of(23, 0), aids));
    if (begun instanceof Begun.Started started) {
      return new Trial(practice, clock, started.journey().id(), started.key());
    }
    throw new AssertionError("refused: " + begun);
  }

  static Routine ordinaryDay(LocalTime sleep) {
    return ordinaryDay(sleep, OF_THE_MID_BACK);
  }

  private static Routine ordinaryDay(LocalTime sleep, Set<String> aids) {
    return new Routine(
        LocalTime.of(7, 0),
        sleep,
        LocalTime.of(9, 0),
        LocalTime.of(17, 30),
        Set.of(
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY),
        aids,
        NEW_YORK,
        Optional.empty());
  }

  /** Goes on to a day of the trial, rating each day before it; not-a-number is a missed day. */
  Trial ratedUntil(int day, IntToDoubleFunction pain) {
    return ratedUntil(day, pain, now -> Double.NaN);
  }

  /** The same for somebody who rates stiffness too, on days with a rating of pain. */
  Trial ratedUntil(int day, IntToDoubleFunction pain, IntToDoubleFunction stiffness) {
    rate(1, pain, stiffness);
    return goesOn(1, day, pain, stiffness);
  }

  /** Goes on from a day that is rated already to a later one, rating each day. */
  Trial goesOn(int from, int to, IntToDoubleFunction pain, IntToDoubleFunction stiffness) {
    for (int day = from + 1; day <= to; day++) {
      clock.goOn(Duration.ofDays(1));
      rate(day, pain, stiffness);
    }
    return this;
  }

  private void rate(int day, IntToDoubleFunction pain, IntToDoubleFunction stiffness) {
    double rating = pain.applyAsDouble(day);
    double stiff = stiffness.applyAsDouble(day);
    if (!Double.isNaN(rating)) {
      add(
          new Entry.Rated(
              UUID.randomUUID(),
              nowThere(),
              (int) rating,
              Double.isNaN(stiff) ? Optional.empty() : Optional.of((int) stiff)));
    }
  }

  /** Scores one activity at the beginning, as in the first week. */
  Trial wants(String activity, int score) {
    return add(
        new Entry.Activities(
            UUID.randomUUID(), nowThere(), List.of(new Entry.Activity(activity, score))));
  }

  /** Answers the weekly questions: nothing grave, one activity, and how it is all in all. */
  Trial checksTheWeek(String activity, int score, int change) {
    Answer none = new Answer.Chosen(Set.of());
    return add(
        new Entry.WeeklyCheck(
            UUID.randomUUID(),
            nowThere(),
            new Answers(
                Map.of(
                    "emergency-signs", none,
                    "cord-signs", none,
                    "infection-signs", none,
                    "serious-signs", none,
                    "cancer", new Answer.YesNo(false))),
            List.of(new Entry.Activity(activity, score)),
            Optional.of(change)));
  }

  /** Measures something on one side. */
  Trial measures(String measure, Side side, double value) {
    return add(
        new Entry.Measured(UUID.randomUUID(), nowThere(), measure, value, Optional.of(side)));
  }

  Trial does(String step, int seconds) {
    return add(new Entry.SessionDone(UUID.randomUUID(), nowThere(), step, seconds, List.of()));
  }

  Trial add(Entry entry) {
    Journeys journeys = practice.journeys();
    journeys.append(journey(), List.of(entry));
    return this;
  }

  /** The same trial at a server that was started again. */
  Trial at(Served again) {
    return new Trial(again.server().practice(), clock, id, key);
  }

  Journey journey() {
    return practice.journeys().open(id.toString(), key).orElseThrow();
  }

  Instant now() {
    return clock.instant();
  }

  /** Now, as the person's clock shows it. */
  OffsetDateTime nowThere() {
    return clock.instant().atZone(NEW_YORK).toOffsetDateTime();
  }

  String link() {
    return "/j/" + id + "/" + key;
  }
}
