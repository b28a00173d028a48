package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.booking.AtDesk;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.FrontDesk;
import org.counterpose.people.Staff;
import org.counterpose.words.Words;

/** The clinic's calendar for staff: a day of all, or a week of one; blocked times; who waits. */
final class CalendarPages {

  private final CalendarDesk desk;
  private final FrontDesk front;
  private final Words words;

  CalendarPages(CalendarDesk desk) {
    this.desk = desk;
    this.front = desk.front();
    this.words = desk.words();
  }

  void add(StaffRoutes routes) {
    routes.get("/staff/calendar", this::calendar);
    routes.post("/staff/calendar/block", this::block);
    routes.post("/staff/calendar/unblock/{id}", this::unblock);
    routes.post("/staff/calendar/waiting/{id}/offer", this::offer);
    routes.post("/staff/calendar/waiting/{id}/take-off", this::takeOff);
  }

  private void calendar(Context context, Staff staff) {
    show(context, staff, Optional.empty());
  }

  private void show(Context context, Staff staff, Optional<String> notice) {
    LocalDate date = BookingDesk.date(context).orElseGet(desk.desk()::today);
    Optional<Clinic.Practitioner> one =
        desk.practitioners(staff).stream()
            .filter(each -> each.id().equals(context.queryParam("who")))
            .findFirst();
    LocalDate from = one.isPresent() ? CalendarPage.monday(date) : date;
    LocalDate before = from.plusDays(one.isPresent() ? 7 : 1);
    AtDesk by = desk.by(staff);
    CalendarPage page =
        CalendarPage.of(
            new CalendarPage.Asked(
                desk.clock(staff),
                new CalendarPage.Shown(date, desk.desk().today(), one),
                desk.practitioners(staff),
                desk.person(context, staff),
                words),
            front.sheet(by, from, before),
            front.waiting(by),
            notice);
    desk.layout()
        .render(
            context,
            "staff/calendar.jte",
            words.say("calendar.title"),
            Map.of("staff", staff, "calendar", page));
  }

  private void back(Context context, Instant at) {
    context.redirect(desk.addressOf(at), HttpStatus.SEE_OTHER);
  }

  private void refuse(Context context, Staff staff, String said) {
    context.status(HttpStatus.CONFLICT);
    show(context, staff, Optional.of(said));
  }

  private void block(Context context, Staff staff) {
    Optional<Clinic.Practitioner> whose = desk.practitioner(context, staff);
    Optional<Instant> from = whose.flatMap(one -> desk.at(context, "from", one, staff));
    Optional<Instant> to = whose.flatMap(one -> desk.at(context, "to", one, staff));
    Optional<String> why = CalendarDesk.reason(context);
    if (whose.isEmpty() || from.isEmpty() || to.isEmpty() || why.isEmpty()) {
      refuse(context, staff, words.say("calendar.block.wrong"));
    } else if (!to.get().isAfter(from.get())) {
      refuse(context, staff, words.say("calendar.block.order"));
    } else if (front
        .block(desk.by(staff), whose.get(), from.get(), to.get(), why.get())
        .isEmpty()) {
      refuse(context, staff, words.say("calendar.block.taken"));
    } else {
      back(context, from.get());
    }
  }

  private void unblock(Context context, Staff staff) {
    if (CalendarDesk.id(context).filter(id -> front.unblock(desk.by(staff), id)).isEmpty()) {
      desk.layout().notFound(context);
    } else {
      context.redirect("/staff/calendar", HttpStatus.SEE_OTHER);
    }
  }

  private void offer(Context context, Staff staff) {
    Optional<Clinic.Practitioner> whose = desk.practitioner(context, staff);
    Optional<Instant> start = whose.flatMap(one -> desk.at(context, "at", one, staff));
    Optional<UUID> id = waiting(context, staff);
    if (id.isEmpty()) {
      desk.layout().notFound(context);
    } else if (start.isEmpty()
        || !front.offer(desk.by(staff), id.get(), whose.orElseThrow(), start.get())) {
      refuse(context, staff, words.say("calendar.offer.wrong"));
    } else {
      back(context, start.get());
    }
  }

  /** Somebody who waits, where they are this staff member's to see. */
  private Optional<UUID> waiting(Context context, Staff staff) {
    return CalendarDesk.id(context)
        .filter(
            id -> front.waiting(desk.by(staff)).stream().anyMatch(each -> each.id().equals(id)));
  }

  private void takeOff(Context context, Staff staff) {
    Optional<UUID> id = waiting(context, staff);
    if (id.isEmpty() || !front.takeOff(desk.by(staff), id.get())) {
      desk.layout().notFound(context);
    } else {
      context.redirect("/staff/calendar", HttpStatus.SEE_OTHER);
    }
  }
}
