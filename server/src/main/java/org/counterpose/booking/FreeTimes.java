package org.counterpose.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.counterpose.booking.Clinic.Place;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;

/**
 * Which times of a clinic are free. A cell is open when the clock on the clinic's wall reads a time
 * within the hours: where the clock jumps, the hour that never comes is not offered and the hour
 * that comes twice is offered twice.
 */
public final class FreeTimes {

  private static final int FAR_AHEAD_DAYS = 3 * 366;

  private final Clinic clinic;

  private final int leadMinutes;
  private final int aheadDays;

  public FreeTimes(Clinic clinic) {
    this(clinic, clinic.rules().leadMinutes(), clinic.rules().aheadDays());
  }

  private FreeTimes(Clinic clinic, int leadMinutes, int aheadDays) {
    this.clinic = clinic;
    this.leadMinutes = leadMinutes;
    this.aheadDays = aheadDays;
  }

  /** The same however soon, and however far ahead. */
  FreeTimes withoutLimits() {
    return new FreeTimes(clinic, 0, FAR_AHEAD_DAYS);
  }

  /** Whether a cell of a practitioner's calendar is already claimed. */
  @FunctionalInterface
  public interface Claimed {
    boolean is(String practitioner, long cell);
  }

  /** The free times of a service on these dates of each place, both included, by time. */
  public List<FreeTime> between(
      Service service, LocalDate from, LocalDate to, Claimed claimed, Instant now) {
    return clinic.practitioners().stream()
        .filter(practitioner -> practitioner.does(service))
        .flatMap(
            practitioner -> of(practitioner, service, new Dates(from, to), claimed, now).stream())
        .sorted(Comparator.comparing(FreeTime::start).thenComparing(FreeTime::practitioner))
        .toList();
  }

  /** Some dates, both included. */
  record Dates(LocalDate from, LocalDate to) {}

  /** The free times of one who does the service, place by place. */
  List<FreeTime> of(
      Practitioner practitioner, Service service, Dates dates, Claimed claimed, Instant now) {
    List<FreeTime> free = new ArrayList<>();
    for (Place place : clinic.placesOf(practitioner)) {
      LocalDate today = LocalDate.ofInstant(now, place.zone());
      LocalDate last = earlier(dates.to(), today.plusDays(aheadDays));
      for (LocalDate date = dates.from().isBefore(today) ? today : dates.from();
          !date.isAfter(last);
          date = date.plusDays(1)) {
        addFree(free, practitioner, place, service, date, claimed, now);
      }
    }
    return free;
  }

  /**
   * Where a practitioner is at an instant: the first of their places that is open then, for the
   * whole of a visit where one is; their first place where none is.
   */
  public Place placeAt(Practitioner practitioner, Service service, Instant start) {
    List<Place> places = clinic.placesOf(practitioner);
    return places.stream()
        .filter(place -> isOpen(practitioner, place, service, start))
        .findFirst()
        .orElseGet(places::getFirst);
  }

  /** How many open cells a practitioner has at a place on a date that nobody claimed. */
  int room(Practitioner practitioner, Place place, LocalDate date, Claimed claimed) {
    OpenDay day = openDay(practitioner, place, date);
    return (int)
        day.open().stream()
            .filter(index -> !claimed.is(practitioner.id(), day.firstCell() + index))
            .count();
  }

  /**
   * Why a visit cannot start at an instant, whoever else may have claimed it; empty where it can.
   */
  public Optional<NotOffered.Why> refusal(
      Practitioner practitioner, Service service, Instant start, Instant now) {
    if (!start.isAfter(now)) {
      return Optional.of(NotOffered.Why.PAST);
    }
    if (!practitioner.does(service)) {
      return Optional.of(NotOffered.Why.SERVICE);
    }
    Place place = placeAt(practitioner, service, start);
    LocalDate date = LocalDate.ofInstant(start, place.zone());
    if (date.isAfter(LocalDate.ofInstant(now, place.zone()).plusDays(aheadDays))) {
      return Optional.of(NotOffered.Why.TOO_FAR_AHEAD);
    }
    if (!Cells.isStart(start)) {
      return Optional.of(NotOffered.Why.OFF_GRID);
    }
    if (!isOpen(practitioner, place, service, start)) {
      return Optional.of(NotOffered.Why.CLOSED);
    }
    if (!onGrid(minuteOfDay(start, place.zone()))) {
      return Optional.of(NotOffered.Why.OFF_GRID);
    }
    if (start.isBefore(earliest(now))) {
      return Optional.of(NotOffered.Why.TOO_SOON);
    }
    return Optional.empty();
  }

  private boolean isOpen(Practitioner practitioner, Place place, Service service, Instant start) {
    return openDay(practitioner, place, LocalDate.ofInstant(start, place.zone()))
        .isOpen(Cells.of(start), Cells.of(service.minutes()));
  }

  private void addFree(
      List<FreeTime> free,
      Practitioner practitioner,
      Place place,
      Service service,
      LocalDate date,
      Claimed claimed,
      Instant now) {
    OpenDay day = openDay(practitioner, place, date);
    int cells = Cells.of(service.minutes());
    Instant earliest = earliest(now);
    for (int index = day.open().nextSetBit(0);
        index >= 0;
        index = day.open().nextSetBit(index + 1)) {
      long cell = day.firstCell() + index;
      Instant start = Cells.start(cell);
      if (start.isAfter(now)
          && !start.isBefore(earliest)
          && onGrid(minuteOfDay(start, place.zone()))
          && day.isOpen(cell, cells)
          && Cells.claimed(service, start).noneMatch(one -> claimed.is(practitioner.id(), one))) {
        free.add(new FreeTime(practitioner.id(), place.id(), start, Cells.start(cell + cells)));
      }
    }
  }

  /** The open cells of one date; a visit does not run over midnight. */
  private OpenDay openDay(Practitioner practitioner, Place place, LocalDate date) {
    ZoneId zone = place.zone();
    long first = Cells.of(date.atStartOfDay(zone).toInstant());
    long next = Cells.of(date.plusDays(1).atStartOfDay(zone).toInstant());
    BitSet open = new BitSet();
    List<OpenHours> hours = clinic.hours(practitioner, place.id(), date);
    if (hours.isEmpty()) {
      return new OpenDay(first, open);
    }
    ZoneOffsetTransition change = zone.getRules().nextTransition(Cells.start(first));
    boolean sameAllDay =
        minuteOfDay(Cells.start(first), zone) == 0
            && (change == null || !change.getInstant().isBefore(Cells.start(next)));
    for (OpenHours range : hours) {
      if (sameAllDay) {
        open.set(Cells.of(range.fromMinute()), Cells.of(range.toMinute()));
      } else {
        for (long cell = first; cell < next; cell++) {
          if (range.reads(minuteOfDay(Cells.start(cell), zone))) {
            open.set((int) (cell - first));
          }
        }
      }
    }
    return new OpenDay(first, open);
  }

  /** A part of a day in which a practitioner works at a place, or in which they are free. */
  public record Stretch(String practitioner, String place, Instant start, Instant end) {}

  /** When a practitioner works at a place on a date, without what somebody claimed of it. */
  List<Stretch> stretches(Practitioner practitioner, Place place, LocalDate date, Claimed claimed) {
    OpenDay day = openDay(practitioner, place, date);
    BitSet left = day.open();
    for (int index = left.nextSetBit(0); index >= 0; index = left.nextSetBit(index + 1)) {
      left.set(index, !claimed.is(practitioner.id(), day.firstCell() + index));
    }
    List<Stretch> stretches = new ArrayList<>();
    for (int from = left.nextSetBit(0); from >= 0; ) {
      int to = left.nextClearBit(from);
      stretches.add(
          new Stretch(
              practitioner.id(),
              place.id(),
              Cells.start(day.firstCell() + from),
              Cells.start(day.firstCell() + to)));
      from = left.nextSetBit(to);
    }
    return List.copyOf(stretches);
  }

  private record OpenDay(long firstCell, BitSet open) {
    boolean isOpen(long cell, int cells) {
      int from = Math.toIntExact(cell - firstCell);
      return from >= 0 && open.nextClearBit(from) >= from + cells;
    }
  }

  private Instant earliest(Instant now) {
    return now.plusSeconds(60L * leadMinutes);
  }

  private boolean onGrid(int minuteOfDay) {
    return minuteOfDay % clinic.rules().startEveryMinutes() == 0;
  }

  private static int minuteOfDay(Instant instant, ZoneId zone) {
    ZonedDateTime local = instant.atZone(zone);
    return local.getHour() * 60 + local.getMinute();
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
