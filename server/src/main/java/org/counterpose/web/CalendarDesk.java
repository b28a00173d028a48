package org.counterpose.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.AtDesk;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.FrontDesk;
import org.counterpose.clinic.ClinicList;
import org.counterpose.people.Staff;
import org.counterpose.store.AuditTrail;
import org.counterpose.store.ListRow;
import org.counterpose.words.Words;

/** What all of staff's pages of the calendar need, and how they read their forms. */
record CalendarDesk(BookingDesk desk, ClinicList list, AuditTrail audit, Layout layout) {

  private static final int LONGEST_REASON = 200;

  FrontDesk front() {
    return desk.bookings().frontDesk();
  }

  Clinic clinic() {
    return desk.clinic();
  }

  Words words() {
    return desk.words();
  }

  AtDesk by(Staff staff) {
    return new AtDesk(
        staff.places(),
        (connection, what, journey, detail) ->
            AuditTrail.add(connection, staff.line(desk.clock().instant(), what, journey, detail)));
  }

  /** Notes that somebody of the clinic looked at a visit, where it carries a trial. */
  void seen(Staff staff, Appointment visit) {
    visit
        .journey()
        .ifPresent(
            id ->
                audit.record(
                    staff.line(desk.clock().instant(), "viewed", Optional.of(id), "visit")));
  }

  /** Whose calendars somebody of the clinic sees. */
  List<Clinic.Practitioner> practitioners(Staff staff) {
    return clinic().practitioners().stream()
        .filter(one -> one.places().stream().anyMatch(staff::mayEnter))
        .toList();
  }

  /** The practitioner of a field, where their calendar is one that this staff member sees. */
  Optional<Clinic.Practitioner> practitioner(Context context, Staff staff) {
    String id = field(context, "practitioner");
    return practitioners(staff).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** The person on the clinic's list whom it is for, where this staff member sees them. */
  Optional<ListRow> person(Context context, Staff staff) {
    return Ids.read(field(context, "for"))
        .filter(id -> list.open(id, staff.places()).isPresent())
        .flatMap(list::row);
  }

  /** The clock of a person on the clinic's list, where this staff member sees them. */
  Optional<ZoneId> clockOf(ListRow person, Staff staff) {
    return list.open(person.journey(), staff.places())
        .map(journey -> journey.journal().routine().zone());
  }

  /** A field of the form or of the address. */
  static String field(Context context, String name) {
    return Optional.ofNullable(context.formParam(name))
        .or(() -> Optional.ofNullable(context.queryParam(name)))
        .orElse("")
        .strip();
  }

  static boolean ticked(Context context, String name) {
    return "yes".equals(context.formParam(name));
  }

  static Optional<String> reason(Context context) {
    return Optional.of(field(context, "reason"))
        .filter(text -> !text.isBlank() && text.length() <= LONGEST_REASON)
        .map(text -> text.replaceAll("\\p{Cntrl}", " "));
  }

  static Optional<UUID> id(Context context) {
    return Ids.read(context.pathParam("id"));
  }

  StaffClock clock(Staff staff) {
    return new StaffClock(clinic(), staff::mayEnter);
  }

  /** A time of a form, as it is typed for a practitioner. */
  Optional<Instant> at(Context context, String name, Clinic.Practitioner whose, Staff staff) {
    try {
      LocalDateTime typed = LocalDateTime.parse(field(context, name));
      return Optional.of(clock(staff).read(whose, typed));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Who or what has a time that was wished, and till when, as far as this member of staff sees it.
   *
   * @param but a visit that may be there
   */
  Optional<String> has(Staff staff, Wished wished, Optional<Appointment> but) {
    LocalDate date = clock(staff).write(wished.whose(), wished.at()).toLocalDate();
    Instant until = wished.at().plus(wished.service().minutes(), ChronoUnit.MINUTES);
    // where a visit is, its date may be the one before or after
    FrontDesk.Sheet sheet = front().sheet(by(staff), date.minusDays(1), date.plusDays(2));
    return Optional.of(
            new CalendarDay(date, wished.whose(), clock(staff), "", words())
                .taken(sheet, wished.at(), until).stream()
                    .filter(
                        item -> but.map(StaffVisitPage::path).filter(item.link()::equals).isEmpty())
                    .map(CalendarColumn.Item::told)
                    .collect(Collectors.joining("; ")))
        .filter(told -> !told.isEmpty());
  }

  /** A time that somebody wished. */
  record Wished(Clinic.Practitioner whose, Clinic.Service service, Instant at) {}

  String addressOf(Instant at) {
    return "/staff/calendar?date=" + LocalDate.ofInstant(at, clinic().zone());
  }
}
