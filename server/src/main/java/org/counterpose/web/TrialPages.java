package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.counterpose.handout.Handouts;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.Journeys;
import org.counterpose.library.Library;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Step;
import org.counterpose.words.Words;

/** The pages of a running trial: today, the player, what is worn, ratings, verdict. */
final class TrialPages {

  private final Trials trials;
  private final DayPages days;
  private final KeptPages kept;
  private final Journeys journeys;
  private final Library library;
  private final Layout layout;
  private final Words words;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  TrialPages(Trials trials, DayPages days, KeptPages kept, Layout layout) {
    this.trials = trials;
    this.days = days;
    this.kept = kept;
    this.journeys = trials.journeys();
    this.library = trials.library();
    this.clock = trials.clock();
    this.ids = trials.ids();
    this.layout = layout;
    this.words = layout.words();
  }

  void add(Routes routes) {
    routes.get("/today", on(this::today));
    routes.post("/today/rate", on(this::rate));
    routes.getWithCamera("/step/{step}/{slot}", on(this::player));
    routes.get("/step/{step}/{slot}/stop", on(this::stop));
    routes.post("/step/{step}/{slot}/done", on(this::done));
    routes.post("/step/{step}/{slot}/stopped", on(this::stopped));
    routes.post("/moved/{step}/{slot}", on(this::done));
    routes.post("/wear/{step}/{slot}", on(this::wear));
    routes.post("/take-back/{entry}", on(this::takeBack));
    routes.get("/plan", on(this::plan));
    routes.get("/progress", on(this::progress));
    routes.get("/verdict", on(this::verdict));
    routes.get("/verdict/summary", on(this::summary));
  }

  private Routes.Page on(Trials.Page page) {
    return trials.on(page);
  }

  private void today(Context context, Journey journey) {
    DayPages.Asked asked =
        new DayPages.Asked(
            journey,
            trials.door().others(context, journey),
            clock.instant(),
            AgainPages.answered(context).map(words::say));
    context.header(KeptPages.KEPT_AS, kept.tag(asked));
    Drawing day = days.today(asked);
    boolean begun = context.queryParam("begun") != null && asked.moment().today().day() == 1;
    layout.render(context, begun ? day.with("begun", true) : day);
  }

  private void rate(Context context, Journey journey) {
    Rated before = Rated.on(journey.today(clock.instant()), journey.programme());
    if (isWrong(context, "pain") || isWrong(context, "stiffness")) {
      layout.refuse(context, List.of(words.say("rate.wrong")));
      return;
    }
    Optional<Integer> pain = rating(context, "pain").or(before::pain);
    if (pain.isEmpty()) {
      layout.refuse(context, List.of(words.say("rate.wrong")));
      return;
    }
    Optional<Integer> stiffness = rating(context, "stiffness").or(before::stiffness);
    journeys.append(
        journey, List.of(new Entry.Rated(ids.get(), now(journey), pain.get(), stiffness)));
    context.redirect("/today#rating", HttpStatus.SEE_OTHER);
  }

  /** Whether a rating was given that is none, or several. */
  private static boolean isWrong(Context context, String field) {
    List<String> given = context.formParams(field);
    return given.size() > 1 || given.size() == 1 && rating(context, field).isEmpty();
  }

  private static Optional<Integer> rating(Context context, String field) {
    String value = context.formParam(field);
    return value != null && value.matches("\\d|10")
        ? Optional.of(Integer.valueOf(value))
        : Optional.empty();
  }

  private void player(Context context, Journey journey) {
    Instant now = clock.instant();
    Today today = journey.today(now);
    if (today.asksSafetyFirst()) {
      context.redirect(AskedFirst.path(today), HttpStatus.SEE_OTHER);
      return;
    }
    answer(
        context,
        planned(context, today).flatMap(planned -> days.player(journey, today, planned, now)));
  }

  private void stop(Context context, Journey journey) {
    Today today = journey.today(clock.instant());
    answer(context, planned(context, today).map(planned -> days.stop(journey, today, planned)));
  }

  private void answer(Context context, Optional<Drawing> drawing) {
    drawing.ifPresentOrElse(there -> layout.render(context, there), () -> layout.notFound(context));
  }

  /** Done by somebody without the player's script, or a change of position. */
  private void done(Context context, Journey journey) {
    Optional<PlannedStep> planned = planned(context, journey.today(clock.instant()));
    if (planned.isEmpty()) {
      layout.notFound(context);
      return;
    }
    PlannedStep step = planned.get();
    if (!step.done()) {
      journeys.append(
          journey,
          List.of(
              new Entry.SessionDone(
                  ids.get(), now(journey), step.step(), step.seconds(), step.sides())));
    }
    context.redirect("/today", HttpStatus.SEE_OTHER);
  }

  private void stopped(Context context, Journey journey) {
    Optional<Entry.Why> why =
        switch (Optional.ofNullable(context.formParam("why")).orElse("")) {
          case "pain" -> Optional.of(Entry.Why.PAIN);
          case "time" -> Optional.of(Entry.Why.TIME);
          case "other" -> Optional.of(Entry.Why.OTHER);
          default -> Optional.empty();
        };
    Optional<Step> step = journey.programme().step(context.pathParam("step"));
    if (why.isEmpty() || step.isEmpty()) {
      layout.refuse(context, List.of(words.say("stop.wrong")));
      return;
    }
    journeys.append(
        journey,
        List.of(new Entry.SessionStopped(ids.get(), now(journey), step.get().id(), why.get())));
    context.redirect(why.get() == Entry.Why.PAIN ? "/worse" : "/today", HttpStatus.SEE_OTHER);
  }

  private void wear(Context context, Journey journey) {
    if (!"start".equals(context.formParam("action"))) {
      Worn.ending(journey.journal(), context.pathParam("step"), now(journey), ids)
          .ifPresent(worn -> journeys.append(journey, List.of(worn)));
      context.redirect("/today", HttpStatus.SEE_OTHER);
      return;
    }
    Today today = journey.today(clock.instant());
    if (today.asksSafetyFirst()) {
      context.redirect(AskedFirst.path(today), HttpStatus.SEE_OTHER);
      return;
    }
    Optional<PlannedStep> planned = planned(context, today);
    if (planned.isEmpty()) {
      layout.notFound(context);
      return;
    }
    PlannedStep step = planned.get();
    if (step.runningSince().isEmpty()) {
      journeys.append(
          journey, List.of(new Entry.WearStarted(ids.get(), now(journey), step.step())));
    }
    context.redirect("/today", HttpStatus.SEE_OTHER);
  }

  private void takeBack(Context context, Journey journey) {
    Optional<Entry> entry = Ids.read(context.pathParam("entry")).flatMap(journey.journal()::find);
    if (entry.isEmpty() || !Journal.mayBeVoided(entry.get())) {
      layout.notFound(context);
      return;
    }
    journeys.append(
        journey,
        List.of(
            new Entry.Void(ids.get(), now(journey), entry.get().id(), words.say("void.reason"))));
    context.redirect("/progress", HttpStatus.SEE_OTHER);
  }

  /** As paper, it is not shown while the plan rests or a safety question waits. */
  private void plan(Context context, Journey journey) {
    Instant now = clock.instant();
    if (!Handouts.mayPrint(journey.today(now))) {
      context.redirect("/today", HttpStatus.SEE_OTHER);
      return;
    }
    layout.render(
        context,
        "trial/plan.jte",
        words.say("plan.title"),
        Map.of("plan", PlanPage.of(journey, trials.door().others(context, journey), now, words)));
  }

  private void progress(Context context, Journey journey) {
    layout.render(
        context,
        "trial/progress.jte",
        words.say("progress.title"),
        Map.of("progress", ProgressPage.of(journey, clock.instant(), words)));
  }

  private void verdict(Context context, Journey journey) {
    VerdictPage verdict =
        VerdictPage.of(
            journey, clock.instant(), words, key -> library.html(journey.programme(), key));
    layout.render(context, "trial/verdict.jte", verdict.heading(), Map.of("verdict", verdict));
  }

  private void summary(Context context, Journey journey) {
    layout.render(
        context,
        "trial/summary.jte",
        words.say("summary.title"),
        Map.of(
            "summary",
            SummaryPage.of(journey.findings(clock.instant()), journey.programme(), words)));
  }

  private static Optional<PlannedStep> planned(Context context, Today today) {
    return today.steps().stream()
        .filter(
            step ->
                step.step().equals(context.pathParam("step"))
                    && step.slot().equals(context.pathParam("slot")))
        .findFirst();
  }

  private OffsetDateTime now(Journey journey) {
    return trials.now(journey);
  }
}
