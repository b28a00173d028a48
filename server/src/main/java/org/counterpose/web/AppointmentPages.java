package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Booking;
import org.counterpose.booking.Bookings;
import org.counterpose.booking.Cancelling;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.FreeTime;
import org.counterpose.booking.Moving;
import org.counterpose.booking.NotOffered;
import org.counterpose.calendar.Invitation;
import org.counterpose.calendar.VisitCalendars;
import org.counterpose.words.Words;

/** The private page of a visit: to see it, move it or cancel it. */
final class AppointmentPages {

  private final BookingDesk desk;
  private final Bookings bookings;
  private final Clinic clinic;
  private final Layout layout;
  private final Words words;
  private final VisitCalendars calendars;
  private final boolean mail;

  /**
   * @param sender the address that letters come from, where they are sent
   */
  AppointmentPages(BookingDesk desk, Optional<String> sender, Layout layout) {
    this.desk = desk;
    this.bookings = desk.bookings();
    this.clinic = desk.clinic();
    this.layout = layout;
    this.words = desk.words();
    this.mail = sender.isPresent();
    this.calendars = new VisitCalendars(clinic, sender, words);
  }

  void add(Routes routes) {
    routes.get("/appointment/{id}", this::appointment);
    routes.get("/appointment/{id}/invitation.ics", this::invitation);
    routes.get("/appointment/{id}/move", this::timesToMove);
    routes.get("/appointment/{id}/move/{practitioner}/{start}", this::confirmMove);
    routes.post("/appointment/{id}/move", this::move);
    routes.post("/appointment/{id}/cancel", this::cancel);
  }

  private interface OfAppointment {
    void serve(Appointment appointment);
  }

  private void withAppointment(Context context, OfAppointment page) {
    Optional<Appointment> appointment = bookings.find(context.pathParam("id"));
    if (appointment.isPresent()) {
      page.serve(appointment.get());
    } else {
      layout.notFound(context);
    }
  }

  private void appointment(Context context) {
    withAppointment(
        context, appointment -> showAppointment(context, appointment, Optional.empty()));
  }

  /** What the page was opened after, as long as that still holds of the visit. */
  private static AppointmentPage.Done done(Context context, Appointment appointment) {
    return Arrays.stream(AppointmentPage.Done.values())
        .filter(done -> context.queryParamMap().containsKey(done.word()))
        .filter(done -> appointment.cancelled() == (done == AppointmentPage.Done.CANCELLED))
        .findFirst()
        .orElse(AppointmentPage.Done.NOTHING);
  }

  private void showAppointment(Context context, Appointment appointment, Optional<String> notice) {
    AppointmentPage.Done done = done(context, appointment);
    AppointmentPage page =
        new AppointmentPage(
            desk.visit(appointment),
            appointment,
            path(context),
            layout.link(context, path(context)),
            bookings.isOver(appointment),
            bookings.isTooLate(appointment),
            others(context, appointment),
            done,
            done != AppointmentPage.Done.NOTHING && mail && appointment.person().hasEmail());
    layout.render(
        context,
        "booking/appointment.jte",
        words.say(appointment.cancelled() ? "book.cancelled.title" : "book.booked.title"),
        Map.of("appointment", page, "notice", notice));
  }

  /** The other visits of the series, and where each is. */
  private List<AppointmentPage.Other> others(Context context, Appointment appointment) {
    return bookings.series().of(context.pathParam("id"), appointment).stream()
        .filter(each -> !each.appointment().id().equals(appointment.id()))
        .map(
            each ->
                new AppointmentPage.Other(
                    desk.visit(each.appointment()),
                    "/appointment/" + each.token(),
                    each.appointment().cancelled()))
        .toList();
  }

  private static void after(Context context, AppointmentPage.Done done) {
    context.redirect(path(context) + "?" + done.word(), HttpStatus.SEE_OTHER);
  }

  private static String path(Context context) {
    return "/appointment/" + context.pathParam("id");
  }

  private void invitation(Context context) {
    withAppointment(
        context,
        appointment -> {
          URI link = URI.create(layout.link(context, path(context)));
          context
              .contentType(Invitation.CONTENT_TYPE)
              .header("Content-Disposition", "attachment; filename=\"appointment.ics\"")
              .result(
                  new Invitation(calendars, appointment, bookings.whole(appointment), link)
                      .write());
        });
  }

  private void timesToMove(Context context) {
    withAppointment(
        context,
        appointment ->
            showTimesToMove(context, appointment, BookingDesk.date(context), Optional.empty()));
  }

  private void showTimesToMove(
      Context context, Appointment appointment, Optional<LocalDate> date, Optional<String> notice) {
    Optional<Clinic.Service> service = clinic.service(appointment.service());
    if (service.isEmpty() || bookings.isOver(appointment) || bookings.isTooLate(appointment)) {
      context.redirect(path(context), HttpStatus.SEE_OTHER);
      return;
    }
    List<FreeTime> free =
        bookings.freeToMove(appointment, desk.today(), desk.lastDay()).stream()
            .filter(
                time ->
                    !time.start().equals(appointment.start())
                        || !time.practitioner().equals(appointment.practitioner()))
            .toList();
    Visit visit = desk.visit(appointment);
    TimesPage page =
        TimesPage.of(
            clinic,
            service.get(),
            free,
            desk.today(),
            date.or(() -> Optional.of(visit.day())),
            path(context) + "/move",
            notice.or(() -> Optional.of(words.say("book.move.from", visit.from(), visit.date()))),
            words);
    layout.render(
        context, "booking/times.jte", words.say("book.move.title"), Map.of("times", page));
  }

  private void confirmMove(Context context) {
    withAppointment(
        context,
        appointment -> {
          Optional<Visit> to =
              clinic
                  .service(appointment.service())
                  .flatMap(service -> desk.visit(context, service));
          if (to.isEmpty()) {
            layout.notFound(context);
            return;
          }
          layout.render(
              context,
              "booking/move.jte",
              words.say("book.move.title"),
              Map.of(
                  "from",
                  desk.visit(appointment),
                  "to",
                  to.get(),
                  "path",
                  path(context),
                  "series",
                  appointment.series().isPresent()));
        });
  }

  private void move(Context context) {
    Optional<Instant> start =
        Optional.ofNullable(context.formParam("start")).flatMap(BookingDesk::instant);
    Optional<String> practitioner =
        Optional.ofNullable(context.formParam("practitioner"))
            .filter(id -> clinic.practitioner(id).isPresent());
    if (start.isEmpty() || practitioner.isEmpty()) {
      layout.refuse(context, List.of(words.say("book.move.wrong")));
      return;
    }
    Moving moving =
        "yes".equals(context.formParam("following"))
            ? bookings
                .series()
                .moveFollowing(context.pathParam("id"), start.get(), practitioner.get())
            : bookings.move(context.pathParam("id"), start.get(), practitioner);
    switch (moving) {
      case Moving.Moved moved -> after(context, AppointmentPage.Done.MOVED);
      case Moving.Unknown unknown -> layout.notFound(context);
      case Moving.Over over -> over(context, over.appointment());
      case Moving.TooLate late -> tooLate(context, late.appointment());
      case Booking.Taken taken -> goneToMove(context, start.get());
      case NotOffered not -> goneToMove(context, start.get());
      case Moving.SomeTaken some ->
          goneToMove(context, start.get(), where -> someTaken(some, where));
    }
  }

  /** Which of several visits stand in the way, by the clock of where they are. */
  private String someTaken(Moving.SomeTaken some, ZoneId where) {
    DateTimeFormatter format = words.dates("letter.date-clock");
    return words.say(
        "book.move.some-gone",
        some.conflicts().stream()
            .map(each -> each.start().atZone(where).format(format))
            .collect(Collectors.joining("; ")));
  }

  private void goneToMove(Context context, Instant start) {
    goneToMove(context, start, where -> words.say("book.move.gone"));
  }

  private void goneToMove(Context context, Instant start, Function<ZoneId, String> notice) {
    context.status(HttpStatus.CONFLICT);
    withAppointment(
        context,
        appointment ->
            showTimesToMove(
                context,
                appointment,
                Optional.of(LocalDate.ofInstant(start, clinic.zoneOf(appointment.place()))),
                Optional.of(notice.apply(clinic.zoneOf(appointment.place())))));
  }

  private void cancel(Context context) {
    Cancelling cancelling =
        "yes".equals(context.formParam("following"))
            ? bookings.series().cancelFollowing(context.pathParam("id"))
            : bookings.cancel(context.pathParam("id"));
    switch (cancelling) {
      case Cancelling.Cancelled cancelled -> after(context, AppointmentPage.Done.CANCELLED);
      case Moving.Unknown unknown -> layout.notFound(context);
      case Moving.Over over -> over(context, over.appointment());
      case Moving.TooLate late -> tooLate(context, late.appointment());
    }
  }

  private void tooLate(Context context, Appointment appointment) {
    context.status(HttpStatus.CONFLICT);
    showAppointment(context, appointment, Optional.of(words.say("book.too-late")));
  }

  private void over(Context context, Appointment appointment) {
    context.status(HttpStatus.CONFLICT);
    showAppointment(context, appointment, Optional.of(words.say("book.over")));
  }
}
