package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.counterpose.document.Place;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.counterpose.journal.Entry;
import org.counterpose.journal.EntryReader;
import org.counterpose.journal.Journal;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.Journeys;
import org.counterpose.library.Library;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;
import org.counterpose.screening.Answers;
import org.counterpose.screening.AnswersReader;
import org.counterpose.screening.Screening;
import org.counterpose.words.Words;

/** The pages of a running trial: today, the player, what is worn, ratings, questions, verdict. */
final class TrialPages {

  private final Door door;
  private final Journeys journeys;
  private final Library library;
  private final Layout layout;
  private final Words words;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  TrialPages(Trials trials, Layout layout) {
    this.door = trials.door();
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
    routes.get("/step/{step}/{slot}", on(this::player));
    routes.get("/step/{step}/{slot}/stop", on(this::stop));
    routes.post("/step/{step}/{slot}/done", on(this::done));
    routes.post("/step/{step}/{slot}/stopped", on(this::stopped));
    routes.post("/moved/{step}/{slot}", on(this::done));
    routes.post("/wear/{step}/{slot}", on(this::wear));
    routes.post("/entries", on(this::entries));
    routes.post("/take-back/{entry}", on(this::takeBack));
    routes.get("/progress", on(this::progress));
    routes.get("/verdict", on(this::verdict));
    routes.get("/weekly", on((context, journey) -> ask(context, journey, Asked.WEEKLY)));
    routes.get("/worse", on((context, journey) -> ask(context, journey, Asked.WORSE)));
    routes.post("/weekly", on((context, journey) -> answered(context, journey, Asked.WEEKLY)));
    routes.post("/worse", on((context, journey) -> answered(context, journey, Asked.WORSE)));
  }

  /** Which questions are asked again. */
  private enum Asked {
    WEEKLY,
    WORSE
  }

  private interface OfTrial {
    void serve(Context context, Journey journey);
  }

  /** A page of a trial: who has none on this device is led to the start. */
  private Routes.Page on(OfTrial page) {
    return context -> {
      Optional<Journey> journey = door.journey(context);
      if (journey.isPresent()) {
        page.serve(context, journey.get());
      } else {
        context.redirect("/", HttpStatus.SEE_OTHER);
      }
    };
  }

  private void today(Context context, Journey journey) {
    layout.render(
        context,
        "trial/today.jte",
        words.say("today.title"),
        Map.of(
            "today",
            TodayPage.of(
                journey, clock.instant(), words, key -> library.html(journey.programme(), key))));
  }

  private void rate(Context context, Journey journey) {
    OffsetDateTime now = now(journey);
    Rated before = Rated.on(now.toLocalDate(), journey.journal());
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
    journeys.append(journey, List.of(new Entry.Rated(ids.get(), now, pain.get(), stiffness)));
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
    if (journey.today(clock.instant()).asks().contains(Today.Ask.SAFETY_CHECK)) {
      context.redirect("/worse", HttpStatus.SEE_OTHER);
      return;
    }
    Optional<PlannedStep> planned = planned(context, journey);
    Optional<Session> session =
        planned.flatMap(step -> Session.of(journey.programme(), step, words));
    if (session.isEmpty()) {
      layout.notFound(context);
      return;
    }
    Programme programme = journey.programme();
    PlayerPage page =
        new PlayerPage(
            programme, session.get(), date(journey), words, key -> library.html(programme, key));
    layout.render(context, "trial/player.jte", page.title(), Map.of("player", page));
  }

  private void stop(Context context, Journey journey) {
    Optional<PlannedStep> planned = planned(context, journey);
    if (planned.isEmpty()) {
      layout.notFound(context);
      return;
    }
    String step = planned.get().step();
    String slot = planned.get().slot();
    layout.render(
        context,
        "trial/stop.jte",
        words.say("stop.title"),
        Map.of("step", step, "slot", slot, "key", PlayerPage.key(step, slot, date(journey))));
  }

  /** Done by somebody without the player's script, or a change of position. */
  private void done(Context context, Journey journey) {
    Optional<PlannedStep> planned = planned(context, journey);
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
    Optional<PlannedStep> planned = planned(context, journey);
    if (planned.isEmpty()) {
      layout.notFound(context);
      return;
    }
    PlannedStep step = planned.get();
    OffsetDateTime now = now(journey);
    boolean start = "start".equals(context.formParam("action"));
    if (start && step.runningSince().isEmpty()) {
      journeys.append(journey, List.of(new Entry.WearStarted(ids.get(), now, step.step())));
    } else if (!start && step.runningSince().isPresent()) {
      long seconds = Duration.between(step.runningSince().get(), now.toInstant()).toSeconds();
      journeys.append(
          journey,
          List.of(new Entry.Worn(ids.get(), now, step.step(), Math.clamp(seconds, 1, 86_400))));
    }
    context.redirect("/today", HttpStatus.SEE_OTHER);
  }

  /** Entries that the player's script made; the same document as the API's, kept all or none. */
  private void entries(Context context, Journey journey) {
    Problems problems = new Problems();
    Optional<List<Entry>> entries =
        Documents.json("entries", context.bodyAsBytes(), problems)
            .flatMap(
                batch ->
                    EntryReader.readAll(
                        journey.programme(), batch, clock.instant(), journey.journal(), problems));
    if (entries.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      context.result(String.join("\n", problems.list().stream().map(Problem::toString).toList()));
      return;
    }
    journeys.append(journey, entries.get());
    context.status(HttpStatus.NO_CONTENT);
  }

  private void takeBack(Context context, Journey journey) {
    Optional<Entry> entry = uuid(context.pathParam("entry")).flatMap(journey.journal()::find);
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
    layout.render(context, "trial/verdict.jte", verdict.told().title(), Map.of("verdict", verdict));
  }

  private void ask(Context context, Journey journey, Asked asked) {
    ask(context, journey, asked, Map.of(), List.of());
  }

  private void ask(
      Context context,
      Journey journey,
      Asked asked,
      Map<String, List<String>> filledIn,
      List<Problem> problems) {
    boolean weekly = asked == Asked.WEEKLY;
    String title =
        weekly
            ? words.say("weekly.title", Math.max(1, (journey.today(clock.instant()).day() - 1) / 7))
            : words.say("worse.title");
    AgainPage page =
        new AgainPage(
            title,
            words.say(weekly ? "weekly.body" : "worse.body"),
            weekly ? "/weekly" : "/worse",
            weekly,
            form(journey, filledIn, problems),
            filledIn,
            problems.isEmpty() ? List.of() : List.of(words.say("form.faults")));
    if (!problems.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    layout.render(context, "trial/again.jte", title, Map.of("again", page));
  }

  private AnswersForm form(
      Journey journey, Map<String, List<String>> filledIn, List<Problem> problems) {
    Programme programme = journey.programme();
    return new AnswersForm(
        programme,
        Screening.weekly(programme).stream().map(programme::question).toList(),
        filledIn,
        problems,
        words);
  }

  private void answered(Context context, Journey journey, Asked asked) {
    Map<String, List<String>> filledIn = context.formParamMap();
    Problems problems = new Problems();
    Optional<Answers> answers =
        AnswersReader.some(
            journey.programme(),
            form(journey, filledIn, List.of()).answers(),
            Screening.weekly(journey.programme()),
            problems);
    List<Entry.Activity> activities =
        asked == Asked.WEEKLY ? activities(filledIn, problems) : List.of();
    String change = first(filledIn, "change");
    if (asked == Asked.WEEKLY && !change.isEmpty() && !change.matches("-?[0-5]")) {
      problems.add(new Place("form", 0, "change"), "must be from -5 to 5");
    }
    if (answers.isEmpty() || !problems.isEmpty()) {
      ask(context, journey, asked, filledIn, problems.list());
      return;
    }
    Entry entry =
        switch (asked) {
          case WEEKLY ->
              new Entry.WeeklyCheck(
                  ids.get(), now(journey), answers.get(), activities, change(filledIn));
          case WORSE -> new Entry.GotWorse(ids.get(), now(journey), answers.get());
        };
    journeys.append(journey, List.of(entry));
    context.redirect("/today", HttpStatus.SEE_OTHER);
  }

  private static List<Entry.Activity> activities(
      Map<String, List<String>> filledIn, Problems problems) {
    List<Entry.Activity> activities = new ArrayList<>();
    for (int at = 1; at <= 3; at++) {
      String name = first(filledIn, "activity-" + at).strip();
      String score = first(filledIn, "score-" + at).strip();
      if (name.isEmpty() && score.isEmpty()) {
        continue;
      }
      if (name.isEmpty() || name.length() > 80 || !score.matches("\\d|10")) {
        problems.add(new Place("form", 0, "activity-" + at), "needs a name and 0 to 10");
      } else {
        activities.add(new Entry.Activity(name, Integer.parseInt(score)));
      }
    }
    return activities;
  }

  private static Optional<Integer> change(Map<String, List<String>> filledIn) {
    String value = first(filledIn, "change");
    return value.matches("-?[0-5]") ? Optional.of(Integer.valueOf(value)) : Optional.empty();
  }

  private static String first(Map<String, List<String>> filledIn, String field) {
    List<String> values = filledIn.getOrDefault(field, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  private Optional<PlannedStep> planned(Context context, Journey journey) {
    Today today = journey.today(clock.instant());
    return today.steps().stream()
        .filter(
            step ->
                step.step().equals(context.pathParam("step"))
                    && step.slot().equals(context.pathParam("slot")))
        .findFirst();
  }

  private LocalDate date(Journey journey) {
    return journey.today(clock.instant()).date();
  }

  /** Now, as the person's clock shows it. */
  private OffsetDateTime now(Journey journey) {
    Instant now = clock.instant();
    return now.atZone(journey.journal().routine().zone()).toOffsetDateTime();
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
