package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.booking.BookingAtDesk;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.DeskBooking;
import org.counterpose.booking.Person;
import org.counterpose.booking.Planned;
import org.counterpose.booking.SeriesBooking;
import org.counterpose.people.Staff;
import org.counterpose.store.ListRow;
import org.counterpose.words.Words;

/** Staff book for a person: one visit, or several week after week, of which each is looked at. */
final class StaffBookingPages {

  private final CalendarDesk desk;
  private final BookingAtDesk booking;
  private final Words words;

  StaffBookingPages(CalendarDesk desk) {
    this.desk = desk;
    this.booking = desk.front().booking();
    this.words = desk.words();
  }

  void add(StaffRoutes routes) {
    routes.get("/staff/calendar/book", this::form);
    routes.post("/staff/calendar/book", this::book);
    routes.post("/staff/calendar/series", this::series);
  }

  private StaffBooking sent(Context context, Staff staff) {
    return StaffBooking.of(context, desk.practitioners(staff), desk.person(context, staff));
  }

  private void form(Context context, Staff staff) {
    show(context, staff, sent(context, staff));
  }

  private void show(Context context, Staff staff, StaffBooking form) {
    desk.layout()
        .render(
            context,
            "staff/book.jte",
            words.say("calendar.book"),
            Map.of("staff", staff, "form", form));
  }

  private void refuse(Context context, Staff staff, String said) {
    context.status(HttpStatus.CONFLICT);
    show(context, staff, sent(context, staff).told(said));
  }

  /** What a form asks for, where all of it can be read. */
  private record Asked(
      StaffBooking form,
      Clinic.Practitioner whose,
      Clinic.Service service,
      Instant start,
      Person person,
      Optional<ZoneId> clock,
      int visits,
      int weeks) {

    BookingRequest request(Instant at) {
      return new BookingRequest(form.key(), whose.id(), service.id(), at, person, Optional.empty())
          .in(clock);
    }

    Optional<UUID> journey() {
      return form.person().map(ListRow::journey);
    }
  }

  private Optional<Asked> asked(Context context, Staff staff) {
    StaffBooking form = sent(context, staff);
    Optional<Clinic.Practitioner> whose = desk.practitioner(context, staff);
    Optional<Clinic.Service> service = desk.clinic().service(form.service());
    Optional<Instant> start = whose.flatMap(one -> desk.at(context, "at", one, staff));
    if (service.isEmpty()
        || start.isEmpty()
        || form.who().isEmpty()
        || form.repeats().many().isEmpty()
        || form.repeats().between().isEmpty()
        || !whose.orElseThrow().does(service.get())
        || !start.get().isAfter(desk.desk().clock().instant())) {
      return Optional.empty();
    }
    return Optional.of(
        new Asked(
            form,
            whose.orElseThrow(),
            service.get(),
            start.get(),
            form.who().get(),
            form.person().flatMap(one -> desk.clockOf(one, staff)),
            form.repeats().many().get(),
            form.repeats().between().get()));
  }

  private void book(Context context, Staff staff) {
    Optional<Asked> asked = asked(context, staff);
    if (asked.isEmpty()) {
      refuse(context, staff, words.say("calendar.book.wrong"));
    } else if (asked.get().visits() > 1) {
      Asked wish = asked.get();
      showSeries(
          context,
          staff,
          wish,
          booking.plan(wish.whose(), wish.service(), wish.start(), wish.visits(), wish.weeks()),
          Optional.empty());
    } else {
      bookOne(context, staff, asked.get());
    }
  }

  private void bookOne(Context context, Staff staff, Asked wish) {
    Optional<String> reason =
        wish.form().onPurpose() ? CalendarDesk.reason(context) : Optional.empty();
    switch (booking.book(desk.by(staff), wish.request(wish.start()), wish.journey(), reason)) {
      case DeskBooking.Booked booked ->
          context.redirect(StaffVisitPage.path(booked.appointment()), HttpStatus.SEE_OTHER);
      case DeskBooking.NeedsReason needs ->
          refuse(
              context,
              staff,
              needs.taken()
                  ? desk.has(
                          staff,
                          new CalendarDesk.Wished(wish.whose(), wish.service(), wish.start()),
                          Optional.empty())
                      .map(who -> words.say("calendar.book.taken-by", who))
                      .orElseGet(() -> words.say("calendar.book.taken"))
                  : words.say("calendar.book.closed"));
      case DeskBooking.SentBefore sent -> refuse(context, staff, words.say("book.sent-before"));
      case DeskBooking.Refused refused -> refuse(context, staff, words.say("calendar.book.wrong"));
    }
  }

  private Optional<List<Instant>> chosen(Context context, Staff staff, Clinic.Practitioner whose) {
    return SeriesPage.chosen(context, other -> desk.at(context, other, whose, staff));
  }

  private void showSeries(
      Context context, Staff staff, Asked wish, List<Planned> planned, Optional<String> notice) {
    desk.layout()
        .render(
            context,
            "staff/series.jte",
            words.say("calendar.series"),
            Map.of(
                "staff",
                staff,
                "form",
                wish.form(),
                "series",
                SeriesPage.of(
                    desk.desk(),
                    new SeriesPage.Looked(wish.whose(), wish.service(), planned),
                    Optional.empty(),
                    start -> desk.clock(staff).write(wish.whose(), start).toString(),
                    notice)));
  }

  /** Books a series once each of its visits was looked at. */
  private void series(Context context, Staff staff) {
    Optional<Asked> asked = asked(context, staff);
    Optional<List<Instant>> chosen = asked.flatMap(wish -> chosen(context, staff, wish.whose()));
    if (asked.isEmpty() || chosen.isEmpty() || chosen.get().isEmpty()) {
      refuse(context, staff, words.say("calendar.series.wrong"));
      return;
    }
    Asked wish = asked.get();
    List<Instant> starts = chosen.get();
    SeriesBooking answer =
        booking.bookAll(
            desk.by(staff),
            wish.request(starts.getFirst()),
            wish.journey(),
            wish.start(),
            wish.weeks(),
            starts);
    switch (answer) {
      case SeriesBooking.Booked booked ->
          context.redirect(desk.addressOf(starts.getFirst()), HttpStatus.SEE_OTHER);
      case SeriesBooking.Conflicts conflicts -> {
        context.status(HttpStatus.CONFLICT);
        showSeries(
            context,
            staff,
            wish,
            conflicts.visits(),
            Optional.of(words.say("calendar.series.taken")));
      }
      case SeriesBooking.KeyUsed used -> refuse(context, staff, words.say("calendar.series.wrong"));
      case SeriesBooking.TooMany many -> refuse(context, staff, words.say("calendar.series.wrong"));
    }
  }
}
