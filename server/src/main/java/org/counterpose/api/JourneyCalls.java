package org.counterpose.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpose.booking.Bookings;
import org.counterpose.clinic.ClinicList;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.document.Problems;
import org.counterpose.journal.Entry;
import org.counterpose.journal.EntryDocument;
import org.counterpose.journal.EntryReader;
import org.counterpose.journal.Routine;
import org.counterpose.journal.RoutineReader;
import org.counterpose.journeys.Adding;
import org.counterpose.journeys.Begun;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.Journeys;
import org.counterpose.journeys.Owned;
import org.counterpose.people.Accounts;
import org.counterpose.people.Consents;
import org.counterpose.practice.Practice;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Answers;
import org.counterpose.store.Appended;
import org.counterpose.store.PersonalData;
import org.counterpose.verdict.VerdictDocument;

/** A journey's calls: begin it, see the day, add what happened, read it, take it away, erase it. */
final class JourneyCalls {

  private final Spoken spoken;
  private final Journeys journeys;
  private final Bookings bookings;
  private final ClinicList list;
  private final InstantSource clock;
  private final PersonalData personalData;
  private final Accounts accounts;

  JourneyCalls(Spoken spoken) {
    Practice practice = spoken.plain();
    this.spoken = spoken;
    this.journeys = practice.journeys();
    this.bookings = practice.bookings();
    this.list = practice.list();
    this.clock = practice.clock();
    this.personalData = new PersonalData(practice.database());
    this.accounts = practice.people().accounts();
  }

  void add(RoutesConfig routes) {
    routes.post("/api/v1/journeys", this::begin);
    routes.delete("/api/v1/journeys/{id}", this::erase);
    routes.get("/api/v1/journeys/{id}/today", this::today);
    routes.get("/api/v1/journeys/{id}/entries", this::entries);
    routes.post("/api/v1/journeys/{id}/entries", this::append);
    routes.get("/api/v1/journeys/{id}/verdict", this::verdict);
    routes.get("/api/v1/journeys/{id}/export", this::export);
  }

  private void begin(Context ctx) {
    Problems problems = new Problems();
    Fields fields = Requests.fields(ctx, problems);
    Practice theirs = spoken.to(ctx);
    Optional<Programme> programme = ScreeningCalls.programme(theirs.library(), fields);
    Optional<Answers> answers = ScreeningCalls.answers(programme, fields);
    Optional<Routine> routine = routine(programme, fields);
    fields.noMore();
    if (programme.isEmpty() || answers.isEmpty() || routine.isEmpty() || !problems.isEmpty()) {
      throw Rejected.wrong(problems);
    }
    switch (theirs.journeys().begin(programme.get(), answers.get(), routine.get())) {
      case Begun.Refused refused -> throw refusal(programme.get(), refused);
      case Begun.Started started -> {
        Journey journey = started.journey();
        ctx.status(201);
        Requests.answer(
            ctx,
            Nodes.object()
                .with("id", journey.id().toString())
                .with("key", started.key())
                .with(
                    "today",
                    TodayDocument.write(
                        journey, clock.instant(), spoken.words(ctx), theirs.library().isSigned()))
                .node());
      }
    }
  }

  private static Optional<Routine> routine(Optional<Programme> programme, Fields fields) {
    if (programme.isPresent()) {
      return RoutineReader.read(programme.get(), fields);
    }
    List.of("day", "aids", "zone").forEach(fields::required);
    return Optional.empty();
  }

  private static Rejected refusal(Programme programme, Begun.Refused refused) {
    Map<String, Node> more =
        Map.of(
            "clearance", Nodes.text(refused.screened().clearance().name()),
            "reasons", ScreeningDocument.reasons(programme, refused.screened()));
    return Rejected.notNow("refused.why.safety", more);
  }

  private void today(Context ctx) {
    Journey journey = open(ctx, spoken.to(ctx).journeys());
    Instant at = Requests.at(ctx, clock);
    Requests.answer(
        ctx,
        TodayDocument.write(journey, at, spoken.words(ctx), spoken.to(ctx).library().isSigned()));
  }

  private void verdict(Context ctx) {
    Journey journey = open(ctx);
    Instant at = Requests.at(ctx, clock);
    Requests.answer(
        ctx,
        VerdictDocument.write(
            journey.verdict(at), journey.stiffness(at), journey.findings(at).done().share()));
  }

  private void entries(Context ctx) {
    Requests.answer(ctx, documents(open(ctx)));
  }

  private static Node documents(Journey journey) {
    return Nodes.list(journey.journal().all().stream().map(EntryDocument::write).toList());
  }

  private void append(Context ctx) {
    Adding journey =
        Requests.key(ctx)
            .flatMap(key -> journeys.openToAdd(ctx.pathParam("id"), key))
            .orElseThrow(Rejected::noJourney);
    Problems problems = new Problems();
    List<Entry> entries =
        EntryReader.readAll(
                journey.programme(), Requests.body(ctx), clock.instant(), journey.soFar(), problems)
            .orElseThrow(
                () -> journeys.isThere(journey) ? Rejected.wrong(problems) : Rejected.noJourney());
    if (!list.mayAdd(journey.id(), entries)) {
      throw Rejected.notNow("pause.held", Map.of());
    }
    Appended appended = journeys.append(journey, entries, Consents.toldBy(journey.id(), entries));
    Requests.answer(
        ctx,
        Nodes.object()
            .with("accepted", appended.accepted())
            .with("known", appended.known())
            .node());
  }

  private void export(Context ctx) {
    Owned journey = own(ctx);
    ctx.header("Content-Disposition", "attachment; filename=\"counterpose.json\"");
    ctx.contentType("application/json")
        .result(
            personalData
                .export(journey.id(), accounts.mayManage(journey.id(), Optional.empty()))
                .orElseThrow(Rejected::noJourney));
  }

  private void erase(Context ctx) {
    journeys.erase(own(ctx));
    bookings.settle();
    ctx.status(204);
  }

  private Owned own(Context ctx) {
    return Requests.key(ctx)
        .flatMap(key -> journeys.own(ctx.pathParam("id"), key))
        .orElseThrow(Rejected::noJourney);
  }

  private Journey open(Context ctx) {
    return open(ctx, journeys);
  }

  private static Journey open(Context ctx, Journeys told) {
    return Requests.key(ctx)
        .flatMap(key -> told.open(ctx.pathParam("id"), key))
        .orElseThrow(Rejected::noJourney);
  }
}
