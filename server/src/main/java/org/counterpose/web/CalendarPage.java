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
 * @param columns those that have something in them, all by the same axis
 */
public record CalendarPage(
    Asked asked,
    FrontDesk.Sheet sheet,
    List<Waiting> waits,
    Optional<String> notice,
    List<CalendarColumn> columns) {

  private static final int EIGHT = 8 * 60;

  /**
   * What somebody looks at, and for whom.
   *
   * @param clock by which times are read and typed
   * @param practitioners whose calendars somebody sees
   * @param person for whom a time is looked for
   */
  record Asked(
      StaffClock clock,
      Shown shown,
      List<Clinic.Practitioner> practitioners,
      Optional<ListRow> person,
      Words words) {

    private String guest() {
      return person.map(row -> "&for=" + row.journey()).orElse("");
    }

    private String title(Clinic.Practitioner one) {
      return one.title().to(words.language());
    }

    private String format(LocalDate date, String key) {
      return date.format(pattern(key));
    }

    private DateTimeFormatter pattern(String key) {
      return DateTimeFormatter.ofPattern(words.say(key), words.locale());
    }
  }

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

  static CalendarPage of(
      Asked asked, FrontDesk.Sheet sheet, List<Waiting> waits, Optional<String> notice) {
    List<CalendarColumn> columns = columns(asked, sheet);
    int first =
        columns.stream()
            .flatMap(column -> column.items().stream())
            .mapToInt(CalendarColumn.Item::from)
            .min()
            .orElse(EIGHT);
    return new CalendarPage(
        asked,
        sheet,
        waits,
        notice,
        columns.stream().map(column -> column.from(first / 60 * 60)).toList());
  }

  private static List<CalendarColumn> columns(Asked asked, FrontDesk.Sheet sheet) {
    LocalDate date = asked.shown().date();
    if (asked.shown().who().isEmpty()) {
      return asked.practitioners().stream()
          .map(one -> column(asked, asked.title(one), date, one, sheet))
          .toList();
    }
    List<CalendarColumn> columns = new ArrayList<>();
    for (int day = 0; day < 7; day++) {
      LocalDate of = monday(date).plusDays(day);
      CalendarColumn column =
          column(asked, asked.format(of, "calendar.date"), of, asked.shown().who().get(), sheet);
      if (!column.isEmpty() || day < 5) {
        columns.add(column);
      }
    }
    return columns;
  }

  private static CalendarColumn column(
      Asked asked, String title, LocalDate date, Clinic.Practitioner whose, FrontDesk.Sheet sheet) {
    String link =
        asked.shown().who().isPresent()
            ? "/staff/calendar?date=" + date + asked.guest()
            : "/staff/calendar?who=" + whose.id() + "&date=" + date + asked.guest();
    CalendarDay day = new CalendarDay(date, whose, asked.clock(), asked.guest(), asked.words());
    return new CalendarColumn(title, link, day, day.items(sheet), EIGHT);
  }

  /** The hours of the axis, to the end of the last thing of any column; none where none has any. */
  public List<Hour> hours() {
    int from = columns.stream().mapToInt(CalendarColumn::axis).min().orElse(EIGHT);
    int to =
        columns.stream()
            .flatMap(column -> column.items().stream())
            .mapToInt(CalendarColumn.Item::to)
            .max()
            .orElse(from);
    List<Hour> hours = new ArrayList<>();
    for (int minute = from; minute < to; minute += 60) {
      hours.add(
          new Hour(
              LocalTime.of(minute / 60, 0).format(words().dates("calendar.hour")),
              (minute - from) / CalendarColumn.ROW_MINUTES + 1));
    }
    return hours;
  }

  private Words words() {
    return asked.words();
  }

  private Shown shown() {
    return asked.shown();
  }

  private Clinic clinic() {
    return asked.clock().clinic();
  }

  public List<Clinic.Practitioner> practitioners() {
    return asked.practitioners();
  }

  public Optional<ListRow> person() {
    return asked.person();
  }

  public String heading() {
    return shown()
        .who()
        .map(
            one ->
                words()
                    .say(
                        "calendar.week-of",
                        asked.title(one),
                        asked.format(monday(shown().date()), "book.date")))
        .orElseGet(() -> asked.format(shown().date(), "book.date"));
  }

  /** The clock on the wall by which the times are; each column's, where they go by several. */
  public String clocks() {
    List<ZoneId> zones = columns.stream().map(column -> column.day().home()).distinct().toList();
    return zones.size() < 2
        ? words()
            .say(
                "book.in-zone",
                Visit.zone(zones.stream().findFirst().orElse(clinic().zone()), words()))
        : words()
            .say(
                "calendar.in-zones",
                columns.stream()
                    .map(column -> column.title() + ": " + Visit.zone(column.day().home(), words()))
                    .collect(Collectors.joining("; ")));
  }

  public String date() {
    return shown().date().toString();
  }

  public Optional<String> who() {
    return shown().who().map(Clinic.Practitioner::id);
  }

  public String earlier() {
    return link(shown().date().minusDays(shown().who().isPresent() ? 7 : 1));
  }

  public String later() {
    return link(shown().date().plusDays(shown().who().isPresent() ? 7 : 1));
  }

  /** The next day with hours, where nothing at all is on this one. */
  public Optional<View> next() {
    return columns.stream().allMatch(CalendarColumn::isEmpty)
        ? asked
            .clock()
            .nextOpen(practitioners(), shown().date())
            .map(date -> new View(asked.format(date, "book.date"), link(date), false))
        : Optional.empty();
  }

  public String today() {
    return link(shown().today());
  }

  private String link(LocalDate to) {
    return "/staff/calendar?date=" + to + who().map(id -> "&who=" + id).orElse("") + asked.guest();
  }

  /** The day of all, and the week of each. */
  public List<View> views() {
    List<View> views = new ArrayList<>();
    views.add(
        new View(
            words().say("calendar.day"),
            "/staff/calendar?date=" + shown().date() + asked.guest(),
            shown().who().isEmpty()));
    for (Clinic.Practitioner one : practitioners()) {
      views.add(
          new View(
              words().say("calendar.week", asked.title(one)),
              "/staff/calendar?date=" + shown().date() + "&who=" + one.id() + asked.guest(),
              shown().who().filter(one::equals).isPresent()));
    }
    return views;
  }

  /** Where the form is in which staff book at a time that they choose there. */
  public String booking() {
    return "/staff/calendar/book?at=" + shown().date() + "T09:00" + asked.guest();
  }

  public List<Blocked> blocked() {
    return sheet.blocks().stream()
        .filter(block -> columns.stream().anyMatch(column -> column.day().has(block)))
        .flatMap(
            block ->
                clinic().practitioner(block.practitioner()).stream()
                    .map(whose -> blocked(block, whose)))
        .toList();
  }

  private Blocked blocked(FrontDesk.Block block, Clinic.Practitioner whose) {
    return new Blocked(
        block.id(),
        words()
            .say(
                "calendar.blocked-from",
                asked.title(whose),
                asked
                    .clock()
                    .write(whose, block.start())
                    .format(asked.pattern("letter.date-clock")),
                asked.clock().write(whose, block.end()).format(asked.pattern("letter.date-clock")),
                block.why()));
  }

  /** The visits that were cancelled; they take no room in the columns. */
  public List<CalendarColumn.Item> cancelled() {
    List<CalendarColumn.Item> cancelled = new ArrayList<>();
    for (Appointment each : sheet.appointments()) {
      if (each.cancelled() && columns.stream().anyMatch(column -> column.day().isOf(each))) {
        cancelled.add(CalendarDay.visit(each, clinic(), 0, 0, words()));
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
        words()
            .say(
                "calendar.waits-for",
                clinic().serviceTitle(waiting.wish().service(), words().language()),
                clinic()
                    .practitionerTitle(waiting.wish().practitioner(), words().language())
                    .orElse(words().say("book.anyone")),
                asked.format(waiting.wish().from(), "book.date"),
                asked.format(waiting.wish().to(), "book.date")),
        waiting.offer().isPresent());
  }
}
