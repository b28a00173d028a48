package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterpose.document.Problems;
import org.counterpose.library.Library;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;
import org.counterpose.programme.SafetyRule;
import org.counterpose.screening.Answers;
import org.counterpose.screening.AnswersReader;
import org.counterpose.screening.Screened;
import org.counterpose.screening.Screening;
import org.counterpose.words.Words;

/** The check, a screen at a time, and its result. */
final class CheckPages {

  private final Door door;
  private final Library library;
  private final Sharing sharing;
  private final Layout layout;
  private final Words words;

  CheckPages(Trials trials, Sharing sharing, Layout layout) {
    this.sharing = sharing;
    this.door = trials.door();
    this.library = trials.library();
    this.layout = layout;
    this.words = layout.words();
  }

  void add(Routes routes) {
    OfProgramme programmes = new OfProgramme(library, layout);
    routes.get("/programmes/{programme}/check", programmes.on(this::begin));
    routes.get("/programmes/{programme}/check/{screen}", programmes.on(this::show));
    routes.post("/programmes/{programme}/check/{screen}", programmes.on(this::answer));
    routes.get("/programmes/{programme}/result", programmes.on(this::result));
  }

  private void begin(Context context, Programme programme) {
    context.redirect(address(programme, programme.screens().getFirst()), HttpStatus.SEE_OTHER);
  }

  private void show(Context context, Programme programme) {
    Optional<Programme.Screen> screen = screen(context, programme);
    if (screen.isEmpty()) {
      layout.notFound(context);
      return;
    }
    show(context, Draft.of(context, programme), screen.get(), Map.of());
  }

  private void show(
      Context context, Draft draft, Programme.Screen screen, Map<String, String> faults) {
    Programme programme = draft.programme();
    CheckPage page =
        new CheckPage(
            programme,
            screen,
            programme.screens().indexOf(screen) + 1,
            draft.asked(words),
            draft.form(words),
            faults,
            words);
    if (!faults.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    layout.render(context, "check/screen.jte", page.title(), Map.of("check", page));
  }

  private void answer(Context context, Programme programme) {
    Optional<Programme.Screen> screen = screen(context, programme);
    if (screen.isEmpty()) {
      layout.notFound(context);
      return;
    }
    List<Question> questions = screen.get().questions().stream().map(programme::question).toList();
    Said said = new Said(questions, context.formParamMap());
    Draft draft = Draft.of(context, programme).with(questions, said.values());
    draft.keep(context);
    Map<String, String> faults =
        said.contradictsItself()
            ? said.given().stream()
                .collect(Collectors.toMap(Question::id, question -> words.say("check.wrong.both")))
            : faults(draft, questions);
    if (!faults.isEmpty() && "begin".equals(context.formParam("said"))) {
      // The article asks only the first question; what that opens is no fault of theirs.
      context.redirect(address(programme, screen.get()), HttpStatus.SEE_OTHER);
      return;
    }
    if (!faults.isEmpty()) {
      show(context, draft, screen.get(), faults);
      return;
    }
    context.redirect(after(draft, screen.get()), HttpStatus.SEE_OTHER);
  }

  /** What is missing or wrong on a screen, by question. */
  private Map<String, String> faults(Draft draft, List<Question> questions) {
    Map<String, String> faults = new LinkedHashMap<>();
    List<Question> asked = draft.asked(words);
    for (Question question : questions) {
      boolean filledIn = draft.values().containsKey(question.id());
      if (!asked.contains(question) || !filledIn && question.optional()) {
        continue;
      }
      boolean sound =
          AnswersReader.some(
                  draft.programme(),
                  draft.form(words).only(question).answers(),
                  List.of(question.id()),
                  new Problems())
              .isPresent();
      if (!sound) {
        faults.put(question.id(), fault(question));
      }
    }
    if (faults.isEmpty() && tooMuch(draft, questions)) {
      faults.put(questions.getLast().id(), words.say("check.wrong.sum"));
    }
    return faults;
  }

  private String fault(Question question) {
    return switch (question.kind()) {
      case Question.Many many ->
          words.say(question.when().isPresent() ? "check.wrong.where" : "check.wrong.choose");
      case Question.One one -> words.say("check.wrong.other");
      case Question.YesNo yesNo -> words.say("check.wrong.choose");
      case Question.Quantity quantity ->
          words.say("check.wrong.number", quantity.min(), quantity.max());
      case Question.Whole whole -> words.say("check.wrong.number", whole.min(), whole.max());
    };
  }

  private boolean tooMuch(Draft draft, List<Question> questions) {
    Set<String> here = questions.stream().map(Question::id).collect(Collectors.toSet());
    return draft.programme().sums().stream()
        .filter(sum -> here.containsAll(sum.questions()))
        .anyMatch(
            sum ->
                AnswersReader.some(
                        draft.programme(),
                        new AnswersForm(
                                draft.programme(), questions, draft.values(), List.of(), words)
                            .answers(),
                        sum.questions(),
                        new Problems())
                    .isEmpty());
  }

  /** The next screen that has something to ask, or the result. */
  private String after(Draft draft, Programme.Screen screen) {
    Programme programme = draft.programme();
    if (stopsAtOnce(draft)) {
      return "/programmes/" + programme.id() + "/result";
    }
    int here = programme.screens().indexOf(screen);
    List<Question> asked = draft.asked(words);
    for (Programme.Screen next :
        programme.screens().subList(here + 1, programme.screens().size())) {
      if (asked.stream().anyMatch(question -> next.questions().contains(question.id()))) {
        return address(programme, next);
      }
    }
    return "/programmes/" + programme.id() + "/result";
  }

  /**
   * Whether the answers so far already call for help, and no question that is still open could call
   * for more.
   */
  private boolean stopsAtOnce(Draft draft) {
    Programme programme = draft.programme();
    Answers soFar = draft.soFar(words);
    List<Question> asked = draft.asked(words);
    Outcome clearance = Screening.screen(programme, soFar).clearance();
    return clearance.compareTo(Outcome.SAME_DAY) >= 0
        && programme.safety().stream()
            .filter(rule -> rule.outcome().compareTo(clearance) > 0)
            .map(SafetyRule::when)
            .flatMap(when -> when.questions().stream())
            .map(programme::question)
            .filter(asked::contains)
            .allMatch(question -> soFar.to(question.id()).isPresent());
  }

  private void result(Context context, Programme programme) {
    Draft draft = Draft.of(context, programme);
    Answers soFar = draft.soFar(words);
    Optional<Answers> complete = draft.complete(words);
    if (complete.isEmpty() && !stopsAtOnce(draft)) {
      context.redirect(firstOpen(draft), HttpStatus.SEE_OTHER);
      return;
    }
    Screened screened = Screening.screen(programme, complete.orElse(soFar));
    ResultPage page =
        new ResultPage(programme, screened, words, key -> library.html(programme, key));
    Map<String, Object> told =
        Map.of(
            "result",
            page,
            "share",
            sharing.form(context),
            "onTrial",
            door.journeyIfItGoesOn(context).isPresent(),
            "mayChange",
            !page.stops() || door.owned(context).isEmpty());
    if (page.stops()) {
      layout.renderFullStop(context, "check/result.jte", page.title(), told);
    } else {
      layout.render(context, "check/result.jte", page.title(), told);
    }
  }

  private String firstOpen(Draft draft) {
    List<Question> asked = new ArrayList<>(draft.asked(words));
    Answers soFar = draft.soFar(words);
    asked.removeIf(question -> question.optional() || soFar.to(question.id()).isPresent());
    return draft.programme().screens().stream()
        .filter(screen -> asked.stream().anyMatch(q -> screen.questions().contains(q.id())))
        .findFirst()
        .map(screen -> address(draft.programme(), screen))
        .orElse(address(draft.programme(), draft.programme().screens().getFirst()));
  }

  private static Optional<Programme.Screen> screen(Context context, Programme programme) {
    return programme.screens().stream()
        .filter(screen -> screen.id().equals(context.pathParam("screen")))
        .findFirst();
  }

  private static String address(Programme programme, Programme.Screen screen) {
    return "/programmes/" + programme.id() + "/check/" + screen.id();
  }
}
