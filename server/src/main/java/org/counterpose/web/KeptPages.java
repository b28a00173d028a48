package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.documents.Json;
import org.counterpose.guard.Guard;
import org.counterpose.handout.StopSigns;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;
import org.counterpose.words.Words;

/**
 * What a device keeps of a trial for times without a network: each of the next days with its
 * sessions, how each step is done, and when to stop. One answer, so that all of it is of one
 * moment; the device shows it with that moment, and only where the server cannot be reached.
 */
final class KeptPages {

  /** The header by which a device sees that what it keeps is no longer as the trial stands. */
  static final String KEPT_AS = "Kept-As";

  /** Today and a week: our own choice, between an outdated plan and a holiday without network. */
  private static final int DAYS = 8;

  /**
   * At which hour of a day to come it is looked at: all of its steps are named with their times.
   */
  private static final Duration INTO_THE_DAY = Duration.ofHours(12);

  private final Trials trials;
  private final BookingDesk desk;
  private final DayPages days;
  private final Layout layout;
  private final Words words;

  KeptPages(Trials trials, BookingDesk desk, DayPages days, Layout layout) {
    this.trials = trials;
    this.desk = desk;
    this.days = days;
    this.layout = layout;
    this.words = layout.words();
  }

  void add(Routes routes) {
    routes.get("/kept", this::kept);
  }

  private void kept(Context context) {
    Optional<Journey> journey = trials.door().journey(context);
    if (journey.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND); // and no page: the device is to forget what it keeps
      return;
    }
    Of kept = of(context, journey.get());
    String tag = tag(kept);
    String quoted = "\"" + tag + "\"";
    context.header("ETag", quoted);
    if (quoted.equals(context.header("If-None-Match"))) {
      context.status(HttpStatus.NOT_MODIFIED);
      return;
    }
    context.contentType("application/json").result(Json.write(written(kept, tag)));
  }

  /** Whose pages are kept: the trial that the device shows, and what else its person does. */
  private record Of(Journey journey, List<Journey> others) {

    List<Journey> all() {
      return Stream.concat(Stream.of(journey), others.stream()).toList();
    }
  }

  private Of of(Context context, Journey journey) {
    return new Of(journey, trials.door().others(context, journey));
  }

  private Node written(Of kept, String tag) {
    return Nodes.object()
        .with("trial", kept.journey().id().toString())
        .with("tag", tag)
        .with("now", trials.clock().instant().toEpochMilli())
        .with("headers", headers())
        .with("days", Nodes.list(days(kept)))
        .with("pages", pages(always(kept)))
        .with("articles", Nodes.texts(articles(kept)))
        .node();
  }

  /** Another one whenever one of the pages would be another, but for the time of day. */
  String tag(Context context, Journey journey) {
    return tag(of(context, journey));
  }

  private String tag(Of kept) {
    String all =
        layout.edition()
            + words.locale().toLanguageTag()
            + kept.all().stream().map(this::standing).toList();
    return PublicAnswer.digest(all.getBytes(StandardCharsets.UTF_8));
  }

  /** What the pages of a trial are made of, as it stands. */
  private List<Object> standing(Journey journey) {
    return List.of(
        journey.id(),
        journey.programme(),
        journey.journal().all().size(),
        journey.dayEnds(trials.clock().instant()),
        desk.bookings().ofJourney(journey.id()),
        trials.list().row(journey.id()).isPresent());
  }

  private List<Node> days(Of kept) {
    Journey journey = kept.journey();
    List<Node> written = new ArrayList<>();
    Instant from = trials.clock().instant();
    Instant shown = from;
    for (int day = 0; day < DAYS; day++) {
      Instant until = journey.dayEnds(from);
      written.add(
          Nodes.object()
              .with("until", until.toEpochMilli())
              .with("pages", pages(ofDay(kept, shown)))
              .node());
      from = until;
      Instant later = from.plus(INTO_THE_DAY);
      shown = later.isBefore(journey.dayEnds(from)) ? later : from;
    }
    return written;
  }

  private Map<String, Drawing> ofDay(Of kept, Instant shown) {
    Journey journey = kept.journey();
    Map<String, Drawing> pages = new LinkedHashMap<>();
    Today today = journey.today(shown);
    pages.put(
        "/today",
        days.today(
            new DayPages.Asked(
                journey, kept.others(), shown, Optional.empty(), Jump.from(journey, shown))));
    if (today.asksSafetyFirst()) {
      return pages;
    }
    for (PlannedStep planned : today.steps()) {
      days.player(journey, today, planned)
          .ifPresent(
              player -> {
                String session = "/step/" + planned.step() + "/" + planned.slot();
                pages.put(session, player);
                pages.put(session + "/stop", days.stop(journey, today, planned));
              });
    }
    return pages;
  }

  /** What is the same on each of the days. */
  private Map<String, Drawing> always(Of kept) {
    StopSigns signs = StopSigns.ofAll(kept.all().stream().map(Journey::programme).toList(), words);
    Map<String, Drawing> pages = new LinkedHashMap<>();
    pages.put("/away", away(signs, "away.missing"));
    pages.put("/changed", away(signs, "away.changed"));
    pages.put("/unsent", away(signs, "away.unsent"));
    pages.put("/worse", away(signs, "away.worse"));
    pages.put("/weekly", away(signs, "away.weekly"));
    Instant now = trials.clock().instant();
    for (Journey journey : kept.all()) {
      if (!(journey.today(now).state() instanceof Today.State.Stopped)) {
        learnt(journey.programme(), pages);
      }
    }
    return pages;
  }

  private void learnt(Programme programme, Map<String, Drawing> pages) {
    for (Step step : programme.steps()) {
      LearnPage page = new LearnPage(programme, step, key -> trials.library().html(programme, key));
      pages.put(
          "/learn/" + programme.id() + "/" + step.id(),
          new Drawing("site/learn.jte", page.title(), Map.of("learn", page)));
    }
  }

  /** The addresses of what explains the programmes. */
  private static List<String> articles(Of kept) {
    return Stream.concat(
            Stream.of("/"),
            kept.all().stream().map(journey -> "/programmes/" + journey.programme().id()))
        .distinct()
        .toList();
  }

  private Drawing away(StopSigns signs, String key) {
    return new Drawing(
        "trial/away.jte",
        words.say(key + ".title"),
        Map.of("body", words.say(key + ".body"), "signs", signs));
  }

  private Node pages(Map<String, Drawing> drawings) {
    Nodes.Growing pages = Nodes.object();
    drawings.forEach((path, drawing) -> pages.with(path, layout.draw(path, drawing)));
    return pages.node();
  }

  /** Those of every page, and those of a page that may turn on the camera. */
  private static Node headers() {
    Map<String, String> camera = new LinkedHashMap<>(Guard.headers());
    Guard.allowCamera(camera::put);
    return Nodes.object()
        .with("plain", texts(Guard.headers()))
        .with("camera", texts(camera))
        .node();
  }

  private static Node texts(Map<String, String> headers) {
    return Nodes.object(
        headers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> Nodes.text(header.getValue()))));
  }
}
