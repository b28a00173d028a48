package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.counterpose.document.Problems;
import org.counterpose.journal.Entry;
import org.counterpose.journal.EntryReader;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today;
import org.counterpose.words.Words;

/** The page on which somebody tells what they measured on themselves this week. */
final class MeasuresPages {

  private static final String PATH = "/measures";
  private static final String KEPT = "/today?kept=measures";

  private final Trials trials;
  private final Layout layout;
  private final Words words;

  MeasuresPages(Trials trials, Layout layout) {
    this.trials = trials;
    this.layout = layout;
    this.words = layout.words();
  }

  void add(Routes routes) {
    routes.get(PATH, trials.on(this::ask));
    routes.post(PATH, trials.once(KEPT, this::measured));
  }

  private void ask(Context context, Journey journey) {
    Today today = journey.today(trials.clock().instant());
    if (today.asksSafetyFirst()) {
      context.redirect(AskedFirst.path(today), HttpStatus.SEE_OTHER);
    } else {
      show(context, journey, new MeasuresForm(asked(journey), Map.of(), List.of(), false));
    }
  }

  private void show(Context context, Journey journey, MeasuresForm form) {
    layout.render(
        context,
        "trial/measures.jte",
        words.say("measures.title"),
        Map.of("programme", journey.programme(), "form", form));
  }

  /** Read as the API reads it; one wrong number keeps none. */
  private void measured(Context context, Journey journey) {
    Instant now = trials.clock().instant();
    Map<String, List<String>> filledIn = context.formParamMap();
    List<MeasuresForm.Asked> asked = asked(journey);
    MeasuresForm form = new MeasuresForm(asked, filledIn, List.of(), false);
    Problems problems = new Problems();
    List<Entry> entries = new ArrayList<>();
    form.entries(trials.now(journey), trials.ids(context))
        .forEach(
            entry ->
                EntryReader.read(journey.programme(), entry, now, journey.journal(), problems)
                    .ifPresent(entries::add));
    if (entries.isEmpty() || !problems.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(context, journey, new MeasuresForm(asked, filledIn, problems.list(), true));
      return;
    }
    trials.journeys().append(journey, entries);
    context.redirect(KEPT, HttpStatus.SEE_OTHER);
  }

  /** What is due, as long as the trial asks for anything. */
  private List<MeasuresForm.Asked> asked(Journey journey) {
    Instant now = trials.clock().instant();
    return journey.today(now).asks().contains(Today.Ask.MEASURES)
        ? MeasuresForm.asked(
            journey.programme(),
            journey.measuresDue(now),
            words,
            key -> trials.library().html(journey.programme(), key))
        : List.of();
  }
}
