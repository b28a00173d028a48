package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.Owned;
import org.counterpose.library.Library;
import org.counterpose.plan.Today;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;
import org.counterpose.words.Words;

/** What can be read beside the articles, and the data of a trial. */
final class SitePages {

  private final Trials trials;
  private final Library library;
  private final Layout layout;
  private final Words words;
  private final BookingDesk desk;

  SitePages(Trials trials, Layout layout, BookingDesk desk) {
    this.trials = trials;
    this.library = trials.library();
    this.layout = layout;
    this.words = layout.words();
    this.desk = desk;
  }

  void add(Routes routes) {
    OfProgramme programmes = new OfProgramme(library, layout);
    routes.get("/programmes/{programme}/safety", programmes.on(this::safety));
    routes.get("/safety", context -> safety(context, library.programmes().getFirst()));
    routes.get("/learn/{programme}/{step}", this::learn);
    routes.get("/figures/{programme}/{figure}", this::figure);
    routes.get("/figures/{programme}/{version}/{figure}", this::figureOfVersion);
    routes.get("/aids", this::aids);
    routes.get("/forget", this::askToForget);
    routes.post("/forget", this::forget);
  }

  private void safety(Context context, Programme programme) {
    layout.render(
        context,
        "site/safety.jte",
        words.say("safety.title"),
        Map.of("table", new SafetyTable(programme, words)));
  }

  /** How a step is done; for who is on a trial of it, by the version that the trial runs on. */
  private void learn(Context context) {
    String id = context.pathParam("programme");
    Optional<Journey> own = trials.door().journey(context);
    Optional<Programme> programme =
        own.map(Journey::programme)
            .filter(theirs -> theirs.id().equals(id))
            .or(() -> library.programme(id));
    Optional<Step> step = programme.flatMap(found -> found.step(context.pathParam("step")));
    if (step.isEmpty()) {
      layout.notFound(context);
      return;
    }
    boolean stopped =
        own.map(journey -> journey.today(trials.clock().instant()).state())
            .filter(Today.State.Stopped.class::isInstance)
            .isPresent();
    if (stopped) {
      context.redirect("/today", HttpStatus.SEE_OTHER);
      return;
    }
    Programme told = programme.orElseThrow();
    LearnPage page = new LearnPage(told, step.get(), key -> library.html(told, key));
    layout.render(context, "site/learn.jte", page.title(), Map.of("learn", page));
  }

  /** A figure of the programme that is offered, as articles name it. */
  private void figure(Context context) {
    figure(context, library.programme(context.pathParam("programme")));
  }

  /** A figure of the very version that a trial runs on. */
  private void figureOfVersion(Context context) {
    figure(context, library.held(context.pathParam("programme"), context.pathParam("version")));
  }

  /** It may be kept for a day: a pack that is still being written changes under its version. */
  private void figure(Context context, Optional<Programme> of) {
    Optional<String> svg = of.flatMap(programme -> picture(programme, context.pathParam("figure")));
    if (svg.isEmpty()) {
      layout.notFound(context);
      return;
    }
    context.header("Cache-Control", "public, max-age=86400");
    context.contentType("image/svg+xml").result(svg.get());
  }

  /** {@code name.svg} stands still, {@code name-moving.svg} moves. */
  private Optional<String> picture(Programme programme, String file) {
    if (file.endsWith("-moving.svg")) {
      return library.movingFigure(
          programme, file.substring(0, file.length() - "-moving.svg".length()));
    }
    return file.endsWith(".svg")
        ? library.figure(programme, file.substring(0, file.length() - ".svg".length()))
        : Optional.empty();
  }

  private void aids(Context context) {
    Optional<Journey> journey = trials.door().journeyIfItGoesOn(context);
    Programme programme = journey.map(Journey::programme).orElse(library.programmes().getFirst());
    Set<String> owned = journey.map(own -> own.journal().routine().aids()).orElse(Set.of());
    layout.render(
        context,
        "site/aids.jte",
        words.say("aids.title"),
        Map.of("aids", new AidsPage(programme, owned, words), "clinic", desk.clinic()));
  }

  private void askToForget(Context context) {
    Optional<Owned> journey = trials.door().owned(context);
    if (journey.isEmpty()) {
      trials.door().leadAway(context);
      return;
    }
    layout.render(
        context,
        "site/forget.jte",
        words.say("forget.title"),
        Map.of(
            "visits",
            desk.bookings().toComeOf(journey.get().id()).stream().map(desk::visit).toList()));
  }

  private void forget(Context context) {
    Optional<Owned> journey = trials.door().owned(context);
    if (journey.isPresent() && "yes".equals(context.formParam("sure"))) {
      trials.journeys().erase(journey.get());
      desk.bookings().settle();
      trials.door().letGo(context);
      GonePage.lead(context, GonePage.Gone.ALTOGETHER);
      return;
    }
    context.redirect("/forget", HttpStatus.SEE_OTHER);
  }
}
