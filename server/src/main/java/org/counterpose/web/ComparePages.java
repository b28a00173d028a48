package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.document.Nodes;
import org.counterpose.document.Problems;
import org.counterpose.journal.Entry;
import org.counterpose.journal.EntryReader;
import org.counterpose.journeys.Journey;
import org.counterpose.people.Consents;
import org.counterpose.words.Words;

/** The page on which a person lets their plan leave a step out on some days, or ends that. */
final class ComparePages {

  private static final String PATH = "/compare";

  private final Trials trials;
  private final Layout layout;
  private final Words words;

  ComparePages(Trials trials, Layout layout) {
    this.trials = trials;
    this.layout = layout;
    this.words = layout.words();
  }

  void add(Routes routes) {
    routes.get(PATH, trials.on((context, journey) -> show(context, journey, false)));
    routes.post(PATH, trials.once(PATH, this::chosen));
  }

  private void show(Context context, Journey journey, boolean nothingChosen) {
    if (nothingChosen) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Instant now = trials.clock().instant();
    layout.render(
        context,
        "trial/compare.jte",
        words.say("compare.title"),
        Map.of("compare", ComparePage.of(journey, now, words, nothingChosen)));
  }

  /** With a step it begins, without one it ends; consent is given and taken at any time. */
  private void chosen(Context context, Journey journey) {
    Instant now = trials.clock().instant();
    boolean consents = context.formParam("consent") != null;
    boolean begins = !consents && context.formParam("end") == null;
    Optional<String> step =
        consents
            ? ComparePage.running(journey, now)
            : Optional.ofNullable(context.formParam("step")).filter(given -> begins);
    if (begins && step.filter(ComparePage.choices(journey, now)::contains).isEmpty()) {
      show(context, journey, true);
      return;
    }
    say(trials, journey, trials.ids(context).get(), step, context.formParam("pooled") != null);
    context.redirect(PATH, HttpStatus.SEE_OTHER);
  }

  /** Ends what a person let be added to that of others; what is compared goes on. */
  static void unpool(Trials trials, Journey journey) {
    say(
        trials,
        journey,
        trials.ids().get(),
        ComparePage.running(journey, trials.clock().instant()),
        false);
  }

  private static void say(
      Trials trials, Journey journey, UUID id, Optional<String> step, boolean pooled) {
    Problems problems = new Problems();
    List<Entry> entries =
        EntryReader.read(
                journey.programme(),
                Nodes.object()
                    .with("id", id.toString())
                    .with("type", "comparing")
                    .with("at", trials.now(journey).toString())
                    .withIfAny("step", step.map(Nodes::text))
                    .with("pooled", Nodes.flag(pooled))
                    .node(),
                trials.clock().instant(),
                journey.journal(),
                problems)
            .map(List::of)
            .orElseThrow(() -> new IllegalStateException(problems.list().toString()));
    trials.journeys().append(journey, entries, Consents.toldBy(journey.id(), entries));
  }
}
