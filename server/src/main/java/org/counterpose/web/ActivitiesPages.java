package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.counterpose.journal.Entry;
import org.counterpose.journal.EntryReader;
import org.counterpose.journeys.Journey;
import org.counterpose.words.Words;

/** The page that asks in the first week what a person wants to do more easily. */
final class ActivitiesPages {

  private static final String PATH = "/activities";
  private static final String KEPT = "/today?kept=activities";

  private final Trials trials;
  private final Layout layout;
  private final Words words;

  ActivitiesPages(Trials trials, Layout layout) {
    this.trials = trials;
    this.layout = layout;
    this.words = layout.words();
  }

  void add(Routes routes) {
    routes.get(PATH, trials.on((context, journey) -> ask(context, journey, Map.of(), List.of())));
    routes.post(PATH, trials.once(KEPT, this::answered));
  }

  private void ask(
      Context context,
      Journey journey,
      Map<String, List<String>> filledIn,
      List<Problem> problems) {
    if (!problems.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    layout.render(
        context,
        "trial/activities.jte",
        words.say("activities.title"),
        Map.of("form", form(journey, filledIn, problems)));
  }

  /** Read as the API reads it: one reader for both doors. */
  private void answered(Context context, Journey journey) {
    Map<String, List<String>> filledIn = context.formParamMap();
    Problems problems = new Problems();
    Optional<Entry> entry =
        EntryReader.read(
            journey.programme(),
            form(journey, filledIn, List.of())
                .activities(new WeekForm.Head(trials.ids(context).get(), trials.now(journey))),
            trials.clock().instant(),
            journey.journal(),
            problems);
    if (entry.isEmpty()) {
      ask(context, journey, filledIn, problems.list());
      return;
    }
    trials.journeys().append(journey, List.of(entry.get()));
    context.redirect(KEPT, HttpStatus.SEE_OTHER);
  }

  private WeekForm form(
      Journey journey, Map<String, List<String>> filledIn, List<Problem> problems) {
    return WeekForm.of(journey, trials.clock().instant(), filledIn, problems);
  }
}
