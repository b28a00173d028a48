package org.counterpose.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.FrontDesk;
import org.counterpose.booking.Waiting;
import org.counterpose.store.ListRow;
import org.counterpose.words.Words;

/**
 * The calendar as staff see it: columns by time, one for each practitioner on a day, or one for
 * each day of a week.
 *
 * @param clock by which times are read and typed
 * @param practitioners whose calendars somebody sees
 * @param person for whom a time is looked for
 */
public record CalendarPage(
    StaffClock clock,
    Shown shown,
    List<Clinic.Practitioner> practitioners,
    Optional<ListRow> person,
    FrontDesk.Sheet sheet,
    List<Waiting> waits,
    Optional<String> notice,
    Words words) {

  /**
   * What is shown.
   *
   * @param who whose week it is; empty for a day of all
   */
  record Shown(LocalDate date, LocalDate today, Optional<Clinic.Practitioner> who) {}

  /** Somebody who waits, in words. */
  public record Waiter(UUID id, String name, String wish, boolean offered) {}

  /** A blocked time, and what for. */
  public record Blocked(UUID id, String what) {}

  /** An hour of the axis. */
  public record Hour(String clock, int row) {}

  /** A link to another view; the one that is open is {@code current}. */
  public record View(String title, String link, boolean current) {}

  static LocalDate monday(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** The columns that have something in them, all by the same axis. */
  public List<CalendarColumn> columns() {
    List<CalendarColumn> columns = new ArrayList<>();
    if (shown.who().isPresent()) {
      LocalDate monday = monday(shown.date());
      for (int day = 0; day < 7; day++) {
        LocalDate date = monday.plusDays(day);
        CalendarColumn column = column(format(date, "calendar.date"), date, shown.who().get());
        if (!column.isEmpty() || day < 5) {
          columns.add(column);
        }
      }
    } else {
      for (Clinic.Practitioner one : practitioners) {
        columns.add(column(one.title(), shown.date(), one));
      }
    }
    int first = columns.stream().mapToInt(CalendarColumn::firstMinute).min().orElse(EIGHT);
    return columns.stream().map(column -> column.from(first / 60 * 60)).toList();
  }

  private static final int EIGHT = 8 * 60;

  private CalendarColumn column(String title, LocalDate date, Clinic.Practitioner whose) {
    String link =
        shown.who().isPresent()
            ? "/staff/calendar?date=" + date + guest()
            : "/staff/calendar?who=" + whose.id() + "&date=" + date + guest();
    return new CalendarColumn(title, link, date, whose, clock, sheet, guest(), EIGHT, words);
  }

  /** The hours of the axis, from the first thing of any column to the last. */
  public List<Hour> hours() {
    List<CalendarColumn> columns = columns();
    int from = columns.stream().mapToInt(CalendarColumn::axis).min().orElse(EIGHT);
    int to = columns.stream().mapToInt(CalendarColumn::lastMinute).max().orElse(EIGHT);
    List<Hour> hours = new ArrayList<>();
    for (int minute = from; minute < Math.max(to, from + 60); minute += 60) {
      hours.add(
          new Hour(
              LocalTime.of(minute / 60, 0)
                  .format(DateTimeFormatter.ofPattern(words.say("calendar.hour"), words.locale())),
              (minute - from) / CalendarColumn.ROW_MINUTES + 1));
    }
    return hours;
  }

  private String guest() {
    return person.map(row -> "&for=" + row.journey()).orElse("");
  }

  public String heading() {
    return shown
        .who()
        .map(
            one ->
                words.say(
                    "calendar.week-of", one.title(), format(monday(shown.date()), "book.date")))
        .orElseGet(() -> format(shown.date(), "book.date"));
  }

  /** The clock on the wall by which the times are; each column's, where they go by several. */
  public String clocks() {
    List<CalendarColumn> columns = columns();
    List<ZoneId> zones = columns.stream().map(CalendarColumn::home).distinct().toList();
    return zones.size() < 2
        ? words.say(
            "book.in-zone",
            Visit.zone(zones.stream().findFirst().orElse(clock.clinic().zone()), words))
        : words.say(
            "calendar.in-zones",
            columns.stream()
                .map(column -> column.title() + ": " + Visit.zone(column.home(), words))
                .collect(Collectors.joining("; ")));
  }

  public String date() {
    return shown.date().toString();
  }

  public Optional<String> who() {
    return shown.who().map(Clinic.Practitioner::id);
  }

  public String earlier() {
    return link(shown.date().minusDays(shown.who().isPresent() ? 7 : 1));
  }

  public String later() {
    return link(shown.date().plusDays(shown.who().isPresent() ? 7 : 1));
  }

  public String today() {
    return link(shown.today());
  }

  private String link(LocalDate to) {
    return "/staff/calendar?date=" + to + who().map(id -> "&who=" + id).orElse("") + guest();
  }

  /** The day of all, and the week of each. */
  public List<View> views() {
    List<View> views = new ArrayList<>();
    views.add(
        new View(
            words.say("calendar.day"),
            "/staff/calendar?date=" + shown.date() + guest(),
            shown.who().isEmpty()));
    for (Clinic.Practitioner one : practitioners) {
      views.add(
          new View(
              words.say("calendar.week", one.title()),
              "/staff/calendar?date=" + shown.date() + "&who=" + one.id() + guest(),
              shown.who().filter(one::equals).isPresent()));
    }
    return views;
  }

  /** Where the form is in which staff book at a time that they choose there. */
  public String booking() {
    return "/staff/calendar/book?at=" + shown.date() + "T09:00" + guest();
  }

  public List<Blocked> blocked() {
    return sheet.blocks().stream()
        .filter(block -> columns().stream().anyMatch(column -> column.has(block)))
        .flatMap(
            block ->
                clock.clinic().practitioner(block.practitioner()).stream()
                    .map(whose -> blocked(block, whose)))
        .toList();
  }

  private Blocked blocked(FrontDesk.Block block, Clinic.Practitioner whose) {
    return new Blocked(
        block.id(),
        words.say(
            "calendar.blocked-from",
            whose.title(),
            clock.write(whose, block.start()).format(pattern("letter.date-clock")),
            clock.write(whose, block.end()).format(pattern("letter.date-clock")),
            block.why()));
  }

  /** The visits that were cancelled; they take no room in the columns. */
  public List<CalendarColumn.Item> cancelled() {
    List<CalendarColumn.Item> cancelled = new ArrayList<>();
    for (Appointment each : sheet.appointments()) {
      if (each.cancelled() && columns().stream().anyMatch(column -> column.isOf(each))) {
        cancelled.add(CalendarColumn.visit(each, clock.clinic(), 0, 0, words));
      }
    }
    return cancelled;
  }

  public List<Waiter> waiting() {
    return waits.stream().map(this::waiter).toList();
  }

  private Waiter waiter(Waiting waiting) {
    return new Waiter(
        waiting.id(),
        waiting.wish().person().name(),
        words.say(
            "calendar.waits-for",
            clock
                .clinic()
                .service(waiting.wish().service())
                .map(Clinic.Service::title)
                .orElse(waiting.wish().service()),
            clock
                .clinic()
                .practitioner(waiting.wish().practitioner())
                .map(Clinic.Practitioner::title)
                .orElse(words.say("book.anyone")),
            format(waiting.wish().from(), "book.date"),
            format(waiting.wish().to(), "book.date")),
        waiting.offer().isPresent());
  }

  private String format(LocalDate date, String key) {
    return date.format(pattern(key));
  }

  private DateTimeFormatter pattern(String key) {
    return DateTimeFormatter.ofPattern(words.say(key), words.locale());
  }
}
