package org.counterpose.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.AtDesk;
import org.counterpose.booking.Attendance;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.FrontDesk;
import org.counterpose.booking.Waiting;
import org.counterpose.words.Words;

/**
 * The calendar as staff see it: columns of things by time, one for each practitioner on a day, or
 * one for each day of a week.
 *
 * @param who whose week it is; empty for a day of all
 */
public record CalendarPage(
    Clinic clinic,
    LocalDate date,
    Optional<String> who,
    List<Column> columns,
    List<Waiter> waiting,
    Optional<String> notice,
    Words words) {

  /** What stands under one heading, by time. */
  public record Column(String title, Optional<String> link, List<Item> items) {}

  /**
   * One thing in a calendar.
   *
   * @param kind {@code visit}, {@code block} or {@code kept}
   */
  public record Item(
      String kind,
      UUID id,
      Instant start,
      String clock,
      String title,
      String detail,
      String practitioner,
      String local,
      String attended,
      boolean cancelled,
      boolean overbooked,
      boolean series) {}

  /** Somebody who waits, in words. */
  public record Waiter(UUID id, String name, String wish, boolean offered) {}

  private static final UUID NOBODY = new UUID(0, 0);

  static CalendarPage of(
      Clinic clinic,
      AtDesk by,
      LocalDate date,
      Optional<String> who,
      FrontDesk.Sheet sheet,
      List<Waiting> waiting,
      Optional<String> notice,
      Words words) {
    List<Column> columns = new ArrayList<>();
    if (who.isPresent()) {
      LocalDate monday = date.with(java.time.DayOfWeek.MONDAY);
      for (int day = 0; day < 7; day++) {
        LocalDate each = monday.plusDays(day);
        columns.add(
            new Column(
                each.format(pattern("book.date", words)),
                Optional.of("/staff/calendar?date=" + each),
                items(clinic, by, who.get(), each, sheet, words)));
      }
    } else {
      for (Clinic.Practitioner one : clinic.practitioners()) {
        if (one.places().stream().anyMatch(by::sees)) {
          columns.add(
              new Column(
                  one.title(),
                  Optional.of("/staff/calendar?who=" + one.id() + "&date=" + date),
                  items(clinic, by, one.id(), date, sheet, words)));
        }
      }
    }
    return new CalendarPage(
        clinic,
        date,
        who,
        columns,
        waiting.stream().map(each -> waiter(each, clinic, words)).toList(),
        notice,
        words);
  }

  private static DateTimeFormatter pattern(String key, Words words) {
    return DateTimeFormatter.ofPattern(words.say(key), words.locale());
  }

  private static List<Item> items(
      Clinic clinic,
      AtDesk by,
      String practitioner,
      LocalDate date,
      FrontDesk.Sheet sheet,
      Words words) {
    ZoneId zone = zone(clinic, practitioner);
    List<Item> items = new ArrayList<>();
    for (Appointment each : sheet.appointments()) {
      ZoneId wall = clinic.zoneOf(each.place());
      if (each.practitioner().equals(practitioner)
          && LocalDate.ofInstant(each.start(), wall).equals(date)) {
        items.add(
            new Item(
                "visit",
                each.id(),
                each.start(),
                clock(each.start(), each.end(), wall, words),
                each.person().name(),
                clinic.service(each.service()).map(Clinic.Service::title).orElse(each.service()),
                practitioner,
                each.start().atZone(zone).toLocalDateTime().toString(),
                each.attendance() == Attendance.UNKNOWN
                    ? ""
                    : each.attendance() == Attendance.ARRIVED
                        ? words.say("calendar.arrived")
                        : words.say("calendar.no-show"),
                each.cancelled(),
                each.overbooked(),
                each.series().isPresent()));
      }
    }
    for (FrontDesk.Block block : sheet.blocks()) {
      if (block.practitioner().equals(practitioner)
          && !LocalDate.ofInstant(block.start(), zone).isAfter(date)
          && !LocalDate.ofInstant(block.end().minusSeconds(1), zone).isBefore(date)) {
        items.add(
            plain(
                "block",
                block.id(),
                block.start(),
                clock(block.start(), block.end(), zone, words),
                words.say("calendar.blocked"),
                block.why()));
      }
    }
    for (FrontDesk.Kept kept : sheet.kept()) {
      if (kept.practitioner().equals(practitioner)
          && LocalDate.ofInstant(kept.start(), zone).equals(date)) {
        items.add(
            plain(
                "kept",
                NOBODY,
                kept.start(),
                clock(kept.start(), kept.end(), zone, words),
                words.say("calendar.offered"),
                ""));
      }
    }
    items.sort(Comparator.comparing(Item::start).thenComparing(Item::id));
    return items;
  }

  private static Item plain(
      String kind, UUID id, Instant start, String clock, String title, String detail) {
    return new Item(kind, id, start, clock, title, detail, "", "", "", false, false, false);
  }

  private static ZoneId zone(Clinic clinic, String practitioner) {
    return clinic
        .practitioner(practitioner)
        .map(one -> clinic.placesOf(one).getFirst().zone())
        .orElse(clinic.zone());
  }

  private static String clock(Instant from, Instant to, ZoneId zone, Words words) {
    DateTimeFormatter clock = pattern("book.clock", words);
    return words.say(
        "book.from-to", from.atZone(zone).format(clock), to.atZone(zone).format(clock));
  }

  private static Waiter waiter(Waiting waiting, Clinic clinic, Words words) {
    return new Waiter(
        waiting.id(),
        waiting.wish().person().name(),
        words.say(
            "calendar.waits-for",
            clinic
                .service(waiting.wish().service())
                .map(Clinic.Service::title)
                .orElse(waiting.wish().service()),
            clinic
                .practitioner(waiting.wish().practitioner())
                .map(Clinic.Practitioner::title)
                .orElse(words.say("book.anyone")),
            waiting.wish().from().toString(),
            waiting.wish().to().toString()),
        waiting.offer().isPresent());
  }

  public String heading() {
    return date.format(pattern("book.date", words));
  }

  public String earlier() {
    return link(date.minusDays(who.isPresent() ? 7 : 1));
  }

  public String later() {
    return link(date.plusDays(who.isPresent() ? 7 : 1));
  }

  private String link(LocalDate to) {
    return "/staff/calendar?date=" + to + who.map(id -> "&who=" + id).orElse("");
  }
}
