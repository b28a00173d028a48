package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Attendance;
import org.counterpose.booking.Booking;
import org.counterpose.booking.Cancelling;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.Moving;
import org.counterpose.booking.NotOffered;
import org.counterpose.booking.VisitsAtDesk;
import org.counterpose.people.Staff;
import org.counterpose.words.Words;

/** A visit as staff see it, and what they do with it. Another place's is not found. */
final class StaffVisitPages {

  private final CalendarDesk desk;
  private final VisitsAtDesk visits;
  private final Words words;

  StaffVisitPages(CalendarDesk desk) {
    this.desk = desk;
    this.visits = desk.front().visits();
    this.words = desk.words();
  }

  void add(StaffRoutes routes) {
    routes.get("/staff/calendar/visits/{id}", on(this::look));
    routes.post("/staff/calendar/visits/{id}/attended", on(this::attended));
    routes.post("/staff/calendar/visits/{id}/move", on(this::move));
    routes.post("/staff/calendar/visits/{id}/cancel", on(this::cancel));
  }

  private interface OfVisit {
    void serve(Context context, Staff staff, Appointment visit);
  }

  private StaffRoutes.Page on(OfVisit page) {
    return (context, staff) -> {
      Optional<Appointment> visit =
          CalendarDesk.id(context).flatMap(id -> visits.find(desk.by(staff), id));
      if (visit.isPresent()) {
        page.serve(context, staff, visit.get());
      } else {
        desk.layout().notFound(context);
      }
    };
  }

  private void look(Context context, Staff staff, Appointment visit) {
    desk.seen(staff, visit);
    show(context, staff, visit, Optional.empty());
  }

  private void show(Context context, Staff staff, Appointment visit, Optional<String> notice) {
    StaffVisitPage page =
        new StaffVisitPage(
            visit,
            desk.desk().visit(visit).onTheWall(),
            desk.addressOf(visit.start()),
            visit
                .journey()
                .filter(id -> desk.list().open(id, staff.places()).isPresent())
                .map(id -> "/staff/people/" + id),
            desk.practitioners(staff),
            desk.clinic()
                .practitioner(visit.practitioner())
                .map(whose -> desk.clock(staff).write(whose, visit.start()))
                .orElseGet(() -> LocalDateTime.ofInstant(visit.start(), desk.clinic().zone())),
            visits.hasBegun(visit),
            visits.together(desk.by(staff), visit).stream()
                .map(
                    each ->
                        new AppointmentPage.Other(
                            desk.desk().visit(each), StaffVisitPage.path(each), each.cancelled()))
                .toList(),
            notice);
    desk.layout()
        .render(
            context,
            "staff/visit.jte",
            words.say("calendar.visit"),
            Map.of("staff", staff, "visit", page));
  }

  private void back(Context context, Appointment visit) {
    context.redirect(StaffVisitPage.path(visit), HttpStatus.SEE_OTHER);
  }

  private void refuse(Context context, Staff staff, Appointment visit, String said) {
    context.status(HttpStatus.CONFLICT);
    show(context, staff, visit, Optional.of(said));
  }

  private void attended(Context context, Staff staff, Appointment visit) {
    if (!visits.hasBegun(visit)) {
      refuse(context, staff, visit, words.say("calendar.attended.later"));
      return;
    }
    Attendance attendance =
        switch (CalendarDesk.field(context, "attended")) {
          case "arrived" -> Attendance.ARRIVED;
          case "no-show" -> Attendance.NO_SHOW;
          default -> Attendance.UNKNOWN;
        };
    if (visits.attended(desk.by(staff), visit.id(), attendance)) {
      back(context, visit);
    } else {
      desk.layout().notFound(context);
    }
  }

  private void move(Context context, Staff staff, Appointment visit) {
    Optional<Clinic.Practitioner> whose = desk.practitioner(context, staff);
    Optional<Instant> start = whose.flatMap(one -> desk.at(context, "at", one, staff));
    if (start.isEmpty()) {
      refuse(context, staff, visit, words.say("calendar.move.wrong"));
      return;
    }
    Moving moving =
        visits.move(
            desk.by(staff),
            visit.id(),
            whose.orElseThrow(),
            start.get(),
            CalendarDesk.reason(context));
    switch (moving) {
      case Moving.Moved moved -> back(context, moved.appointment());
      case Moving.Unknown unknown -> desk.layout().notFound(context);
      case Moving.Over over -> refuse(context, staff, visit, words.say("calendar.move.wrong"));
      case Moving.TooLate late -> refuse(context, staff, visit, words.say("calendar.move.wrong"));
      case Moving.SomeTaken some -> refuse(context, staff, visit, words.say("calendar.move.taken"));
      case Booking.Taken taken ->
          refuse(
              context,
              staff,
              visit,
              desk.has(
                      staff,
                      new CalendarDesk.Wished(
                          whose.orElseThrow(),
                          desk.clinic().service(visit.service()).orElseThrow(),
                          start.get()),
                      Optional.of(visit))
                  .map(who -> words.say("calendar.move.taken-by", who))
                  .orElseGet(() -> words.say("calendar.move.taken")));
      case NotOffered not -> refuse(context, staff, visit, words.say("calendar.move.wrong"));
    }
  }

  private void cancel(Context context, Staff staff, Appointment visit) {
    Optional<String> reason = CalendarDesk.reason(context);
    if (reason.isEmpty()) {
      refuse(context, staff, visit, words.say("calendar.cancel.wrong"));
      return;
    }
    Cancelling cancelling =
        visits.cancel(
            desk.by(staff), visit.id(), reason.get(), CalendarDesk.ticked(context, "following"));
    switch (cancelling) {
      case Cancelling.Cancelled cancelled -> back(context, cancelled.appointment());
      case Moving.Unknown unknown -> desk.layout().notFound(context);
      case Moving.Over over -> back(context, over.appointment());
      case Moving.TooLate late -> back(context, late.appointment());
    }
  }
}
