package org.counterpose.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpose.document.Node;
import org.counterpose.document.Place;
import org.counterpose.document.Problem;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;
import org.counterpose.words.Words;

/**
 * Questions of a programme as a form: what was filled in, and what was wrong with it.
 *
 * <p>"None of these" and "yes" or "no" are answers like others; a question that nobody touched has
 * no answer, which is never a no.
 */
public record AnswersForm(
    Programme programme,
    List<Question> questions,
    Map<String, List<String>> filledIn,
    List<Problem> problems,
    Words words) {

  /** The value that stands for "none of these" in a form. */
  static final String NONE = "none-of-these";

  /** This form for one of its questions alone. */
  AnswersForm only(Question question) {
    return new AnswersForm(programme, List.of(question), filledIn, problems, words);
  }

  /** What was filled in for a question that holds one value. */
  public String value(String question) {
    List<String> values = filledIn.getOrDefault(question, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  public boolean holds(String question, String value) {
    return filledIn.getOrDefault(question, List.of()).contains(value);
  }

  /** The form as a document of answers, as the API would send it. */
  Node answers() {
    Place form = new Place("form", 0, "");
    Map<String, Node> fields = new LinkedHashMap<>();
    for (Question question : questions) {
      List<String> values = filledIn.getOrDefault(question.id(), List.of());
      Place place = form.field(question.id(), 0);
      if (values.isEmpty() || values.stream().allMatch(String::isBlank)) {
        continue;
      }
      fields.put(question.id(), answer(question, values, place));
    }
    return new Node.Mapping(fields, form);
  }

  private static Node answer(Question question, List<String> values, Place place) {
    boolean several = values.stream().distinct().count() > 1;
    if (several && !(question.kind() instanceof Question.Many)) {
      // Two answers to a question that takes one: neither is believed.
      return new Node.Nothing(place);
    }
    return switch (question.kind()) {
      case Question.Many many -> {
        List<Node> chosen = new ArrayList<>();
        for (String value : values) {
          if (!value.equals(NONE)) {
            chosen.add(new Node.Text(value, place));
          }
        }
        yield new Node.Listing(chosen, place);
      }
      case Question.One one -> new Node.Text(values.getFirst(), place);
      case Question.YesNo yesNo ->
          switch (values.getFirst()) {
            case "yes" -> new Node.Flag(true, place);
            case "no" -> new Node.Flag(false, place);
            default -> new Node.Text(values.getFirst(), place);
          };
      case Question.Quantity quantity -> number(values.getFirst(), place);
      case Question.Whole whole -> number(values.getFirst(), place);
    };
  }

  static Node number(String value, Place place) {
    try {
      return new Node.Number(new BigDecimal(value.strip().replace(',', '.')), place);
    } catch (NumberFormatException e) {
      return new Node.Text(value, place);
    }
  }

  public String text(String question) {
    return programme.text("questions." + question);
  }

  /** A yes-or-no question as a statement to tick, where the pack has one. */
  public String tick(String question) {
    return programme.textIfAny("questions." + question + ".tick").orElse(text(question));
  }

  public Optional<String> hint(String question) {
    return programme.textIfAny("questions." + question + ".hint");
  }

  /** What the number counts. */
  public Optional<String> unit(String question) {
    return programme.textIfAny("questions." + question + ".unit").map(String::strip);
  }

  /** What is wrong with a question's answer. */
  public Optional<String> wrong(String question) {
    return problems.stream()
        .filter(
            problem ->
                problem.place().path().endsWith(question)
                    || problem.message().contains("'" + question + "'"))
        .findFirst()
        .map(problem -> words.say("form.unanswered"));
  }

  public List<Choice> choices(Question question) {
    List<Choice> choices = new ArrayList<>();
    switch (question.kind()) {
      case Question.Many many -> {
        many.choices().forEach(choice -> choices.add(choice(question, choice, "checkbox")));
        choices.add(new Choice("checkbox", NONE, none(question), is(question, NONE), true));
      }
      case Question.One one ->
          one.choices().forEach(choice -> choices.add(choice(question, choice, "radio")));
      case Question.YesNo yesNo -> {
        choices.add(new Choice("radio", "yes", words.say("form.yes"), is(question, "yes"), false));
        choices.add(new Choice("radio", "no", words.say("form.no"), is(question, "no"), false));
      }
      case Question.Quantity quantity -> {}
      case Question.Whole whole -> {}
    }
    return choices;
  }

  /** Beside a question that another one opened, a second "none of these" would be mistaken. */
  private String none(Question question) {
    return words.say(question.when().isPresent() ? "check.none-of-these-places" : "form.none");
  }

  private Choice choice(Question question, String value, String type) {
    String text = programme.text("questions." + question.id() + "." + value);
    return new Choice(type, value, text, is(question, value), false);
  }

  private boolean is(Question question, String value) {
    return holds(question.id(), value);
  }

  /**
   * @param none whether choosing it takes the other choices back
   */
  public record Choice(String type, String value, String text, boolean chosen, boolean none) {}
}
