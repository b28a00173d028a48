package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.documents.Json;
import org.counterpose.guard.Guard;
import org.counterpose.journeys.Journey;

/**
 * What a device keeps of a person's trials for times without a network: of each the next days with
 * its sessions, how each step is done, and when to stop. One answer, so that all of it is of one
 * moment; the device shows it with that moment, and only where the server cannot be reached.
 */
final class KeptPages {

  /** The header by which a device sees that what it keeps is no longer as the trials stand. */
  static final String KEPT_AS = "Kept-As";

  /** The header that tells which of the trials is the open one. */
  private static final String OPEN = "Kept-Trial";

  /** The header by which a device names the pages that it has, apart by spaces. */
  private static final String HAD = "Kept-Pages";

  private final Trials trials;
  private final BookingDesk desk;
  private final PagesForLater pages;

  /** Changes with what every page is made of. */
  private final String edition;

  KeptPages(Trials trials, BookingDesk desk, DayPages days, Layout layout) {
    this.trials = trials;
    this.desk = desk;
    this.pages = new PagesForLater(trials, days, layout);
    this.edition =
        digest(layout.edition() + layout.words().locale().toLanguageTag() + Guard.headers());
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
    List<Journey> all = all(journey.get(), trials.door().others(context, journey.get()));
    String tag = tag(all);
    String quoted = "\"" + tag + "\"";
    context.header("ETag", quoted);
    context.header(OPEN, journey.get().id().toString());
    if (quoted.equals(context.header("If-None-Match"))) {
      context.status(HttpStatus.NOT_MODIFIED);
      return;
    }
    context.contentType("application/json").result(Json.write(written(all, tag, had(context))));
  }

  private static Set<String> had(Context context) {
    return Optional.ofNullable(context.header(HAD)).stream()
        .flatMap(named -> Stream.of(named.split(" ")))
        .collect(Collectors.toSet());
  }

  /** The open trial and what else its person does, in an order that does not tell which is open. */
  private static List<Journey> all(Journey open, List<Journey> others) {
    return Stream.concat(Stream.of(open), others.stream())
        .sorted(Comparator.comparing(Journey::id))
        .toList();
  }

  private Node written(List<Journey> all, String tag, Set<String> had) {
    NamedPages named = new NamedPages(had);
    return Nodes.object()
        .with("tag", tag)
        .with("edition", edition)
        .with("now", trials.clock().instant().toEpochMilli())
        .with("headers", headers())
        .with("trials", Nodes.list(all.stream().map(one -> trial(one, all, named)).toList()))
        .with("always", named.names(pages.always(all)))
        .with("articles", Nodes.texts(PagesForLater.articles(all)))
        .with("pages", named.lacking())
        .node();
  }

  private Node trial(Journey journey, List<Journey> all, NamedPages named) {
    List<Journey> others = all.stream().filter(one -> !one.id().equals(journey.id())).toList();
    List<Node> days = new ArrayList<>();
    for (PagesForLater.Day day : pages.days(journey, others)) {
      days.add(
          Nodes.object()
              .with("until", day.until().toEpochMilli())
              .with("pages", named.names(day.pages()))
              .node());
    }
    return Nodes.object()
        .with("trial", journey.id().toString())
        .with("days", Nodes.list(days))
        .node();
  }

  /** Another one whenever one of the pages would be another, but for the time of day. */
  String tag(Context context, Journey journey) {
    return tag(all(journey, trials.door().others(context, journey)));
  }

  /** The same for a day that is shown now. */
  String tag(DayPages.Asked asked) {
    return tag(
        all(asked.journey(), asked.others()),
        one -> one.id().equals(asked.journey().id()) ? asked.moment().dayEnds() : dayEnds(one));
  }

  private String tag(List<Journey> all) {
    return tag(all, this::dayEnds);
  }

  /**
   * How the trials stand, and behind a dot what the pages are made of beside that: where only this
   * is another, what a device keeps still offers nothing wrong.
   */
  private String tag(List<Journey> all, Function<Journey, Instant> dayEnds) {
    String standing =
        digest(all.stream().map(one -> standing(one, dayEnds.apply(one))).toList().toString());
    return standing + "." + edition;
  }

  private Instant dayEnds(Journey journey) {
    return journey.dayEnds(trials.clock().instant());
  }

  private static String digest(String text) {
    return PublicAnswer.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What the pages of a trial are made of, as it stands. */
  private List<Object> standing(Journey journey, Instant dayEnds) {
    return List.of(
        journey.id(),
        journey.programme(),
        journey.journal().all().size(),
        dayEnds,
        desk.bookings().ofJourney(journey.id()),
        trials.list().row(journey.id()).isPresent());
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
