package org.counterpose.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.Ask;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.plan.Today.State;
import org.counterpose.reminder.Reminder.Part;
import org.counterpose.reminder.Reminder.What;

/**
 * What one day of a trial has to remind of: what is still to be done and wanted. Nothing but the
 * verdict where the plan rests, is stopped, is over, or asks for a safety answer first.
 */
final class OfTheTrial {

  private static final Duration LONG_ENOUGH = Duration.ofMinutes(60);
  private static final Duration BEFORE_THE_END = Duration.ofMinutes(30);
  private static final Duration ONCE_MORE = Duration.ofMinutes(90);
  private static final Duration OWN_TIME = Duration.ofHours(3);
  private static final int VERDICT_DAYS = 3;

  private final Journey journey;
  private final Wishes wishes;
  private final Today day;
  private final Instant now;
  private final List<Candidate> all = new ArrayList<>();

  private OfTheTrial(Journey journey, Wishes wishes, Today day, Instant now) {
    this.journey = journey;
    this.wishes = wishes;
    this.day = day;
    this.now = now;
  }

  static List<Candidate> on(Today day, Journey journey, Wishes wishes, Instant now) {
    OfTheTrial those = new OfTheTrial(journey, wishes, day, now);
    those.verdict();
    those.running();
    return List.copyOf(those.all);
  }

  private void running() {
    if (!(day.state() instanceof State.Running) || day.asksSafetyFirst()) {
      return;
    }
    switch (Silence.after(Silence.days(journey, wishes, day.date(), now))) {
      case AS_WISHED -> {
        if (wants(Kind.STEPS)) {
          steps();
        }
        rating();
        weekly();
      }
      case ONE -> afterSilence().ifPresent(this::one);
      case LAST_WORD -> {
        if (wants(Kind.STEPS) || wants(Kind.RATING) || wants(Kind.WEEKLY_CHECK)) {
          one(What.LAST);
        }
      }
      case NOTHING -> {}
    }
  }

  private boolean wants(Kind kind) {
    return wishes.kinds().contains(kind);
  }

  private boolean asks(Kind kind, Ask ask) {
    return wants(kind) && day.asks().contains(ask);
  }

  private List<PlannedStep> open() {
    return day.steps().stream()
        .filter(step -> !step.done() && step.runningSince().isEmpty())
        .filter(step -> !step.slot().startsWith("break-"))
        .toList();
  }

  private void steps() {
    List<PlannedStep> open = open();
    if (wishes.stepTimes().isEmpty()) {
      open.forEach(this::atItsTime);
    } else if (!open.isEmpty()) {
      List<String> ids = open.stream().map(PlannedStep::step).distinct().toList();
      for (LocalTime time : wishes.stepTimes()) {
        ZonedDateTime at = onClock(time);
        add(at, at.plus(OWN_TIME), What.STEPS, "steps/" + time, ids);
      }
    }
  }

  /** When it is due in the plan, and once more before that ends. */
  private void atItsTime(PlannedStep step) {
    List<String> ids = List.of(step.step());
    String key = "step/" + step.step() + "/" + step.slot();
    ZonedDateTime from = step.dueFrom();
    ZonedDateTime to = step.dueTo();
    add(from, to, What.STEPS, key + "/1", ids);
    if (Duration.between(from, to).compareTo(LONG_ENOUGH) >= 0) {
      add(to.minus(BEFORE_THE_END), to, What.STEPS, key + "/2", ids);
    }
  }

  private void rating() {
    if (asks(Kind.RATING, Ask.RATING)) {
      ZonedDateTime at = onClock(wishes.ratingAt());
      add(at, at.plus(OWN_TIME), What.RATING, "rating/1", List.of());
      add(at.plus(ONCE_MORE), at.plus(OWN_TIME), What.RATING, "rating/2", List.of());
    }
  }

  /** On every second day of a week that its questions are still open. */
  private void weekly() {
    if (asks(Kind.WEEKLY_CHECK, Ask.WEEKLY_CHECK) && (day.day() - 1) % 7 % 2 == 0) {
      ZonedDateTime at = onClock(wishes.ratingAt());
      add(at, at.plus(OWN_TIME), What.WEEKLY_CHECK, "weekly", List.of());
    }
  }

  private void verdict() {
    boolean ready =
        asks(Kind.VERDICT, Ask.VERDICT)
            && (day.state() instanceof State.Running || day.state() instanceof State.Over)
            && day.day() < day.of() + VERDICT_DAYS;
    if (ready) {
      ZonedDateTime at = onClock(wishes.ratingAt());
      Part once = new Part(What.VERDICT, "verdict/" + day.of(), List.of(), Optional.empty());
      all.add(new Candidate(at, at.plus(OWN_TIME).toInstant(), once));
    }
  }

  /** What somebody who was silent is reminded of: the first that is wanted and open. */
  private Optional<What> afterSilence() {
    if (wants(Kind.STEPS) && !open().isEmpty()) {
      return Optional.of(What.STEPS);
    }
    if (asks(Kind.RATING, Ask.RATING)) {
      return Optional.of(What.RATING);
    }
    return asks(Kind.WEEKLY_CHECK, Ask.WEEKLY_CHECK)
        ? Optional.of(What.WEEKLY_CHECK)
        : Optional.empty();
  }

  /** The one message of a day after some silence, at the first of the person's times. */
  private void one(What what) {
    ZonedDateTime at =
        onClock(wishes.stepTimes().isEmpty() ? wishes.ratingAt() : wishes.stepTimes().getFirst());
    add(at, at.plus(OWN_TIME), what, "after-silence", List.of());
  }

  private void add(
      ZonedDateTime at, ZonedDateTime until, What what, String key, List<String> steps) {
    Part part = new Part(what, day.date() + "/" + key, steps, Optional.empty());
    all.add(new Candidate(at, until.toInstant(), part));
  }

  private ZonedDateTime onClock(LocalTime time) {
    return LocalMoment.of(day.date(), time, journey.journal().routine());
  }
}
