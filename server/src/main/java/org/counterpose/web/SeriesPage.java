package org.counterpose.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

  /** Visits of a series that were looked for. */
  record Looked(Clinic.Practitioner whose, Clinic.Service service, List<Planned> planned) {}

  /**
   * @param own the person's own clock
   * @param local how a field of a form has a start; only staff type one
   */
  static SeriesPage of(
      BookingDesk desk,
      Looked looked,
      Optional<ZoneId> own,
      Function<Instant, String> local,
      Optional<String> notice) {
    Function<Instant, Visit> visit =
        start ->
            new Visit(
                desk.clinic(),
                looked.service().id(),
                looked.whose().id(),
                Optional.empty(),
                start,
                start.plusSeconds(60L * looked.service().minutes()),
                own,
                desk.words());
    return new SeriesPage(
        looked.planned().stream()
            .map(
                each ->
                    new Row(
                        each.number(),
                        each.start().toString(),
                        visit.apply(each.start()),
                        each.free(),
                        local.apply(each.start()),
                        each.nearest().map(time -> visit.apply(time.start()))))
            .toList(),
        notice);
  }

  /** How many cannot be had as they are. */
  public long conflicts() {
    return rows.stream().filter(row -> !row.free()).count();
  }

  /** Whether a form is of this page: it says when each visit is. */
  static boolean isSent(Context context) {
    return context.formParam("start-1") != null;
  }

  /**
   * The starts that were chosen on the page, in order; empty where one cannot be read.
   *
   * @param typed reads a field with another time
   */
  static Optional<List<Instant>> chosen(
      Context context, Function<String, Optional<Instant>> typed) {
    List<Instant> chosen = new ArrayList<>();
    for (int i = 1; i <= RepeatedVisits.MOST && context.formParam("start-" + i) != null; i++) {
      Optional<Instant> start =
          switch (CalendarDesk.field(context, "choice-" + i)) {
            case "skip" -> Optional.empty();
            case "nearest" -> BookingDesk.instant(CalendarDesk.field(context, "nearest-" + i));
            case "other" -> typed.apply("other-" + i);
            default -> BookingDesk.instant(CalendarDesk.field(context, "start-" + i));
          };
      if (start.isEmpty() && !"skip".equals(context.formParam("choice-" + i))) {
        return Optional.empty();
      }
      start.ifPresent(chosen::add);
    }
    return Optional.of(chosen.stream().distinct().sorted().toList());
  }
}
