package org.counterpose.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Booking;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Bookings;
import org.counterpose.booking.Cancelling;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.FreeTime;
import org.counterpose.booking.Moving;
import org.counterpose.booking.NotOffered;
import org.counterpose.booking.TrialSummary;
import org.counterpose.booking.Wish;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;
import org.counterpose.documents.Json;
import org.counterpose.guard.Caller;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.Journeys;
import org.counterpose.people.Consent;
import org.counterpose.people.Consents;
import org.counterpose.people.PublicAddress;
import org.counterpose.practice.Practice;

/** What can be booked, when, and booking, moving and cancelling it. */
final class AppointmentCalls {

  private static final int LONGEST_KEY = 200;
  private static final int MOST_DAYS = 92;

  private final Clinic clinic;
  private final Bookings bookings;
  private final Journeys journeys;
  private final InstantSource clock;
  private final PublicAddress address;
  private final Spoken spoken;

  AppointmentCalls(Spoken spoken) {
    Practice practice = spoken.plain();
    this.spoken = spoken;
    this.clinic = practice.bookings().clinic();
    this.bookings = practice.bookings();
    this.journeys = practice.journeys();
    this.clock = practice.clock();
    this.address = practice.people().address();
  }

  void add(RoutesConfig routes) {
    routes.get("/api/v1/services", this::services);
    routes.get("/api/v1/availability", this::availability);
    routes.post("/api/v1/appointments", this::book);
    routes.get("/api/v1/appointments/{id}", this::find);
    routes.delete("/api/v1/appointments/{id}", this::cancel);
    routes.post("/api/v1/appointments/{id}/move", this::move);
  }

  private void services(Context ctx) {
    ctx.header("Vary", "Accept-Language");
    String reader = spoken.words(ctx).language();
    Requests.answer(
        ctx,
        Nodes.list(
            clinic.services().stream()
                .map(
                    service ->
                        Nodes.object()
                            .with("id", service.id())
                            .with("title", service.title().to(reader))
                            .with("minutes", service.minutes())
                            .node())
                .toList()));
  }

  private void availability(Context ctx) {
    Problems problems = new Problems();
    Fields fields =
        Fields.of(query(ctx, "service", "from", "to", "practitioner", "place"), problems)
            .orElseThrow();
    Optional<Clinic.Service> service = Wish.service(fields, clinic);
    Optional<LocalDate> from = date(fields, "from");
    Optional<LocalDate> to = date(fields, "to");
    if (from.isPresent() && to.isPresent()) {
      long days = ChronoUnit.DAYS.between(from.get(), to.get()) + 1;
      if (days < 1) {
        fields.wrong("from", "must not be after 'to'");
      } else if (days > MOST_DAYS) {
        fields.wrong("to", "must be at most " + MOST_DAYS + " days from 'from', both included");
      }
    }
    Optional<String> practitioner = fields.textIfAny("practitioner");
    boolean anyone = practitioner.filter(Clinic.ANYONE::equals).isPresent();
    practitioner.filter(id -> !anyone).ifPresent(id -> Wish.practitioner(fields, clinic, id));
    Optional<String> place = Wish.place(fields, clinic);
    if (service.isEmpty() || from.isEmpty() || to.isEmpty() || !problems.isEmpty()) {
      throw Rejected.wrong(problems);
    }
    Requests.answer(
        ctx,
        Nodes.list(
            bookings.free(service.get(), from.get(), to.get()).stream()
                .filter(time -> place.filter(id -> !id.equals(time.place())).isEmpty())
                .filter(
                    time ->
                        anyone
                            || practitioner.filter(id -> !id.equals(time.practitioner())).isEmpty())
                .map(time -> anyone ? time.withAnyone() : time)
                .distinct()
                .map(this::freeTime)
                .toList()));
  }

  private Node freeTime(FreeTime time) {
    return Nodes.object()
        .with("practitioner", time.practitioner())
        .with("place", time.place())
        .with("start", written(time.start()))
        .with("end", written(time.end()))
        .node();
  }

  private static Optional<LocalDate> date(Fields fields, String name) {
    return fields
        .text(name)
        .flatMap(
            text -> {
              try {
                LocalDate date = LocalDate.parse(text);
                if (date.getYear() >= 1900 && date.getYear() <= 2999) {
                  return Optional.of(date);
                }
              } catch (DateTimeException e) {
                // told below
              }
              fields.wrong(name, "must be a date such as 2026-11-24, of 1900 to 2999");
              return Optional.empty();
            });
  }

  /** The named parameters of the query, each with its name for a place. */
  private static Node.Mapping query(Context ctx, String... names) {
    Map<String, Node> parameters = new LinkedHashMap<>();
    for (String name : names) {
      String value = ctx.queryParam(name);
      if (value != null) {
        parameters.put(name, new Node.Text(value, new Place("", 0, name)));
      }
    }
    return Nodes.object(parameters);
  }

  private void book(Context ctx) {
    Problems problems = new Problems();
    Optional<String> key = idempotencyKey(ctx, problems);
    Fields fields = Requests.fields(ctx, problems);
    Optional<Wish> wish = Wish.read(fields, bookings);
    Optional<String> journey = fields.textIfAny("journey");
    boolean share = fields.flagIfAny("share").orElse(false);
    if (share && journey.isEmpty()) {
      fields.wrong("share", "needs 'journey', and its key as Authorization: Bearer KEY");
    }
    fields.noMore();
    if (key.isEmpty() || wish.isEmpty() || !problems.isEmpty()) {
      throw Rejected.wrong(problems);
    }
    Optional<Journey> opened = journey.filter(id -> share).map(id -> open(ctx, id));
    BookingRequest request = reading(ctx, wish.get().under(key.get(), opened.map(this::shared)));
    switch (bookings.book(request)) {
      case Booking.Booked booked -> {
        String link = link(ctx, booked.token());
        ctx.status(201).header("Location", "/api/v1/appointments/" + booked.token());
        Requests.answer(
            ctx,
            Nodes.object()
                .with("id", booked.token())
                .with("practitioner", booked.practitioner())
                .with("service", booked.service())
                .with("start", written(booked.start()))
                .with("end", written(booked.end()))
                .with("link", link)
                .node());
      }
      case Booking.Taken taken -> throw taken();
      case Booking.KeyUsed used ->
          throw Rejected.wrong(
              "Idempotency-Key", "came before with another request; use a new one for this");
      case NotOffered not -> throw notOffered(not);
    }
  }

  private BookingRequest reading(Context ctx, BookingRequest request) {
    return spoken.wished(ctx).map(request::reading).orElse(request);
  }

  private static Optional<String> idempotencyKey(Context ctx, Problems problems) {
    Place place = new Place("", 0, "Idempotency-Key");
    String key = ctx.header("Idempotency-Key");
    if (key == null || key.isEmpty()) {
      problems.add(place, "the header is missing; any text that is new for each request will do");
      return Optional.empty();
    }
    if (key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
      problems.add(place, "must be 1 to " + LONGEST_KEY + " visible ASCII characters");
      return Optional.empty();
    }
    return Optional.of(key);
  }

  private Journey open(Context ctx, String id) {
    return Requests.key(ctx)
        .flatMap(key -> journeys.open(id, key))
        .orElseThrow(Rejected::noJourney);
  }

  private BookingRequest.Shared shared(Journey journey) {
    Instant now = clock.instant();
    TrialSummary summary =
        new TrialSummary(
            journey.programme().id(),
            journey.today(now).day(),
            journey.verdict(now),
            journey.ratings(now),
            journey.findings(now).done());
    return new BookingRequest.Shared(
        journey.id(),
        Json.write(summary.write()),
        Consents.giving(journey.id(), Consent.VISIT_SUMMARY, now));
  }

  private void find(Context ctx) {
    Appointment appointment =
        bookings.find(ctx.pathParam("id")).orElseThrow(AppointmentCalls::unknown);
    Requests.answer(
        ctx, document(ctx, appointment).with("cancelled", appointment.cancelled()).node());
  }

  private void cancel(Context ctx) {
    switch (bookings.cancel(ctx.pathParam("id"))) {
      case Cancelling.Cancelled cancelled -> ctx.status(204);
      case Moving.Unknown unknown -> throw unknown();
      case Moving.Over over -> throw over(over);
      case Moving.TooLate late -> throw tooLate(late);
    }
  }

  private void move(Context ctx) {
    Problems problems = new Problems();
    Fields fields = Requests.fields(ctx, problems);
    Optional<Instant> start = Wish.start(fields);
    Optional<String> practitioner = fields.textIfAny("practitioner");
    practitioner.ifPresent(id -> Wish.practitioner(fields, clinic, id));
    fields.noMore();
    if (start.isEmpty() || !problems.isEmpty()) {
      throw Rejected.wrong(problems);
    }
    switch (bookings.move(ctx.pathParam("id"), start.get(), practitioner)) {
      case Moving.Moved moved -> Requests.answer(ctx, document(ctx, moved.appointment()).node());
      case Moving.Unknown unknown -> throw unknown();
      case Moving.Over over -> throw over(over);
      case Moving.TooLate late -> throw tooLate(late);
      case Booking.Taken taken -> throw taken();
      case NotOffered not -> throw notOffered(not);
      case Moving.SomeTaken some -> throw taken();
    }
  }

  private Nodes.Growing document(Context ctx, Appointment appointment) {
    return Nodes.object()
        .with("id", ctx.pathParam("id"))
        .with("practitioner", appointment.practitioner())
        .with("service", appointment.service())
        .with("start", written(appointment.start()))
        .with("end", written(appointment.end()))
        .with("link", link(ctx, ctx.pathParam("id")));
  }

  private Rejected notOffered(NotOffered not) {
    return Rejected.wrong(Wish.field(not.why()), Wish.said(not.why(), clinic));
  }

  private static Rejected taken() {
    return Rejected.notNow("refused.why.taken", Map.of());
  }

  private static Rejected over(Moving.Over over) {
    return Rejected.notNow(
        over.appointment().cancelled() ? "refused.why.cancelled" : "refused.why.begun", Map.of());
  }

  private Rejected tooLate(Moving.TooLate late) {
    return Rejected.notNow(
        "refused.why.too-late",
        Map.of(),
        clinic.rules().changeUntilHours(),
        clinic.contact().phone().isPresent() ? 1 : 0,
        clinic.contact().phone().orElse(""));
  }

  private static Rejected unknown() {
    return Rejected.notThere("refused.why.no-appointment");
  }

  private String link(Context ctx, String token) {
    return address.shownTo(Caller.of(ctx.req())) + "/appointment/" + token;
  }

  private String written(Instant instant) {
    ZonedDateTime local = instant.atZone(clinic.zone());
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local);
  }
}
