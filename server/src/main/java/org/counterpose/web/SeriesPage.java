package org.counterpose.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.Planned;
import org.counterpose.booking.RepeatedVisits;

/** A series before it is booked: each visit, and what can be had instead of one that cannot. */
public record SeriesPage(List<Row> rows, Optional<String> notice) {

  /**
   * One visit of the series.
   *
   * @param start the instant that is wished
   * @param local the same as a field of a form has it
   * @param nearest the nearest free time instead
   */
  public record Row(
      int number, String start, Visit visit, boolean free, String local, Optional<Visit> nearest) {}

  static SeriesPage of(
      CalendarDesk desk,
      Clinic.Practitioner whose,
      Clinic.Service service,
      List<Planned> planned,
      Optional<String> notice) {
    return new SeriesPage(
        planned.stream()
            .map(
                each ->
                    new Row(
                        each.number(),
                        each.start().toString(),
                        visit(desk, whose, service, each.start()),
                        each.free(),
                        each.start().atZone(desk.zone(whose)).toLocalDateTime().toString(),
                        each.nearest().map(time -> visit(desk, whose, service, time.start()))))
            .toList(),
        notice);
  }

  private static Visit visit(
      CalendarDesk desk, Clinic.Practitioner whose, Clinic.Service service, Instant start) {
    return new Visit(
        desk.clinic(),
        service.id(),
        whose.id(),
        start,
        start.plusSeconds(60L * service.minutes()),
        Optional.empty(),
        desk.words());
  }

  /** How many cannot be had as they are. */
  public long conflicts() {
    return rows.stream().filter(row -> !row.free()).count();
  }

  /** The starts that were chosen on the page; empty where one cannot be read. */
  static Optional<List<Instant>> chosen(
      Context context, CalendarDesk desk, Clinic.Practitioner whose) {
    List<Instant> chosen = new ArrayList<>();
    for (int i = 1; i <= RepeatedVisits.MOST && context.formParam("start-" + i) != null; i++) {
      Optional<Instant> start =
          switch (CalendarDesk.field(context, "choice-" + i)) {
            case "skip" -> Optional.empty();
            case "nearest" -> BookingDesk.instant(CalendarDesk.field(context, "nearest-" + i));
            case "other" -> desk.at(context, "other-" + i, whose);
            default -> BookingDesk.instant(CalendarDesk.field(context, "start-" + i));
          };
      if (start.isEmpty() && !"skip".equals(context.formParam("choice-" + i))) {
        return Optional.empty();
      }
      start.ifPresent(chosen::add);
    }
    return Optional.of(chosen);
  }
}
