package org.counterpose.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterpose.journal.Routine;
import org.counterpose.programme.Step;

/**
 * One date as a person lives it: from the turn of their day to the next. The day turns at midnight,
 * or, for those who go to bed after midnight, halfway through their sleep; so what they do late at
 * night still belongs to the evening before.
 *
 * <p>A day begins with the first instant at which the clock shows its turn or later. Where the
 * clocks go back over the turn, the day does not begin a second time; a date that a zone skips
 * altogether has no length.
 */
final class PersonDay {

  private static final int MINUTES = 24 * 60;

  /** How long something stays due that was set for a time of the clock; our own choice. */
  private static final int SET_TIME_MINUTES = 90;

  private final LocalDate date;
  private final Routine routine;
  private final LocalTime turn;
  private final Instant begins;
  private final Instant ends;

  private PersonDay(LocalDate date, Routine routine, LocalTime turn) {
    this.date = date;
    this.routine = routine;
    this.turn = turn;
    this.begins = firstAt(date.atTime(turn), routine);
    this.ends = firstAt(date.plusDays(1).atTime(turn), routine);
  }

  static PersonDay on(LocalDate date, Routine routine) {
    return new PersonDay(date, routine, turn(routine));
  }

  /** The day to which a moment belongs. */
  static PersonDay at(Instant moment, Routine routine) {
    LocalTime turn = turn(routine);
    LocalDateTime clock = moment.atZone(routine.zone()).toLocalDateTime();
    LocalDate date = clock.minusMinutes(minuteOf(turn)).toLocalDate();
    PersonDay day = new PersonDay(date, routine, turn);
    while (moment.isBefore(day.begins)) {
      day = new PersonDay(day.date.minusDays(1), routine, turn);
    }
    while (!moment.isBefore(day.ends)) {
      day = new PersonDay(day.date.plusDays(1), routine, turn);
    }
    return day;
  }

  LocalDate date() {
    return date;
  }

  Routine routine() {
    return routine;
  }

  Instant begins() {
    return begins;
  }

  /** When the next day begins. */
  Instant ends() {
    return ends;
  }

  boolean holds(Instant moment) {
    return !moment.isBefore(begins) && moment.isBefore(ends);
  }

  /** A date that the zone left out when it moved across the date line. */
  boolean isSkipped() {
    return !begins.isBefore(ends);
  }

  boolean isWorkDay() {
    return routine.workDays().contains(date.getDayOfWeek());
  }

  /**
   * When a slot is due today; empty on a day that has no such slot. On a day off the slot's own
   * time for such days holds; without one, a slot that hangs on the working hours is left out.
   */
  Optional<Window> window(Step.Slot slot) {
    return isSkipped() ? Optional.empty() : when(slot).map(this::window);
  }

  /** The stretch from a time of the clock on in which something set for it is due today. */
  Optional<Window> window(LocalTime time) {
    if (isSkipped()) {
      return Optional.empty();
    }
    ZonedDateTime due = onClock(today(time));
    return Optional.of(new Window(due, due.plusMinutes(SET_TIME_MINUTES)).until(onClockAtEnd()));
  }

  private ZonedDateTime onClockAtEnd() {
    return ends.atZone(routine.zone());
  }

  /** Whether the step's times ask for anything today. */
  boolean asksFor(Step.Slot slot) {
    return !isSkipped() && when(slot).isPresent();
  }

  private Optional<Step.When> when(Step.Slot slot) {
    if (isWorkDay()) {
      return Optional.of(slot.workDay());
    }
    return slot.dayOff().or(() -> Optional.of(slot.workDay()).filter(PersonDay::isFreeOfWork));
  }

  private static boolean isFreeOfWork(Step.When when) {
    return when.windowMinutes().isPresent()
        && switch (when.anchor()) {
          case WAKE, SLEEP -> true;
          case WORK_START, WORK_END -> false;
        };
  }

  private Window window(Step.When when) {
    if (when.windowMinutes().isEmpty()) {
      return work();
    }
    int minutes = when.windowMinutes().get();
    LocalDateTime from = anchor(when.anchor()).plusMinutes(when.offsetMinutes());
    LocalDateTime sleep = anchor(Step.Anchor.SLEEP);
    if (!from.isBefore(sleep)) {
      // Work that ends at bedtime leaves nothing after it: the last stretch before sleep serves.
      from = later(sleep.minusMinutes(minutes), anchor(Step.Anchor.WAKE));
    }
    ZonedDateTime due = onClock(from);
    return new Window(due, due.plusMinutes(minutes)).until(onClock(sleep));
  }

  /** The working hours of a working day, within this day. */
  Window work() {
    ZonedDateTime from = onClock(anchor(Step.Anchor.WORK_START));
    ZonedDateTime to = onClock(anchor(Step.Anchor.WORK_END));
    return new Window(from, to.isBefore(from) ? from : to).until(onClockAtEnd());
  }

  /** The working hours cut by a break every so many minutes: each lasts until the next is due. */
  List<Window> breaks(int everyMinutes) {
    List<Window> breaks = new ArrayList<>();
    if (isWorkDay() && !isSkipped()) {
      Window work = work();
      Duration every = Duration.ofMinutes(everyMinutes);
      ZonedDateTime due = work.from().plus(every);
      while (due.isBefore(work.to())) {
        breaks.add(new Window(due, due.plus(every)).until(work.to()));
        due = due.plus(every);
      }
    }
    return breaks;
  }

  /** The clock's date and time of an anchor; that of sleep and the end of work may be tomorrow. */
  private LocalDateTime anchor(Step.Anchor anchor) {
    return switch (anchor) {
      case WAKE -> today(routine.wake());
      case WORK_START -> today(routine.workStart());
      case SLEEP -> after(today(routine.wake()), routine.sleep());
      case WORK_END -> after(today(routine.workStart()), routine.workEnd());
    };
  }

  /** The one moment from the day's turn to the next at which the clock shows {@code time}. */
  private LocalDateTime today(LocalTime time) {
    return time.isBefore(turn) ? date.plusDays(1).atTime(time) : date.atTime(time);
  }

  private static LocalDateTime after(LocalDateTime beginning, LocalTime end) {
    return beginning.plusMinutes(minutesUntil(beginning.toLocalTime(), end));
  }

  /** A local time that does not exist moves forward by the gap; of two, the earlier is meant. */
  private ZonedDateTime onClock(LocalDateTime local) {
    return ZonedDateTime.of(local, routine.zone());
  }

  private static LocalTime turn(Routine routine) {
    if (!routine.sleep().isAfter(routine.wake())) {
      return halfway(routine.sleep(), routine.wake());
    }
    boolean worksThroughMidnight =
        !routine.workDays().isEmpty() && !routine.workEnd().isAfter(routine.workStart());
    return worksThroughMidnight && routine.workEnd().isBefore(routine.wake())
        ? halfway(routine.workEnd(), routine.wake())
        : LocalTime.MIDNIGHT;
  }

  private static LocalTime halfway(LocalTime from, LocalTime to) {
    return from.plusMinutes((minuteOf(to) - minuteOf(from)) / 2);
  }

  /** Minutes on the clock from one time to the next other; a whole day where they are the same. */
  private static int minutesUntil(LocalTime from, LocalTime to) {
    int minutes = Math.floorMod(minuteOf(to) - minuteOf(from), MINUTES);
    return minutes == 0 ? MINUTES : minutes;
  }

  private static int minuteOf(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }

  private static LocalDateTime later(LocalDateTime a, LocalDateTime b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant firstAt(LocalDateTime local, Routine routine) {
    ZoneOffsetTransition gap = routine.zone().getRules().getTransition(local);
    return gap != null && gap.isGap() ? gap.getInstant() : local.atZone(routine.zone()).toInstant();
  }

  @Override
  public String toString() {
    return date + " in " + routine.zone();
  }
}
