package org.counterpose.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.Ask;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.plan.Today.State;
import org.counterpose.reminder.Reminder.Part;
import org.counterpose.reminder.Reminder.What;

/**
 * What a person is to be reminded of around a moment, from the trial, their wishes, their
 * appointments and the time alone.
 *
 * <p>Who logs is reminded at their times, and once more where a step or rating is still open. After
 * three silent days there is one message every second day, after two weeks one a week, and after
 * three weeks one that says that no more will come. Nothing comes while the plan rests, is stopped,
 * or asks for a safety answer first; appointments alone are told of always.
 */
public final class Outlook {

  /** How far ahead it looks. */
  public static final Duration AHEAD = Duration.ofHours(1);

  /** How late something may still be made up for. */
  private static final Duration BEHIND = Duration.ofHours(2);

  private static final Duration TOGETHER = Duration.ofMinutes(30);
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(60);
  private static final Duration BEFORE_THE_END = Duration.ofMinutes(30);
  private static final Duration ONCE_MORE = Duration.ofMinutes(90);
  private static final Duration OWN_TIME = Duration.ofHours(3);
  private static final Duration RATING = Duration.ofHours(3);
  private static final int DAILY = 3;
  private static final int EVERY_SECOND_DAY = 9;
  private static final int LAST_WORD = 21;
  private static final int VERDICT_DAYS = 3;

  /** An appointment of the person's. */
  public record Appointment(UUID id, Instant start) {}

  private record Candidate(LocalDate date, ZonedDateTime at, Instant until, Part part) {}

  private final Journey journey;
  private final Wishes wishes;
  private final List<Appointment> appointments;
  private final Instant now;
  private final ZoneId zone;

  private Outlook(Journey journey, Wishes wishes, List<Appointment> appointments, Instant now) {
    this.journey = journey;
    this.wishes = wishes;
    this.appointments = appointments;
    this.now = now;
    this.zone = journey.journal().routine().zone();
  }

  /** The reminders from two hours ago, made up for, to an hour ahead; in time. */
  public static List<Reminder> at(
      Journey journey, Wishes wishes, List<Appointment> appointments, Instant now) {
    return new Outlook(journey, wishes, appointments, now).reminders();
  }

  private List<Reminder> reminders() {
    List<Candidate> all = new ArrayList<>();
    Map<LocalDate, Today> days = new LinkedHashMap<>();
    for (Instant moment : List.of(now, now.plus(AHEAD))) {
      Today today = journey.today(moment);
      days.putIfAbsent(today.date(), today);
    }
    days.values().forEach(day -> ofDay(day, all));
    if (wishes.kinds().contains(Kind.APPOINTMENT)) {
      appointments.forEach(appointment -> ofAppointment(appointment, all));
    }
    return together(
        all.stream()
            .flatMap(candidate -> outsideQuietHours(candidate).stream())
            .filter(candidate -> candidate.until().isAfter(now))
            .sorted(Comparator.comparing(candidate -> candidate.at().toInstant()))
            .toList());
  }

  private void ofDay(Today day, List<Candidate> all) {
    long silent = silentDays(day.date());
    boolean runs = day.state() instanceof State.Running;
    if (wishes.kinds().contains(Kind.VERDICT)) {
      verdict(day, all);
    }
    if (!runs || day.asksSafetyFirst() || silent > LAST_WORD || !mayRemind(silent)) {
      return;
    }
    if (silent >= LAST_WORD) {
      one(day, What.LAST, all);
    } else if (silent >= DAILY) {
      one(day, What.STEPS, all);
    } else {
      if (wishes.kinds().contains(Kind.STEPS)) {
        steps(day, all);
      }
      asked(day, all);
    }
  }

  /** Whether a day after so many silent ones has a message. */
  private static boolean mayRemind(long silent) {
    if (silent < DAILY) {
      return true;
    }
    return silent < EVERY_SECOND_DAY ? silent % 2 == 0 : silent % 7 == 0;
  }

  /** The days since the person last told anything, said what they want, or could go on. */
  private long silentDays(LocalDate date) {
    LocalDate last =
        journey.journal().standing().stream()
            .filter(entry -> isThePersons(entry) || endsARest(entry))
            .map(entry -> entry.at().toInstant())
            .filter(at -> !at.isAfter(now))
            .max(Comparator.naturalOrder())
            .map(at -> at.isAfter(wishes.since()) ? at : wishes.since())
            .orElse(wishes.since())
            .atZone(zone)
            .toLocalDate();
    return Math.max(0, ChronoUnit.DAYS.between(last, date));
  }

  /** The last date on which the person told anything, where that is two days ago or more. */
  public static Optional<LocalDate> silentSince(Journey journey, Instant now) {
    ZoneId zone = journey.journal().routine().zone();
    LocalDate today = journey.today(now).date();
    return journey.journal().standing().stream()
        .filter(Outlook::isThePersons)
        .map(entry -> entry.at().toInstant())
        .filter(at -> !at.isAfter(now))
        .max(Comparator.naturalOrder())
        .map(at -> at.atZone(zone).toLocalDate())
        .filter(last -> ChronoUnit.DAYS.between(last, today) >= 2);
  }

  private static boolean isThePersons(Entry entry) {
    return entry instanceof Entry.Started
        || entry instanceof Entry.Rated
        || entry instanceof Entry.SessionDone
        || entry instanceof Entry.SessionStopped
        || entry instanceof Entry.Worn
        || entry instanceof Entry.WeeklyCheck
        || entry instanceof Entry.GotWorse
        || entry instanceof Entry.RoutineChanged;
  }

  /** Days on which nothing was to be done are not silent ones. */
  private static boolean endsARest(Entry entry) {
    return entry instanceof Entry.Resumed || entry instanceof Entry.ClearedByClinic;
  }

  private void steps(Today day, List<Candidate> all) {
    List<PlannedStep> open =
        day.steps().stream()
            .filter(step -> !step.done() && step.runningSince().isEmpty())
            .filter(step -> !step.slot().startsWith("break-"))
            .toList();
    if (wishes.stepTimes().isEmpty()) {
      for (PlannedStep step : open) {
        List<String> ids = List.of(step.step());
        String key = "step/" + step.step() + "/" + step.slot();
        ZonedDateTime from = step.dueFrom();
        ZonedDateTime to = step.dueTo();
        add(day, from, to.toInstant(), part(day, What.STEPS, key + "/1", ids), all);
        if (Duration.between(from, to).compareTo(LONG_ENOUGH) >= 0) {
          Part again = part(day, What.STEPS, key + "/2", ids);
          add(day, to.minus(BEFORE_THE_END), to.toInstant(), again, all);
        }
      }
    } else if (!open.isEmpty()) {
      List<String> ids = open.stream().map(PlannedStep::step).distinct().toList();
      wishes
          .stepTimes()
          .forEach(
              time -> {
                ZonedDateTime at = onClock(day.date(), time);
                Part part = part(day, What.STEPS, "steps/" + time, ids);
                add(day, at, at.plus(OWN_TIME).toInstant(), part, all);
              });
    }
  }

  private void asked(Today day, List<Candidate> all) {
    ZonedDateTime at = onClock(day.date(), wishes.ratingAt());
    Instant until = at.plus(RATING).toInstant();
    if (wishes.kinds().contains(Kind.RATING) && day.asks().contains(Ask.RATING)) {
      add(day, at, until, part(day, What.RATING, "rating/1", List.of()), all);
      add(day, at.plus(ONCE_MORE), until, part(day, What.RATING, "rating/2", List.of()), all);
    }
    if (wishes.kinds().contains(Kind.WEEKLY_CHECK)
        && day.asks().contains(Ask.WEEKLY_CHECK)
        && (day.day() - 1) % 7 % 2 == 0) {
      add(day, at, until, part(day, What.WEEKLY_CHECK, "weekly", List.of()), all);
    }
  }

  private void verdict(Today day, List<Candidate> all) {
    boolean ready =
        day.asks().contains(Ask.VERDICT)
            && (day.state() instanceof State.Running || day.state() instanceof State.Over)
            && day.day() < day.of() + VERDICT_DAYS;
    if (ready) {
      ZonedDateTime at = onClock(day.date(), wishes.ratingAt());
      Part part = new Part(What.VERDICT, "verdict/" + day.of(), List.of(), Optional.empty());
      add(day, at, at.plus(RATING).toInstant(), part, all);
    }
  }

  /** The one message of a day after some silence, at the first of the person's times. */
  private void one(Today day, What what, List<Candidate> all) {
    ZonedDateTime at =
        wishes.stepTimes().isEmpty()
            ? onClock(day.date(), wishes.ratingAt())
            : onClock(day.date(), wishes.stepTimes().getFirst());
    add(day, at, at.plus(OWN_TIME).toInstant(), part(day, what, "after-silence", List.of()), all);
  }

  private void ofAppointment(Appointment appointment, List<Candidate> all) {
    ZonedDateTime start = appointment.start().atZone(zone);
    String key = "appointment/" + appointment.id() + "/" + appointment.start();
    ZonedDateTime before = LocalMoment.of(start.toLocalDateTime().minusDays(1), zone);
    ZonedDateTime close = appointment.start().minus(Duration.ofHours(2)).atZone(zone);
    all.add(
        new Candidate(before.toLocalDate(), before, close.toInstant(), visit(key + "/1", start)));
    all.add(
        new Candidate(close.toLocalDate(), close, appointment.start(), visit(key + "/2", start)));
  }

  private static Part visit(String occasion, ZonedDateTime start) {
    return new Part(What.APPOINTMENT, occasion, List.of(), Optional.of(start));
  }

  private static Part part(Today day, What what, String key, List<String> steps) {
    return new Part(what, day.date() + "/" + key, steps, Optional.empty());
  }

  private static void add(
      Today day, ZonedDateTime at, Instant until, Part part, List<Candidate> all) {
    all.add(new Candidate(day.date(), at, until, part));
  }

  private ZonedDateTime onClock(LocalDate date, LocalTime time) {
    return LocalMoment.of(date, time, journey.journal().routine());
  }

  /** The same, put off to the end of the quiet hours; empty where it would be too late then. */
  private Optional<Candidate> outsideQuietHours(Candidate candidate) {
    LocalTime time = candidate.at().toLocalTime();
    if (!wishes.isQuiet(time)) {
      return Optional.of(candidate).filter(one -> one.at().toInstant().isBefore(one.until()));
    }
    LocalDate date = candidate.at().toLocalDate();
    boolean tomorrow = !time.isBefore(wishes.quietTo());
    ZonedDateTime end =
        LocalMoment.of(date.plusDays(tomorrow ? 1 : 0).atTime(wishes.quietTo()), zone);
    return end.toInstant().isBefore(candidate.until())
        ? Optional.of(new Candidate(candidate.date(), end, candidate.until(), candidate.part()))
        : Optional.empty();
  }

  /** Joins what is close together; what is too long ago or too far off is left out. */
  private List<Reminder> together(List<Candidate> inTime) {
    List<Reminder> all = new ArrayList<>();
    List<Candidate> group = new ArrayList<>();
    for (Candidate next : inTime) {
      if (!group.isEmpty()
          && Duration.between(group.getFirst().at(), next.at()).compareTo(TOGETHER) > 0) {
        joined(group).ifPresent(all::add);
        group.clear();
      }
      group.add(next);
    }
    if (!group.isEmpty()) {
      joined(group).ifPresent(all::add);
    }
    return all;
  }

  private Optional<Reminder> joined(List<Candidate> group) {
    Candidate first = group.getFirst();
    Instant at = first.at().toInstant();
    Instant until =
        group.stream().map(Candidate::until).max(Comparator.naturalOrder()).orElseThrow();
    Instant earliest = now.minus(BEHIND);
    if (at.isBefore(earliest)
        || at.isBefore(wishes.since())
        || !at.isBefore(now.plus(AHEAD))
        || !until.isAfter(now)) {
      return Optional.empty();
    }
    return Optional.of(
        new Reminder(
            first.date(), first.at(), until, group.stream().map(Candidate::part).toList()));
  }
}
