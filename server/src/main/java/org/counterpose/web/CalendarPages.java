package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.booking.AtDesk;
import org.counterpose.booking.Attendance;
import org.counterpose.booking.Booking;
import org.counterpose.booking.Cancelling;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.DeskBooking;
import org.counterpose.booking.FrontDesk;
import org.counterpose.booking.Moving;
import org.counterpose.booking.NotOffered;
import org.counterpose.booking.Person;
import org.counterpose.people.Staff;
import org.counterpose.store.AuditTrail;
import org.counterpose.words.Words;

/** The clinic's calendar for staff: a day of all, or a week of one, and what is done with it. */
final class CalendarPages {

  private static final int LONGEST_REASON = 200;

  private final BookingDesk desk;
  private final FrontDesk front;
  private final Clinic clinic;
  private final Layout layout;
  private final Words words;

  CalendarPages(BookingDesk desk, Layout layout) {
    this.desk = desk;
    this.front = desk.bookings().frontDesk();
    this.clinic = desk.clinic();
    this.layout = layout;
    this.words = desk.words();
  }

  void add(StaffRoutes routes) {
    routes.get("/staff/calendar", this::calendar);
    routes.post("/staff/calendar/book", this::book);
    routes.post("/staff/calendar/block", this::block);
    routes.post("/staff/calendar/unblock/{id}", this::unblock);
    routes.post("/staff/calendar/visits/{id}/attended", this::attended);
    routes.post("/staff/calendar/visits/{id}/move", this::move);
    routes.post("/staff/calendar/visits/{id}/cancel", this::cancel);
    routes.post("/staff/calendar/waiting/{id}/offer", this::offer);
    routes.post("/staff/calendar/waiting/{id}/take-off", this::takeOff);
  }

  private AtDesk by(Staff staff) {
    return new AtDesk(
        staff.places(),
        (connection, what, journey, detail) ->
            AuditTrail.add(connection, staff.line(desk.clock().instant(), what, journey, detail)));
  }

  private void calendar(Context context, Staff staff) {
    show(context, staff, Optional.empty());
  }

  private void show(Context context, Staff staff, Optional<String> notice) {
    LocalDate date = BookingDesk.date(context).orElseGet(desk::today);
    Optional<Clinic.Practitioner> one =
        Optional.ofNullable(context.queryParam("who")).flatMap(clinic::practitioner);
    LocalDate from = one.isPresent() ? date.with(java.time.DayOfWeek.MONDAY) : date;
    LocalDate before = from.plusDays(one.isPresent() ? 7 : 1);
    AtDesk by = by(staff);
    CalendarPage page =
        CalendarPage.of(
            clinic,
            by,
            date,
            one.map(Clinic.Practitioner::id),
            front.sheet(by, from, before),
            front.waiting(by),
            notice,
            words);
    layout.render(
        context,
        "staff/calendar.jte",
        words.say("calendar.title"),
        Map.of("staff", staff, "calendar", page));
  }

  private void back(Context context, Instant at) {
    context.redirect(
        "/staff/calendar?date=" + LocalDate.ofInstant(at, clinic.zone()), HttpStatus.SEE_OTHER);
  }

  private void refuse(Context context, Staff staff, String said) {
    context.status(HttpStatus.CONFLICT);
    show(context, staff, Optional.of(said));
  }

  private void book(Context context, Staff staff) {
    Optional<Clinic.Practitioner> whose = practitioner(context);
    Optional<Clinic.Service> service = clinic.service(field(context, "service"));
    Optional<Instant> start = whose.flatMap(one -> at(context, "at", one));
    Optional<Person> person = person(context);
    if (whose.isEmpty() || service.isEmpty() || start.isEmpty() || person.isEmpty()) {
      refuse(context, staff, words.say("calendar.book.wrong"));
      return;
    }
    Optional<String> reason =
        "yes".equals(context.formParam("on-purpose")) ? reason(context) : Optional.empty();
    switch (front.book(
        by(staff),
        whose.get(),
        service.get(),
        start.get(),
        person.get(),
        Optional.empty(),
        reason)) {
      case DeskBooking.Booked booked -> back(context, booked.appointment().start());
      case DeskBooking.NeedsReason needs ->
          refuse(
              context,
              staff,
              needs.taken() ? words.say("calendar.book.taken") : words.say("calendar.book.closed"));
      case DeskBooking.Refused refused -> refuse(context, staff, words.say("calendar.book.wrong"));
    }
  }

  private Optional<Person> person(Context context) {
    try {
      return Optional.of(new Person(field(context, "name"), field(context, "email")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Clinic.Practitioner> practitioner(Context context) {
    return clinic.practitioner(field(context, "practitioner"));
  }

  /** A time of a form, on the wall of the practitioner's first place. */
  private Optional<Instant> at(Context context, String name, Clinic.Practitioner whose) {
    try {
      return Optional.of(
          LocalDateTime.parse(field(context, name))
              .atZone(clinic.placesOf(whose).getFirst().zone())
              .toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String field(Context context, String name) {
    return Optional.ofNullable(context.formParam(name)).orElse("").strip();
  }

  private static Optional<String> reason(Context context) {
    return Optional.of(field(context, "reason"))
        .filter(text -> !text.isBlank() && text.length() <= LONGEST_REASON)
        .map(text -> text.replaceAll("\\p{Cntrl}", " "));
  }

  private void block(Context context, Staff staff) {
    Optional<Clinic.Practitioner> whose = practitioner(context);
    Optional<Instant> from = whose.flatMap(one -> at(context, "from", one));
    Optional<Instant> to = whose.flatMap(one -> at(context, "to", one));
    Optional<String> why = reason(context);
    if (whose.isEmpty() || from.isEmpty() || to.isEmpty() || why.isEmpty()) {
      refuse(context, staff, words.say("calendar.block.wrong"));
    } else if (front.block(by(staff), whose.get(), from.get(), to.get(), why.get()).isEmpty()) {
      refuse(context, staff, words.say("calendar.block.taken"));
    } else {
      back(context, from.get());
    }
  }

  private void unblock(Context context, Staff staff) {
    if (Ids.read(context.pathParam("id")).filter(id -> front.unblock(by(staff), id)).isEmpty()) {
      layout.notFound(context);
    } else {
      context.redirect("/staff/calendar", HttpStatus.SEE_OTHER);
    }
  }

  private void attended(Context context, Staff staff) {
    Attendance attendance =
        switch (field(context, "attended")) {
          case "arrived" -> Attendance.ARRIVED;
          case "no-show" -> Attendance.NO_SHOW;
          default -> Attendance.UNKNOWN;
        };
    AtDesk by = by(staff);
    Optional<UUID> id =
        Ids.read(context.pathParam("id")).filter(one -> front.attended(by, one, attendance));
    if (id.isEmpty()) {
      layout.notFound(context);
    } else {
      back(context, front.find(by, id.get()).orElseThrow().start());
    }
  }

  private void move(Context context, Staff staff) {
    Optional<Clinic.Practitioner> whose = practitioner(context);
    Optional<Instant> start = whose.flatMap(one -> at(context, "at", one));
    Optional<UUID> id = Ids.read(context.pathParam("id"));
    if (id.isEmpty() || whose.isEmpty() || start.isEmpty()) {
      refuse(context, staff, words.say("calendar.move.wrong"));
      return;
    }
    switch (front.move(by(staff), id.get(), whose.get(), start.get(), reason(context))) {
      case Moving.Moved moved -> back(context, moved.appointment().start());
      case Moving.Unknown unknown -> layout.notFound(context);
      case Moving.Over over -> refuse(context, staff, words.say("calendar.move.wrong"));
      case Moving.TooLate late -> refuse(context, staff, words.say("calendar.move.wrong"));
      case Moving.SomeTaken some -> refuse(context, staff, words.say("calendar.move.taken"));
      case Booking.Taken taken -> refuse(context, staff, words.say("calendar.move.taken"));
      case NotOffered not -> refuse(context, staff, words.say("calendar.move.wrong"));
    }
  }

  private void cancel(Context context, Staff staff) {
    Optional<UUID> id = Ids.read(context.pathParam("id"));
    Optional<String> reason = reason(context);
    if (id.isEmpty() || reason.isEmpty()) {
      refuse(context, staff, words.say("calendar.cancel.wrong"));
      return;
    }
    switch (front.cancel(
        by(staff), id.get(), reason.get(), "yes".equals(context.formParam("following")))) {
      case Cancelling.Cancelled cancelled -> back(context, cancelled.appointment().start());
      case Moving.Unknown unknown -> layout.notFound(context);
      case Moving.Over over -> back(context, over.appointment().start());
      case Moving.TooLate late -> back(context, late.appointment().start());
    }
  }

  private void offer(Context context, Staff staff) {
    Optional<Clinic.Practitioner> whose = practitioner(context);
    Optional<Instant> start = whose.flatMap(one -> at(context, "at", one));
    Optional<UUID> id = Ids.read(context.pathParam("id"));
    if (id.isEmpty()
        || start.isEmpty()
        || !front.offer(by(staff), id.get(), whose.orElseThrow(), start.get())) {
      refuse(context, staff, words.say("calendar.offer.wrong"));
    } else {
      back(context, start.get());
    }
  }

  private void takeOff(Context context, Staff staff) {
    AtDesk by = by(staff);
    Optional<UUID> id =
        Ids.read(context.pathParam("id"))
            .filter(one -> front.waiting(by).stream().anyMatch(each -> each.id().equals(one)));
    if (id.isEmpty() || !front.takeOff(by, id.get())) {
      layout.notFound(context);
    } else {
      context.redirect("/staff/calendar", HttpStatus.SEE_OTHER);
    }
  }
}
