package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.counterpose.journal.Entry;
import org.counterpose.journal.EntryReader;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;
import org.counterpose.screening.Screening;
import org.counterpose.words.Words;

/** The questions that are asked again: every week, when it got worse, and when they changed. */
final class AgainPages {

  private static final String KEPT = "kept";

  private final Trials trials;
  private final Layout layout;
  private final Words words;

  AgainPages(Trials trials, Layout layout) {
    this.trials = trials;
    this.layout = layout;
    this.words = layout.words();
  }

  void add(Routes routes) {
    for (Asked asked : Asked.values()) {
      routes.get(asked.path, trials.on((context, journey) -> open(context, journey, asked)));
      routes.post(
          asked.path,
          trials.once(kept(asked), (context, journey) -> answered(context, journey, asked)));
    }
  }

  /** Which questions are asked again. */
  private enum Asked {
    WEEKLY("/weekly"),
    WORSE("/worse"),
    /** Because the clinic changed them, and for no other reason. */
    SIGNS("/signs");

    private final String path;

    Asked(String path) {
      this.path = path;
    }
  }

  private void open(Context context, Journey journey, Asked asked) {
    Today today = today(journey);
    String path = AskedFirst.path(today);
    if (asked == Asked.SIGNS && !asked.path.equals(path)) {
      context.redirect(today.asksSafetyFirst() ? path : "/today", HttpStatus.SEE_OTHER);
      return;
    }
    ask(context, journey, asked, Map.of(), List.of(), List.of());
  }

  private Today today(Journey journey) {
    return journey.today(trials.clock().instant());
  }

  private void ask(
      Context context,
      Journey journey,
      Asked asked,
      Map<String, List<String>> filledIn,
      List<Problem> problems,
      List<String> faults) {
    boolean weekly = asked == Asked.WEEKLY;
    String title = title(journey, asked);
    AgainPage page =
        new AgainPage(
            title,
            body(journey, asked),
            asked.path,
            weekly,
            form(journey, filledIn, problems),
            weekForm(journey, filledIn, problems),
            !faults.isEmpty() && new Said(asked(journey), filledIn).leavesOpen(),
            faults);
    if (!faults.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    layout.render(context, "trial/again.jte", title, Map.of("again", page));
  }

  /** Whoever comes by themselves says that it got worse; others are asked by their plan. */
  private String title(Journey journey, Asked asked) {
    return switch (asked) {
      case WEEKLY -> words.say("weekly.title", week(journey));
      case SIGNS -> words.say("ask.safety.title");
      case WORSE ->
          words.say(today(journey).asksSafetyFirst() ? "ask.safety.title" : "worse.title");
    };
  }

  private String body(Journey journey, Asked asked) {
    String why = AskedFirst.of(today(journey), words).why();
    return switch (asked) {
      case WEEKLY -> words.say("weekly.body");
      case SIGNS, WORSE -> (why + " " + words.say("worse.body")).strip();
    };
  }

  private WeekForm weekForm(
      Journey journey, Map<String, List<String>> filledIn, List<Problem> problems) {
    return WeekForm.of(journey, trials.clock().instant(), filledIn, problems);
  }

  private int week(Journey journey) {
    return Math.max(1, (today(journey).day() - 1) / 7);
  }

  private AnswersForm form(
      Journey journey, Map<String, List<String>> filledIn, List<Problem> problems) {
    Programme programme = journey.programme();
    return new AnswersForm(programme, asked(journey), filledIn, problems, words);
  }

  /** The safety questions that are asked again. */
  private static List<Question> asked(Journey journey) {
    Programme programme = journey.programme();
    return Screening.weekly(programme).stream().map(programme::question).toList();
  }

  /** Read as the API reads it: one reader for both doors. */
  private void answered(Context context, Journey journey, Asked asked) {
    Map<String, List<String>> filledIn = new HashMap<>(context.formParamMap());
    Said said = new Said(asked(journey), context.formParamMap());
    if (said.contradictsItself()) {
      ask(context, journey, asked, filledIn, List.of(), List.of(words.say("check.wrong.both")));
      return;
    }
    filledIn.putAll(said.values());
    AnswersForm answers = form(journey, filledIn, List.of());
    WeekForm form = weekForm(journey, filledIn, List.of());
    WeekForm.Head head = new WeekForm.Head(trials.ids(context).get(), trials.now(journey));
    Problems problems = new Problems();
    Optional<Entry> entry =
        EntryReader.read(
            journey.programme(),
            switch (asked) {
              case WEEKLY -> form.weeklyCheck(head, answers.answers());
              case WORSE -> WeekForm.gotWorse(head, answers.answers());
              case SIGNS -> WeekForm.signs(head, answers.answers());
            },
            trials.clock().instant(),
            journey.journal(),
            problems);
    if (entry.isEmpty()) {
      ask(
          context,
          journey,
          asked,
          filledIn,
          problems.list(),
          List.of(words.say(said.leavesOpen() ? "again.unsaid" : "form.faults")));
      return;
    }
    trials.journeys().append(journey, List.of(entry.get()));
    context.redirect(kept(asked), HttpStatus.SEE_OTHER);
  }

  private static String kept(Asked asked) {
    return "/today?" + KEPT + "=" + asked.name().toLowerCase(Locale.ROOT);
  }

  /** The key of what is said on the page after the answers; empty for who comes from elsewhere. */
  static Optional<String> answered(Context context) {
    return switch (Optional.ofNullable(context.queryParam(KEPT)).orElse("")) {
      case "weekly" -> Optional.of("weekly.kept");
      case "activities" -> Optional.of("activities.kept");
      case "measures" -> Optional.of("measures.kept");
      case "routine" -> Optional.of("routine.kept");
      case "worse" -> Optional.of("worse.kept");
      case "signs" -> Optional.of("signs.kept");
      default -> Optional.empty();
    };
  }
}
