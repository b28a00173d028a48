package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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
import org.counterpose.booking.Wish;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.document.Place;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.counterpose.documents.Json;
import org.counterpose.guard.Caller;
import org.counterpose.journeys.Journey;
import org.counterpose.people.Consent;
import org.counterpose.people.Consents;
import org.counterpose.words.Words;

/** Booking a visit: what, when, who. */
final class BookingPages {

  private final BookingDesk desk;
  private final Bookings bookings;
  private final Clinic clinic;
  private final Door door;
  private final Layout layout;
  private final Words words;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  BookingPages(BookingDesk desk, Trials trials, Layout layout) {
    this.desk = desk;
    this.bookings = desk.bookings();
    this.clinic = desk.clinic();
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
            form(context, visit.get()).told(BookingForm.Told.kept(kept(visit.get(), held))));
      }
      case Hold.NotKept not -> showDetails(context, form(context, visit.get()));
      case Hold.Gone gone -> gone(context, visit.get(), "book.not-free");
    }
  }

  private void showOrGone(Context context, Visit visit) {
    if (isFree(visit)) {
      showDetails(context, form(context, visit));
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
    LocalDate date = LocalDate.ofInstant(visit.startAt(), clinic.zone());
    return clinic.service(visit.serviceId()).stream()
        .flatMap(service -> bookings.free(service, date, date).stream())
        .anyMatch(
            time ->
                time.start().equals(visit.startAt())
                    && (visit.practitionerId().equals(Clinic.ANYONE)
                        || time.practitioner().equals(visit.practitionerId())));
  }

  /** The form as it came, with a key of its own: that of one that was sent may be used up. */
  private BookingForm form(Context context, Visit visit) {
    int most = clinic.service(visit.serviceId()).orElseThrow().mostRepeats();
    return new BookingForm(
        visit,
        ids.get().toString(),
        new BookingForm.Filled(
            CalendarDesk.field(context, "name"),
            CalendarDesk.field(context, "email"),
            CalendarDesk.ticked(context, "share")),
        BookingForm.Told.NOTHING,
        door.journeyIfItGoesOn(context).map(this::summary),
        new Repeats(
            CalendarDesk.field(context, "visits"), CalendarDesk.field(context, "weeks"), most),
        desk.lastDay().format(DateTimeFormatter.ofPattern(words.say("book.date"), words.locale())));
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
    BookingForm form = form(context, visit.get());
    Problems problems = new Problems();
    Optional<Wish> wish =
        Fields.of(sent(context), problems).flatMap(fields -> Wish.read(fields, bookings));
    String key = CalendarDesk.field(context, "key");
    Optional<Integer> visits = form.repeats().many();
    Optional<Integer> weeks = form.repeats().between();
    if (wish.isEmpty() || !isKey(key) || visits.isEmpty() || weeks.isEmpty()) {
      refuse(context, form, wrong(problems));
      return;
    }
    BookingRequest request =
        wish.get().under(key, shared(context)).by(Visitor.of(context)).in(ownZone(context));
    if (visits.get() == 1) {
      bookOne(context, form, request);
    } else {
      bookSeries(context, form, request, visits.get(), weeks.get());
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
  private void bookSeries(
      Context context, BookingForm form, BookingRequest request, int visits, int weeks) {
    Optional<List<Instant>> chosen = SeriesPage.chosen(context, typed -> Optional.empty());
    boolean settled = SeriesPage.isSent(context);
    if (settled && chosen.filter(starts -> !starts.isEmpty()).isEmpty()) {
      refuse(context, form, BookingForm.Told.notice(words.say("book.repeat.none")));
      return;
    }
    RepeatedVisits.Series series =
        new RepeatedVisits.Series(request, visits, weeks, chosen.orElseThrow());
    switch (bookings.repeated().book(series)) {
      case SeriesBooking.Booked booked -> booked(context, booked.token());
      case SeriesBooking.Conflicts conflicts ->
          showSeries(
              context,
              form,
              request,
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
            clinic.practitioner(conflicts.practitioner()).orElseThrow(),
            clinic.service(request.service()).orElseThrow(),
            conflicts.visits(),
            request.zone(),
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

  /** What goes along of the trial on this device, where it was ticked. */
  private Optional<BookingRequest.Shared> shared(Context context) {
    return door.journeyIfItGoesOn(context)
        .filter(journey -> CalendarDesk.ticked(context, "share"))
        .map(
            journey ->
                new BookingRequest.Shared(
                    journey.id(),
                    Json.write(summary(journey).summary().write()),
                    Consents.giving(journey.id(), Consent.VISIT_SUMMARY, clock.instant())));
  }

  /** The person's own clock: the trial's, or else what the page's script told. */
  private Optional<ZoneId> ownZone(Context context) {
    return door.journeyIfItGoesOn(context)
        .map(journey -> journey.journal().routine().zone())
        .or(() -> Visitor.zone(context));
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

  private BookingForm.Told wrong(Problems problems) {
    return new BookingForm.Told(
        isAmong(problems, "name") ? Optional.of(words.say("book.name.wrong")) : Optional.empty(),
        isAmong(problems, "email") ? Optional.of(words.say("book.email.wrong")) : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static boolean isAmong(Problems problems, String path) {
    return problems.list().stream()
        .map(Problem::place)
        .anyMatch(place -> place.path().equals(path));
  }
}
