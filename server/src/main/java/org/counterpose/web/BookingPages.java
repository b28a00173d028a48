package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpose.booking.Booking;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Bookings;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.FreeTime;
import org.counterpose.booking.Hold;
import org.counterpose.booking.NotOffered;
import org.counterpose.booking.Person;
import org.counterpose.booking.RepeatedVisits;
import org.counterpose.booking.SeriesBooking;
import org.counterpose.document.Problems;
import org.counterpose.guard.Caller;
import org.counterpose.words.Words;

/** Booking a visit: what, when, who. */
final class BookingPages {

  private final BookingDesk desk;
  private final Bookings bookings;
  private final Clinic clinic;
  private final BookingForms forms;
  private final Layout layout;
  private final Words words;
  private final InstantSource clock;

  BookingPages(BookingDesk desk, Trials trials, Layout layout) {
    this.desk = desk;
    this.bookings = desk.bookings();
    this.clinic = desk.clinic();
    this.forms = new BookingForms(desk, trials);
    this.layout = layout;
    this.words = layout.words();
    this.clock = trials.clock();
  }

  void add(Routes routes) {
    routes.get("/book", this::services);
    routes.get("/book/{service}", this::times);
    routes.get("/book/{service}/{practitioner}/{start}", this::details);
    routes.post("/book/{service}/{practitioner}/{start}", this::book);
  }

  private void services(Context context) {
    layout.render(context, "booking/services.jte", words.say("book.title"), Map.of());
  }

  private void times(Context context) {
    Optional<Clinic.Service> service = clinic.service(context.pathParam("service"));
    if (service.isEmpty()) {
      layout.notFound(context);
      return;
    }
    showTimes(context, service.get(), BookingDesk.date(context), Optional.empty());
  }

  private void showTimes(
      Context context, Clinic.Service service, Optional<LocalDate> date, Optional<String> notice) {
    TimesPage page =
        TimesPage.of(
            clinic,
            service,
            times(context, service),
            desk.today(),
            date,
            "/book/" + service.id(),
            notice,
            words);
    layout.render(
        context, "booking/times.jte", words.say("book.times.title"), Map.of("times", page));
  }

  /** The free times of each, or of whoever has time. */
  private List<FreeTime> times(Context context, Clinic.Service service) {
    List<FreeTime> times =
        bookings.free(service, desk.today(), desk.lastDay(), Visitor.of(context));
    return Clinic.ANYONE.equals(context.queryParam("who"))
        ? times.stream().map(FreeTime::withAnyone).distinct().toList()
        : times;
  }

  /** What an address of the form {@code /book/service/practitioner/start} leads to. */
  private Optional<Visit> asked(Context context) {
    return clinic
        .service(context.pathParam("service"))
        .flatMap(service -> desk.visit(context, service));
  }

  private void details(Context context) {
    Optional<Visit> visit = asked(context);
    if (visit.isEmpty()) {
      layout.notFound(context);
      return;
    }
    if (!Visitor.chose(context)) {
      showOrGone(context, visit.get());
      return;
    }
    String visitor = Visitor.of(context).orElseGet(() -> bookings.holds().newVisitor());
    Hold hold =
        bookings
            .holds()
            .hold(
                visitor,
                Caller.of(context.req()).network(),
                clinic.service(visit.get().serviceId()).orElseThrow(),
                wished(visit.get()));
    switch (hold) {
      case Hold.Held held -> {
        Visitor.remember(context, visitor);
        showDetails(
            context,
            forms.open(context, visit.get()).told(BookingForm.Told.kept(kept(visit.get(), held))));
      }
      case Hold.NotKept not -> showDetails(context, forms.open(context, visit.get()));
      case Hold.Gone gone -> gone(context, visit.get(), "book.not-free");
    }
  }

  private void showOrGone(Context context, Visit visit) {
    if (isFree(visit)) {
      showDetails(context, forms.open(context, visit));
    } else {
      gone(context, visit, "book.not-free");
    }
  }

  private static BookingRequest wished(Visit visit) {
    return new BookingRequest(
        "",
        visit.practitionerId(),
        visit.serviceId(),
        visit.startAt(),
        new Person("-", "nobody@example.org"),
        Optional.empty());
  }

  private String kept(Visit visit, Hold.Held held) {
    long minutes =
        Math.max(
            1, Math.ceilDiv(held.until().getEpochSecond() - clock.instant().getEpochSecond(), 60L));
    return words.say("book.held", minutes, visit.clock(held.until()));
  }

  private boolean isFree(Visit visit) {
    LocalDate date = visit.day();
    return clinic.service(visit.serviceId()).stream()
        .flatMap(service -> bookings.free(service, date.minusDays(1), date.plusDays(1)).stream())
        .anyMatch(
            time ->
                time.start().equals(visit.startAt())
                    && (visit.practitionerId().equals(Clinic.ANYONE)
                        || time.practitioner().equals(visit.practitionerId())));
  }

  private void showDetails(Context context, BookingForm form) {
    layout.render(
        context, "booking/details.jte", words.say("book.details.title"), Map.of("form", form));
  }

  private void gone(Context context, Visit visit, String said) {
    context.status(HttpStatus.CONFLICT);
    showTimes(
        context,
        clinic.service(visit.serviceId()).orElseThrow(),
        Optional.of(visit.day()),
        Optional.of(words.say(said, visit.from(), visit.date())));
  }

  private void book(Context context) {
    Optional<Visit> visit = asked(context);
    if (visit.isEmpty()) {
      layout.notFound(context);
      return;
    }
    BookingForm form = forms.open(context, visit.get());
    Problems problems = new Problems();
    Optional<BookingForms.Asked> asked = forms.asked(context, form.repeats(), problems);
    if (asked.isEmpty()) {
      refuse(context, form, forms.wrong(problems));
    } else if (asked.get().visits() == 1) {
      bookOne(context, form, asked.get().request());
    } else {
      bookSeries(context, form, asked.get());
    }
  }

  private void bookOne(Context context, BookingForm form, BookingRequest request) {
    switch (bookings.book(request)) {
      case Booking.Booked booked -> booked(context, booked.token());
      case Booking.Taken taken -> gone(context, form.visit(), "book.gone");
      case NotOffered not -> gone(context, form.visit(), "book.gone");
      case Booking.KeyUsed used -> sentBefore(context, form);
    }
  }

  /** Books several visits where all can be had; else shows each, to choose what to do. */
  private void bookSeries(Context context, BookingForm form, BookingForms.Asked asked) {
    Optional<List<Instant>> chosen = SeriesPage.chosen(context, typed -> Optional.empty());
    boolean settled = SeriesPage.isSent(context);
    if (settled && chosen.filter(starts -> !starts.isEmpty()).isEmpty()) {
      refuse(context, form, BookingForm.Told.notice(words.say("book.repeat.none")));
      return;
    }
    RepeatedVisits.Series series =
        new RepeatedVisits.Series(
            asked.request(), asked.visits(), asked.weeks(), chosen.orElseThrow());
    switch (bookings.repeated().book(series)) {
      case SeriesBooking.Booked booked -> booked(context, booked.token());
      case SeriesBooking.Conflicts conflicts ->
          showSeries(
              context,
              form,
              asked.request(),
              conflicts,
              settled ? Optional.of(words.say("calendar.series.taken")) : Optional.empty());
      case SeriesBooking.KeyUsed used -> sentBefore(context, form);
      case SeriesBooking.TooMany many ->
          refuse(context, form, BookingForm.Told.notice(words.say("book.repeat.none")));
    }
  }

  private void showSeries(
      Context context,
      BookingForm form,
      BookingRequest request,
      SeriesBooking.Conflicts conflicts,
      Optional<String> notice) {
    context.status(HttpStatus.CONFLICT);
    SeriesPage series =
        SeriesPage.of(
            desk,
            new SeriesPage.Looked(
                clinic.practitioner(conflicts.practitioner()).orElseThrow(),
                clinic.service(request.service()).orElseThrow(),
                conflicts.visits()),
            request.zone(),
            start -> "",
            notice);
    layout.render(
        context,
        "booking/series.jte",
        words.say("calendar.series"),
        Map.of("form", form, "series", series));
  }

  private static void booked(Context context, String token) {
    context.redirect("/appointment/" + token + "?booked", HttpStatus.SEE_OTHER);
  }

  private void sentBefore(Context context, BookingForm form) {
    refuse(context, form, BookingForm.Told.notice(words.say("book.sent-before")));
  }

  private void refuse(Context context, BookingForm form, BookingForm.Told why) {
    context.status(HttpStatus.UNPROCESSABLE_CONTENT);
    showDetails(context, form.told(why));
  }
}
