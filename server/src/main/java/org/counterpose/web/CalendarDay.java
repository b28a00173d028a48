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
import java.util.stream.Stream;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Attendance;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.FreeTimes.Stretch;
import org.counterpose.booking.FrontDesk;
import org.counterpose.web.CalendarColumn.Item;
import org.counterpose.web.CalendarColumn.Start;
import org.counterpose.words.Words;

/**
 * One practitioner's day, by the time on the wall of where they are.
 *
 * @param guest what a link to book carries of the person whom it is for
 */
record CalendarDay(
    LocalDate date, Clinic.Practitioner whose, StaffClock clock, String guest, Words words) {

  private static final int DAY = 24 * 60;

  private Clinic clinic() {
    return clock.clinic();
  }

  /** The clock by which its times are typed. */
  ZoneId home() {
    return clock.on(whose, date);
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
  List<Item> items(FrontDesk.Sheet sheet) {
    List<Item> items = new ArrayList<>();
    sheet.blocks().stream().filter(this::has).map(this::item).forEach(items::add);
    sheet.kept().stream()
        .filter(kept -> kept.practitioner().equals(whose.id()))
        .filter(kept -> touches(kept.start(), kept.end(), clinic().zoneOf(kept.place())))
        .map(this::item)
        .forEach(items::add);
    addBreaks(items, sheet.open());
    addPast(items, sheet.past());
    for (Stretch free : sheet.free()) {
      List<Start> starts = isOn(free) ? starts(free, sheet.starts()) : List.of();
      if (!starts.isEmpty()) {
        items.add(free(free, starts));
      }
    }
    List<Integer> lanes = new ArrayList<>();
    sheet.appointments().stream()
        .filter(each -> !each.cancelled() && isOf(each))
        .sorted(Comparator.comparing(Appointment::start))
        .forEach(
            each -> {
              Item item = item(each);
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

  /**
   * What has some of the time between two instants, by time, each told by the clock of its place,
   * whatever the date is there.
   */
  List<Item> taken(FrontDesk.Sheet sheet, Instant from, Instant until) {
    Stream<Taken> blocks =
        sheet.blocks().stream()
            .filter(block -> block.practitioner().equals(whose.id()))
            .map(block -> new Taken(block.start(), block.end(), item(block)));
    Stream<Taken> kept =
        sheet.kept().stream()
            .filter(each -> each.practitioner().equals(whose.id()))
            .map(each -> new Taken(each.start(), each.end(), item(each)));
    Stream<Taken> visits =
        sheet.appointments().stream()
            .filter(each -> !each.cancelled() && each.practitioner().equals(whose.id()))
            .map(each -> new Taken(each.start(), each.end(), item(each)));
    return Stream.of(blocks, kept, visits)
        .flatMap(each -> each)
        .filter(each -> each.start().isBefore(until) && each.end().isAfter(from))
        .sorted(Comparator.comparing(Taken::start))
        .map(Taken::item)
        .toList();
  }

  private record Taken(Instant start, Instant end, Item item) {}

  private Item item(FrontDesk.Block block) {
    return item(
        "block", block.start(), block.end(), home(), words.say("calendar.blocked"), block.why());
  }

  private Item item(FrontDesk.Kept kept) {
    return item(
        "kept",
        kept.start(),
        kept.end(),
        clinic().zoneOf(kept.place()),
        words.say(kept.offered() ? "calendar.offered" : "calendar.held"),
        "");
  }

  private Item item(Appointment visit) {
    ZoneId zone = clinic().zoneOf(visit.place());
    return visit(visit, clinic(), minute(visit.start(), zone), minute(visit.end(), zone), words);
  }

  private boolean isOn(Stretch stretch) {
    return stretch.practitioner().equals(whose.id())
        && touches(stretch.start(), stretch.end(), clinic().zoneOf(stretch.place()));
  }

  /** What lies between two stretches of work at one place. */
  private void addBreaks(List<Item> items, List<Stretch> worked) {
    List<Stretch> open = worked.stream().filter(this::isOn).toList();
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

  /** Hours of work that are over; what is too short for any visit is left out. */
  private void addPast(List<Item> items, List<Stretch> past) {
    int least =
        clinic().services().stream()
            .filter(whose::does)
            .mapToInt(Clinic.Service::minutes)
            .min()
            .orElse(0);
    for (Stretch each : past) {
      if (isOn(each) && !each.start().plus(least, ChronoUnit.MINUTES).isAfter(each.end())) {
        ZoneId zone = clinic().zoneOf(each.place());
        items.add(item("past", each.start(), each.end(), zone, words.say("calendar.past"), ""));
      }
    }
  }

  /** The times within a free stretch at which a visit can begin. */
  private List<Start> starts(Stretch free, List<FrontDesk.Start> all) {
    ZoneId zone = clinic().zoneOf(free.place());
    int every = clinic().rules().startEveryMinutes();
    return all.stream()
        .filter(start -> start.isIn(free))
        .map(
            start -> {
              long after = ChronoUnit.MINUTES.between(free.start(), start.at());
              long left = ChronoUnit.MINUTES.between(start.at(), free.end());
              return new Start(
                  start.at().atZone(zone).format(pattern("book.clock", words)),
                  book(start),
                  (int) after / CalendarColumn.ROW_MINUTES + 1,
                  (int) Math.min(every, left) / CalendarColumn.ROW_MINUTES);
            })
        .toList();
  }

  private Item free(Stretch free, List<Start> starts) {
    ZoneId zone = clinic().zoneOf(free.place());
    return new Item(
        "free",
        minute(free.start(), zone),
        minute(free.end(), zone),
        1,
        clock(free.start(), free.end(), zone, words),
        words.say("calendar.free"),
        "",
        starts.getFirst().link(),
        starts);
  }

  private String book(FrontDesk.Start start) {
    return "/staff/calendar/book?service="
        + start.service()
        + "&practitioner="
        + whose.id()
        + "&at="
        + clock.write(whose, start.at())
        + guest;
  }

  static Item visit(Appointment visit, Clinic clinic, int from, int to, Words words) {
    List<String> detail = new ArrayList<>();
    detail.add(clinic.serviceTitle(visit.service(), words.language()));
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
        Math.max(to, from + CalendarColumn.ROW_MINUTES),
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
