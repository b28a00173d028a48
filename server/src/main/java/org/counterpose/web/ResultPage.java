package org.counterpose.web;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.counterpose.document.Fields;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.programme.SafetyRule;
import org.counterpose.screening.Screened;
import org.counterpose.words.Words;

/**
 * What the check found, as it is told to the person.
 *
 * @param html renders a text of the pack as HTML
 */
public record ResultPage(
    Programme programme, Screened screened, Words words, UnaryOperator<String> html) {

  /** A safety rule that holds, with the answers behind it in the person's own words. */
  public record Told(String advice, List<String> because, String sources) {}

  /** A part of the explanation. */
  public record Part(
      String title, String html, Optional<String> figure, String alt, String sources) {}

  public String title() {
    return programme.text(outcome() + ".title");
  }

  /** What to do now, as HTML. */
  public String whatToDo() {
    return html.apply(outcome() + ".do");
  }

  private String outcome() {
    return "outcomes." + Fields.dashed(screened.clearance());
  }

  /** A full stop: nothing of the programme is offered. */
  public boolean stops() {
    return screened.clearance().compareTo(Outcome.SAME_DAY) >= 0;
  }

  /**
   * Where the answer behind the gravest reason can be changed: from the first screen somebody would
   * be led to the same stop again.
   */
  public String change() {
    String check = "/programmes/" + programme.id() + "/check";
    return screened.reasons().stream()
        .filter(reason -> stops())
        .flatMap(reason -> reason.because().stream())
        .flatMap(
            because ->
                programme.screens().stream()
                    .filter(screen -> screen.questions().contains(because.question())))
        .findFirst()
        .map(screen -> check + "/" + screen.id())
        .orElse(check);
  }

  public boolean mayStart() {
    return screened.clearance().allowsExercise();
  }

  public boolean offersBooking() {
    return screened.clearance().compareTo(Outcome.SAME_DAY) < 0;
  }

  /** Whether the plan leaves something out, and a visit is suggested beside it. */
  public boolean isAdapted() {
    return screened.clearance() == Outcome.ADAPTED;
  }

  /** Whether a plan may be made, and an answer asks for a visit all the same: told first. */
  public boolean advises() {
    return mayStart() && screened.reasons().stream().anyMatch(ResultPage::isAdvice);
  }

  /** Whether it changes nothing in the plan: it asks for a visit alone. */
  private static boolean isAdvice(Screened.Reason reason) {
    return reason.outcome() == Outcome.CLEARED;
  }

  /** What kind of page this is, for its look. */
  public String mood() {
    return switch (screened.clearance()) {
      case GET_HELP_NOW, SAME_DAY -> "grave";
      case SEE_CLINICIAN_FIRST, ADAPTED -> "careful";
      case CLEARED -> advises() ? "careful" : "clear";
    };
  }

  public List<String> unfit() {
    return screened.unfit().stream().map(rule -> programme.text("fit." + rule)).toList();
  }

  /** What asks for a visit beside a plan that may be made. */
  public List<Told> advice() {
    return screened.reasons().stream().filter(ResultPage::isAdvice).map(this::told).toList();
  }

  /** The other rules that hold; all of them where no plan may be made. */
  public List<Told> reasons() {
    return screened.reasons().stream()
        .filter(reason -> !advises() || !isAdvice(reason))
        .map(this::told)
        .toList();
  }

  private Told told(Screened.Reason reason) {
    SafetyRule rule =
        programme.safety().stream()
            .filter(any -> any.id().equals(reason.rule()))
            .findFirst()
            .orElseThrow();
    return new Told(
        programme.text("safety." + reason.rule() + ".advice"),
        new Reasons(programme, words).answers(reason),
        sources(rule.sources()));
  }

  public List<String> leftOut() {
    return screened.leftOut().stream()
        .map(step -> words.say("result.left-out.why", programme.text("steps." + step + ".title")))
        .toList();
  }

  public List<Part> explanation() {
    return programme.explanation().stream()
        .filter(part -> screened.explanation().contains(part.id()))
        .map(
            part ->
                new Part(
                    programme.text("explanation." + part.id() + ".title"),
                    html.apply("explanation." + part.id()),
                    part.figure(),
                    part.figure().map(figure -> programme.text("figures." + figure)).orElse(""),
                    sources(part.sources())))
        .toList();
  }

  private String sources(List<String> ids) {
    return ids.stream()
        .map(id -> Optional.ofNullable(programme.sources().get(id)).orElseThrow())
        .map(source -> source.title() + source.year().map(year -> " (" + year + ")").orElse(""))
        .collect(Collectors.joining("; "));
  }
}
