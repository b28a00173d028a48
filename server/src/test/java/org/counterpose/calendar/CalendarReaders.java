package org.counterpose.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.Observance;
import biweekly.component.VTimezone;
import biweekly.property.ExceptionDates;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RecurrenceId;

/**
 * Two other libraries that read a file for calendars by the zone that stands in it, and by no table
 * of their own: each visit's start with its end. What each of them misreads is proved by {@code
 * WhatTheReadersMisreadTest} on files that are not ours.
 */
final class CalendarReaders {

  private static final Period<ZonedDateTime> ALWAYS =
      new Period<>(
          ZonedDateTime.parse("2025-01-01T00:00:00Z"), ZonedDateTime.parse("2030-01-01T00:00:00Z"));

  private CalendarReaders() {}

  /**
   * By ical4j. Of a change on the second Sunday of a month it makes one on the first Sunday from
   * the 2nd on; so the same rule is told to it by the days of the month.
   */
  static SortedMap<Instant, Instant> ical4j(String file) throws Exception {
    Calendar calendar = new CalendarBuilder().build(new StringReader(byDaysOfTheMonth(file)));
    SortedMap<Instant, Instant> visits = new TreeMap<>();
    List<VEvent> events = calendar.getComponents("VEVENT");
    for (VEvent event : events) {
      if (event.getProperty(Property.RRULE).isPresent()) {
        Duration length = Duration.between(start(event), end(event));
        event
            .<ZonedDateTime>calculateRecurrenceSet(ALWAYS)
            .forEach(
                period -> {
                  Instant start = instant(period.getStart());
                  visits.put(start, start.plus(length));
                });
      }
    }
    for (VEvent event : events) {
      event
          .<RecurrenceId<Temporal>>getProperty(Property.RECURRENCE_ID)
          .ifPresent(id -> remove(visits, instant(id.getDate())));
    }
    for (VEvent event : events) {
      if (event.getProperty(Property.RRULE).isEmpty()) {
        visits.put(start(event), end(event));
      }
    }
    return visits;
  }

  static String byDaysOfTheMonth(String file) {
    return file.replace("BYDAY=2SU", "BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=SU");
  }

  private static Instant start(VEvent event) {
    return instant(event.<DtStart<Temporal>>getProperty(Property.DTSTART).orElseThrow().getDate());
  }

  private static Instant end(VEvent event) {
    return instant(event.<DtEnd<Temporal>>getProperty(Property.DTEND).orElseThrow().getDate());
  }

  private static Instant instant(Temporal temporal) {
    return temporal instanceof ZonedDateTime zoned ? zoned.toInstant() : Instant.from(temporal);
  }

  /**
   * By biweekly: what stands in the file and every rule that recurs, of events and of the zone.
   * Which of the zone's clocks holds is chosen here, since biweekly compares the time in UTC with
   * the times on the wall at which the clocks change.
   */
  static SortedMap<Instant, Instant> biweekly(String file) {
    ICalendar calendar = Biweekly.parse(file).first();
    Wall wall = Wall.of(calendar);
    SortedMap<Instant, Instant> visits = new TreeMap<>();
    for (biweekly.component.VEvent event : calendar.getEvents()) {
      if (event.getRecurrenceRule() != null) {
        LocalDateTime first = local(event.getDateStart().getValue());
        Duration length =
            Duration.between(
                wall.instant(event.getDateStart().getValue()),
                wall.instant(event.getDateEnd().getValue()));
        expanded(
                first,
                event.getRecurrenceRule().getValue(),
                LocalDateTime.parse("2030-01-01T00:00"))
            .forEach(
                each -> {
                  Instant start = wall.instant(each);
                  visits.put(start, start.plus(length));
                });
        for (ExceptionDates dates : event.getExceptionDates()) {
          dates.getValues().forEach(each -> remove(visits, wall.instant(each)));
        }
      }
    }
    for (biweekly.component.VEvent event : calendar.getEvents()) {
      if (event.getRecurrenceId() != null) {
        remove(visits, wall.instant(event.getRecurrenceId().getValue()));
      }
    }
    for (biweekly.component.VEvent event : calendar.getEvents()) {
      if (event.getRecurrenceRule() == null) {
        visits.put(
            wall.instant(event.getDateStart().getValue()),
            wall.instant(event.getDateEnd().getValue()));
      }
    }
    return visits;
  }

  private static void remove(Map<Instant, Instant> visits, Instant start) {
    if (visits.remove(start) == null) {
      throw new AssertionError("no visit of the series is at " + start + ", only " + visits);
    }
  }

  private static LocalDateTime local(ICalDate date) {
    DateTimeComponents parts = date.getRawComponents();
    return LocalDateTime.of(
        parts.getYear(),
        parts.getMonth(),
        parts.getDate(),
        parts.getHour(),
        parts.getMinute(),
        parts.getSecond());
  }

  /** The times on a wall at which a rule recurs, without any zone. */
  private static List<LocalDateTime> expanded(
      LocalDateTime first, Recurrence rule, LocalDateTime before) {
    List<LocalDateTime> times = new ArrayList<>();
    DateIterator iterator =
        rule.getDateIterator(
            Date.from(first.toInstant(ZoneOffset.UTC)), TimeZone.getTimeZone("UTC"));
    while (iterator.hasNext()) {
      LocalDateTime next = LocalDateTime.ofInstant(iterator.next().toInstant(), ZoneOffset.UTC);
      if (!next.isBefore(before)) {
        break;
      }
      times.add(next);
    }
    return times;
  }

  /** The clock of the one zone of a file, by its changes. */
  private record Wall(NavigableMap<Instant, ZoneOffset> changes, ZoneOffset before) {

    static Wall of(ICalendar calendar) {
      NavigableMap<Instant, ZoneOffset> changes = new TreeMap<>();
      TreeMap<Instant, ZoneOffset> from = new TreeMap<>();
      VTimezone zone = calendar.getTimezoneInfo().getComponents().iterator().next();
      List<Observance> clocks = new ArrayList<>(zone.getStandardTimes());
      clocks.addAll(zone.getDaylightSavingsTime());
      for (Observance each : clocks) {
        ZoneOffset offset = offset(each.getTimezoneOffsetFrom().getValue());
        LocalDateTime first = local(each.getDateStart().getValue());
        List<LocalDateTime> times =
            each.getRecurrenceRule() == null
                ? List.of(first)
                : expanded(
                    first,
                    each.getRecurrenceRule().getValue(),
                    LocalDateTime.parse("2031-01-01T00:00"));
        for (LocalDateTime time : times) {
          changes.put(time.toInstant(offset), offset(each.getTimezoneOffsetTo().getValue()));
          from.put(time.toInstant(offset), offset);
        }
      }
      return new Wall(changes, java.util.Objects.requireNonNull(from.firstEntry()).getValue());
    }

    private static ZoneOffset offset(biweekly.util.UtcOffset offset) {
      return ZoneOffset.ofTotalSeconds((int) (offset.getMillis() / 1000));
    }

    Instant instant(ICalDate date) {
      return date.getRawComponents().isUtc()
          ? local(date).toInstant(ZoneOffset.UTC)
          : instant(local(date));
    }

    /**
     * As RFC 5545 has it: of an hour that comes twice the first; of one that never comes, by the
     * clock before it.
     */
    Instant instant(LocalDateTime local) {
      return Stream.concat(Stream.of(before), changes.values().stream())
          .distinct()
          .filter(offset -> at(local.toInstant(offset)).equals(offset))
          .map(local::toInstant)
          .min(Comparator.naturalOrder())
          .orElseGet(() -> local.toInstant(at(local.toInstant(ZoneOffset.MAX))));
    }

    private ZoneOffset at(Instant instant) {
      Map.Entry<Instant, ZoneOffset> change = changes.floorEntry(instant);
      return change == null ? before : change.getValue();
    }
  }
}
