package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Booking;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Bookings;
import org.counterpose.booking.Cancelling;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.FreeTime;
import org.counterpose.booking.Moving;
import org.counterpose.booking.NotOffered;
import org.counterpose.booking.Wish;
import org.counterpose.calendar.Invitation;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.document.Place;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.counterpose.documents.Json;
import org.counterpose.guard.Caller;
import org.counterpose.journeys.Journey;
import org.counterpose.words.Words;

/** Booking a visit: what, when, who; and the private page to see, move or cancel it. */
final class BookingPages {

  private final Bookings bookings;
  private final Clinic clinic;
  private final Door door;
  private final Layout layout;
  private final Words words;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  BookingPages(Bookings bookings, Trials trials, Layout layout) {
    this.bookings = bookings;
    this.clinic = bookings.clinic();
    this.door = trials.door();
    this.layout = layout;
    this.words = layout.words();
    this.clock = trials.clock();
    this.ids = trials.ids();
  }

  void add(Routes routes) {
    routes.get("/book", this::services);
    routes.get("/book/{service}", this::times);
    routes.get("/book/{service}/{practitioner}/{start}", this::details);
    routes.post("/book/{service}/{practitioner}/{start}", this::book);
    routes.get("/appointment/{id}", this::appointment);
    routes.get("/appointment/{id}/invitation.ics", this::invitation);
    routes.get("/appointment/{id}/move", this::timesToMove);
    routes.get("/appointment/{id}/move/{practitioner}/{start}", this::confirmMove);
    routes.post("/appointment/{id}/move", this::move);
    routes.post("/appointment/{id}/cancel", this::cancel);
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
    showTimes(context, service.get(), date(context), Optional.empty());
  }

  private void showTimes(
      Context context, Clinic.Service service, Optional<LocalDate> date, Optional<String> notice) {
    TimesPage page =
        TimesPage.of(
            clinic,
            service,
            bookings.free(service, today(), lastDay()),
            today(),
            date,
            "/book/" + service.id(),
            notice,
            words);
    layout.render(
        context, "booking/times.jte", words.say("book.times.title"), Map.of("times", page));
  }

  /** What an address of the form {@code /book/service/practitioner/start} leads to. */
  private Optional<Visit> asked(Context context) {
    return clinic.service(context.pathParam("service")).flatMap(service -> visit(context, service));
  }

  private Optional<Visit> visit(Context context, Clinic.Service service) {
    String practitioner = context.pathParam("practitioner");
    return instant(context.pathParam("start"))
        .filter(start -> clinic.practitioner(practitioner).isPresent())
        .map(
            start ->
                new Visit(
                    clinic,
                    service.id(),
                    practitioner,
                    start,
                    start.plusSeconds(60L * service.minutes()),
                    words));
  }

  private void details(Context context) {
    Optional<Visit> visit = asked(context);
    if (visit.isEmpty()) {
      layout.notFound(context);
    } else if (isFree(visit.get())) {
      showDetails(context, form(context, visit.get()));
    } else {
      gone(context, visit.get(), "book.not-free");
    }
  }

  private boolean isFree(Visit visit) {
    LocalDate date = LocalDate.ofInstant(visit.startAt(), clinic.zone());
    return clinic.service(visit.serviceId()).stream()
        .flatMap(service -> bookings.free(service, date, date).stream())
        .anyMatch(
            time ->
                time.start().equals(visit.startAt())
                    && time.practitioner().equals(visit.practitionerId()));
  }

  private BookingForm form(Context context, Visit visit) {
    return new BookingForm(
        visit,
        "/book/" + visit.serviceId() + "/" + visit.practitionerId() + "/" + visit.startAt(),
        ids.get().toString(),
        "",
        "",
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        door.journeyIfItGoesOn(context).map(this::summary));
  }

  private SharedTrial summary(Journey journey) {
    return SharedTrial.of(journey, clock.instant(), words);
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
        Optional.of(LocalDate.ofInstant(visit.startAt(), clinic.zone())),
        Optional.of(words.say(said, visit.from(), visit.date())));
  }

  private void book(Context context) {
    Optional<Visit> visit = asked(context);
    if (visit.isEmpty()) {
      layout.notFound(context);
      return;
    }
    Problems problems = new Problems();
    Optional<Wish> wish =
        Fields.of(sent(context), problems).flatMap(fields -> Wish.read(fields, bookings));
    String key = Optional.ofNullable(context.formParam("key")).orElse("");
    if (wish.isEmpty() || !isKey(key)) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showDetails(context, filledIn(context, visit.get(), problems));
      return;
    }
    Optional<BookingRequest.Shared> shared =
        door.journeyIfItGoesOn(context)
            .filter(journey -> "yes".equals(context.formParam("share")))
            .map(
                journey ->
                    new BookingRequest.Shared(
                        journey.id(), Json.write(summary(journey).summary().write())));
    switch (bookings.book(wish.get().under(key, shared))) {
      case Booking.Booked booked ->
          context.redirect("/appointment/" + booked.token() + "?booked", HttpStatus.SEE_OTHER);
      case Booking.Taken taken -> gone(context, visit.get(), "book.gone");
      case NotOffered not -> gone(context, visit.get(), "book.gone");
      case Booking.KeyUsed used -> {
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        showDetails(context, sentBefore(filledIn(context, visit.get(), problems)));
      }
    }
  }

  private static Node.Mapping sent(Context context) {
    Map<String, Node> fields = new LinkedHashMap<>();
    for (String name : List.of("service", "practitioner", "start")) {
      fields.put(name, new Node.Text(context.pathParam(name), new Place("", 0, name)));
    }
    for (String name : List.of("name", "email")) {
      String value = Optional.ofNullable(context.formParam(name)).orElse("");
      fields.put(name, new Node.Text(value, new Place("", 0, name)));
    }
    return Nodes.object(fields);
  }

  private static boolean isKey(String key) {
    return key.matches("[0-9a-f-]{36}");
  }

  /** The form as it came, with what is wrong in it and a new key: nothing was kept. */
  private BookingForm filledIn(Context context, Visit visit, Problems problems) {
    BookingForm fresh = form(context, visit);
    return new BookingForm(
        fresh.visit(),
        fresh.address(),
        fresh.key(),
        Optional.ofNullable(context.formParam("name")).orElse(""),
        Optional.ofNullable(context.formParam("email")).orElse(""),
        "yes".equals(context.formParam("share")),
        isAmong(problems, "name") ? Optional.of(words.say("book.name.wrong")) : Optional.empty(),
        isAmong(problems, "email") ? Optional.of(words.say("book.email.wrong")) : Optional.empty(),
        Optional.empty(),
        fresh.summary());
  }

  private BookingForm sentBefore(BookingForm form) {
    return new BookingForm(
        form.visit(),
        form.address(),
        form.key(),
        form.name(),
        form.email(),
        form.share(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(words.say("book.sent-before")),
        form.summary());
  }

  private static boolean isAmong(Problems problems, String path) {
    return problems.list().stream()
        .map(Problem::place)
        .anyMatch(place -> place.path().equals(path));
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

  private void showAppointment(Context context, Appointment appointment, Optional<String> notice) {
    AppointmentPage page =
        new AppointmentPage(
            visit(appointment),
            appointment,
            path(context),
            Caller.of(context.req()).origin() + path(context),
            bookings.isOver(appointment),
            context.queryParamMap().containsKey("booked"));
    layout.render(
        context,
        "booking/appointment.jte",
        words.say(appointment.cancelled() ? "book.cancelled.title" : "book.booked.title"),
        Map.of("appointment", page, "notice", notice));
  }

  private Visit visit(Appointment appointment) {
    return new Visit(
        clinic,
        appointment.service(),
        appointment.practitioner(),
        appointment.start(),
        appointment.end(),
        words);
  }

  private static String path(Context context) {
    return "/appointment/" + context.pathParam("id");
  }

  private void invitation(Context context) {
    withAppointment(
        context,
        appointment -> {
          URI link = URI.create(Caller.of(context.req()).origin() + path(context));
          context
              .contentType(Invitation.CONTENT_TYPE)
              .header("Content-Disposition", "attachment; filename=\"appointment.ics\"")
              .result(new Invitation(clinic, appointment, link).write());
        });
  }

  private void timesToMove(Context context) {
    withAppointment(
        context,
        appointment -> showTimesToMove(context, appointment, date(context), Optional.empty()));
  }

  private void showTimesToMove(
      Context context, Appointment appointment, Optional<LocalDate> date, Optional<String> notice) {
    Optional<Clinic.Service> service = clinic.service(appointment.service());
    if (service.isEmpty() || bookings.isOver(appointment)) {
      context.redirect(path(context), HttpStatus.SEE_OTHER);
      return;
    }
    List<FreeTime> free =
        bookings.freeToMove(appointment, today(), lastDay()).stream()
            .filter(
                time ->
                    !time.start().equals(appointment.start())
                        || !time.practitioner().equals(appointment.practitioner()))
            .toList();
    Visit visit = visit(appointment);
    TimesPage page =
        TimesPage.of(
            clinic,
            service.get(),
            free,
            today(),
            date.or(() -> Optional.of(LocalDate.ofInstant(appointment.start(), clinic.zone()))),
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
              clinic.service(appointment.service()).flatMap(service -> visit(context, service));
          if (to.isEmpty()) {
            layout.notFound(context);
            return;
          }
          layout.render(
              context,
              "booking/move.jte",
              words.say("book.move.title"),
              Map.of("from", visit(appointment), "to", to.get(), "path", path(context)));
        });
  }

  private void move(Context context) {
    Optional<Instant> start =
        Optional.ofNullable(context.formParam("start")).flatMap(BookingPages::instant);
    Optional<String> practitioner =
        Optional.ofNullable(context.formParam("practitioner"))
            .filter(id -> clinic.practitioner(id).isPresent());
    if (start.isEmpty() || practitioner.isEmpty()) {
      layout.refuse(context, List.of(words.say("book.move.wrong")));
      return;
    }
    switch (bookings.move(context.pathParam("id"), start.get(), practitioner)) {
      case Moving.Moved moved -> context.redirect(path(context), HttpStatus.SEE_OTHER);
      case Moving.Unknown unknown -> layout.notFound(context);
      case Moving.Over over -> over(context, over.appointment());
      case Booking.Taken taken -> goneToMove(context, start.get());
      case NotOffered not -> goneToMove(context, start.get());
    }
  }

  private void goneToMove(Context context, Instant start) {
    context.status(HttpStatus.CONFLICT);
    withAppointment(
        context,
        appointment ->
            showTimesToMove(
                context,
                appointment,
                Optional.of(LocalDate.ofInstant(start, clinic.zone())),
                Optional.of(words.say("book.move.gone"))));
  }

  private void cancel(Context context) {
    switch (bookings.cancel(context.pathParam("id"))) {
      case Cancelling.Cancelled cancelled -> context.redirect(path(context), HttpStatus.SEE_OTHER);
      case Moving.Unknown unknown -> layout.notFound(context);
      case Moving.Over over -> over(context, over.appointment());
    }
  }

  private void over(Context context, Appointment appointment) {
    context.status(HttpStatus.CONFLICT);
    showAppointment(context, appointment, Optional.of(words.say("book.over")));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clinic.zone());
  }

  private LocalDate lastDay() {
    return today().plusDays(clinic.rules().aheadDays());
  }

  private static Optional<LocalDate> date(Context context) {
    String date = context.queryParam("date");
    try {
      return date == null ? Optional.empty() : Optional.of(LocalDate.parse(date));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      Instant instant = Instant.parse(text);
      return instant.isAfter(Instant.EPOCH) && instant.getEpochSecond() < 32_503_680_000L
          ? Optional.of(instant)
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
