package org.counterpose.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Attendance;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.FreeTimes.Stretch;
import org.counterpose.booking.FrontDesk;
import org.counterpose.words.Words;

/**
 * One practitioner's day, by the time on the wall of where they are.
 *
 * @param link where the title leads
 * @param guest what a link to book carries of the person whom it is for
 * @param axis the minute of the day at which the column begins
 */
public record CalendarColumn(
    String title,
    String link,
    LocalDate date,
    Clinic.Practitioner whose,
    StaffClock staffClock,
    FrontDesk.Sheet sheet,
    String guest,
    int axis,
    Words words) {

  /** How many minutes a row of the grid is. */
  static final int ROW_MINUTES = 5;

  private static final int DAY = 24 * 60;

  /**
   * One thing in a calendar.
   *
   * @param kind {@code visit}, {@code block}, {@code kept}, {@code break} or {@code free}
   * @param from its minute of the day, and {@code to} where it ends
   * @param lane beside which others it stands, from 1, where some share their time
   * @param link where it leads; empty where nowhere
   * @param starts for free time, where a visit can begin
   */
  public record Item(
      String kind,
      int from,
      int to,
      int lane,
      String clock,
      String title,
      String detail,
      String link,
      List<Start> starts) {

    Item in(int other) {
      return new Item(kind, from, to, other, clock, title, detail, link, starts);
    }
  }

  /** A time at which a visit can begin. */
  public record Start(String clock, String link) {}

  CalendarColumn from(int minute) {
    return new CalendarColumn(title, link, date, whose, staffClock, sheet, guest, minute, words);
  }

  private Clinic clinic() {
    return staffClock.clinic();
  }

  /** The clock by which its times are typed. */
  ZoneId home() {
    return staffClock.on(whose, date);
  }

  public boolean isEmpty() {
    return items().isEmpty();
  }

  int firstMinute() {
    return items().stream().mapToInt(Item::from).min().orElse(DAY);
  }

  int lastMinute() {
    return items().stream().mapToInt(Item::to).max().orElse(0);
  }

  /** The row of the grid at which an item begins. */
  public int row(Item item) {
    return (item.from() - axis) / ROW_MINUTES + 1;
  }

  public int rows(Item item) {
    return Math.max(1, (item.to() - item.from()) / ROW_MINUTES);
  }

  /** How many stand beside each other at most. */
  public int lanes() {
    return items().stream().mapToInt(Item::lane).max().orElse(1);
  }

  /** How many visits there are, for who cannot see the column. */
  public long visits() {
    return items().stream().filter(item -> item.kind().equals("visit")).count();
  }

  boolean isOf(Appointment visit) {
    return visit.practitioner().equals(whose.id())
        && LocalDate.ofInstant(visit.start(), clinic().zoneOf(visit.place())).equals(date);
  }

  boolean has(FrontDesk.Block block) {
    return block.practitioner().equals(whose.id()) && touches(block.start(), block.end(), home());
  }

  private boolean touches(Instant start, Instant end, ZoneId zone) {
    return !LocalDate.ofInstant(start, zone).isAfter(date)
        && !LocalDate.ofInstant(end.minusSeconds(1), zone).isBefore(date);
  }

  /** All that is in it, by time. */
  public List<Item> items() {
    List<Item> items = new ArrayList<>();
    ZoneId home = home();
    for (FrontDesk.Block block : sheet.blocks()) {
      if (has(block)) {
        items.add(
            item(
                "block",
                block.start(),
                block.end(),
                home,
                words.say("calendar.blocked"),
                block.why()));
      }
    }
    for (FrontDesk.Kept kept : sheet.kept()) {
      ZoneId zone = clinic().zoneOf(kept.place());
      if (kept.practitioner().equals(whose.id()) && touches(kept.start(), kept.end(), zone)) {
        String why = words.say(kept.offered() ? "calendar.offered" : "calendar.held");
        items.add(item("kept", kept.start(), kept.end(), zone, why, ""));
      }
    }
    addBreaks(items);
    for (Stretch free : sheet.free()) {
      if (isOn(free)) {
        items.add(free(free));
      }
    }
    List<Integer> lanes = new ArrayList<>();
    sheet.appointments().stream()
        .filter(each -> !each.cancelled() && isOf(each))
        .sorted(Comparator.comparing(Appointment::start))
        .forEach(
            each -> {
              Item item =
                  visit(
                      each,
                      clinic(),
                      minute(each.start(), clinic().zoneOf(each.place())),
                      minute(each.end(), clinic().zoneOf(each.place())),
                      words);
              int lane = 0;
              while (lane < lanes.size() && lanes.get(lane) > item.from()) {
                lane++;
              }
              if (lane == lanes.size()) {
                lanes.add(0);
              }
              lanes.set(lane, item.to());
              items.add(item.in(lane + 1));
            });
    items.sort(Comparator.comparing(Item::from).thenComparing(Item::lane));
    return items;
  }

  private boolean isOn(Stretch stretch) {
    return stretch.practitioner().equals(whose.id())
        && touches(stretch.start(), stretch.end(), clinic().zoneOf(stretch.place()));
  }

  /** What lies between two stretches of work at one place. */
  private void addBreaks(List<Item> items) {
    List<Stretch> open = sheet.open().stream().filter(this::isOn).toList();
    for (int i = 1; i < open.size(); i++) {
      Stretch before = open.get(i - 1);
      Stretch after = open.get(i);
      if (before.place().equals(after.place())) {
        items.add(
            item(
                "break",
                before.end(),
                after.start(),
                clinic().zoneOf(before.place()),
                words.say("calendar.break"),
                ""));
      }
    }
  }

  private Item item(
      String kind, Instant start, Instant end, ZoneId zone, String title, String detail) {
    return new Item(
        kind,
        minute(start, zone),
        minute(end, zone),
        1,
        clock(start, end, zone, words),
        title,
        detail,
        "",
        List.of());
  }

  /** A free stretch, with the times on the clock's grid at which a visit can begin. */
  private Item free(Stretch free) {
    ZoneId zone = clinic().zoneOf(free.place());
    int every = clinic().rules().startEveryMinutes();
    List<Start> starts = new ArrayList<>();
    LocalDateTime start = LocalDateTime.ofInstant(free.start(), zone);
    int late = start.getMinute() % every;
    for (Instant at = free.start().plus(late == 0 ? 0 : every - late, ChronoUnit.MINUTES);
        at.isBefore(free.end());
        at = at.plus(every, ChronoUnit.MINUTES)) {
      starts.add(new Start(at.atZone(zone).format(pattern("book.clock", words)), book(at)));
    }
    return new Item(
        "free",
        minute(free.start(), zone),
        minute(free.end(), zone),
        1,
        clock(free.start(), free.end(), zone, words),
        words.say("calendar.free"),
        "",
        starts.isEmpty() ? "" : starts.getFirst().link(),
        starts);
  }

  private String book(Instant at) {
    return "/staff/calendar/book?practitioner="
        + whose.id()
        + "&at="
        + staffClock.write(whose, at)
        + guest;
  }

  static Item visit(Appointment visit, Clinic clinic, int from, int to, Words words) {
    List<String> detail = new ArrayList<>();
    detail.add(clinic.service(visit.service()).map(Clinic.Service::title).orElse(visit.service()));
    if (visit.overbooked()) {
      detail.add(words.say("calendar.overbooked"));
    }
    if (visit.attendance() != Attendance.UNKNOWN) {
      detail.add(
          words.say(
              visit.attendance() == Attendance.ARRIVED ? "calendar.arrived" : "calendar.no-show"));
    }
    return new Item(
        "visit",
        from,
        Math.max(to, from + ROW_MINUTES),
        1,
        clock(visit.start(), visit.end(), clinic.zoneOf(visit.place()), words),
        visit.person().name(),
        String.join(" · ", detail),
        StaffVisitPage.path(visit),
        List.of());
  }

  private int minute(Instant instant, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
    return local.toLocalDate().isBefore(date)
        ? 0
        : local.toLocalDate().isAfter(date)
            ? DAY
            : local.toLocalTime().get(ChronoField.MINUTE_OF_DAY);
  }

  private static String clock(Instant from, Instant to, ZoneId zone, Words words) {
    DateTimeFormatter clock = pattern("book.clock", words);
    return words.say(
        "book.from-to", from.atZone(zone).format(clock), to.atZone(zone).format(clock));
  }

  private static DateTimeFormatter pattern(String key, Words words) {
    return DateTimeFormatter.ofPattern(words.say(key), words.locale());
  }
}
