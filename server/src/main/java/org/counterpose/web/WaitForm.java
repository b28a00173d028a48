package org.counterpose.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.Person;
import org.counterpose.booking.WaitingWish;

/** The form of the waiting list: as it is shown first, or as somebody filled it in. */
public record WaitForm(
    String practitioner,
    String from,
    String to,
    Set<DayOfWeek> days,
    String earliest,
    String latest,
    String name,
    String email) {

  /** Anyone, any day of the week's work, in the usual hours. */
  static WaitForm first(LocalDate from, LocalDate to) {
    return new WaitForm(
        Clinic.ANYONE,
        from.toString(),
        to.toString(),
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
        "08:00",
        "18:00",
        "",
        "");
  }

  static WaitForm of(Context context) {
    return new WaitForm(
        field(context, "practitioner"),
        field(context, "from"),
        field(context, "to"),
        context.formParams("day").stream()
            .filter(day -> day.matches("[1-7]"))
            .map(day -> DayOfWeek.of(Integer.parseInt(day)))
            .collect(Collectors.toSet()),
        field(context, "earliest"),
        field(context, "latest"),
        field(context, "name"),
        field(context, "email"));
  }

  private static String field(Context context, String name) {
    return Optional.ofNullable(context.formParam(name)).orElse("").strip();
  }

  /** What is wished; empty where something is missing or cannot be. */
  Optional<WaitingWish> wish(BookingDesk desk, Clinic.Service service, Optional<ZoneId> zone) {
    boolean somebody =
        practitioner.equals(Clinic.ANYONE) || desk.clinic().practitioner(practitioner).isPresent();
    if (days.isEmpty() || !somebody) {
      return Optional.empty();
    }
    try {
      LocalDate last = LocalDate.parse(to);
      Person person = new Person(name, email, Optional.of(desk.words().language()));
      if (last.isBefore(desk.today())
          || last.isAfter(desk.lastDay())
          || !person.hasEmail()) { // who waits is written to
        return Optional.empty();
      }
      return Optional.of(
          new WaitingWish(
              service.id(),
              practitioner,
              Optional.empty(),
              LocalDate.parse(from),
              last,
              days,
              minute(earliest),
              minute(latest),
              person,
              zone));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int minute(String clock) {
    LocalTime time = LocalTime.parse(clock);
    return time.getHour() * 60 + time.getMinute();
  }
}
