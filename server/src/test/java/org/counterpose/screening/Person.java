package org.counterpose.screening;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.document.Problems;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;

/** Somebody who answers a check: as one with nothing to report, but for what they say. */
final class Person {

  private final Map<String, Node> answers = new LinkedHashMap<>();

  private Person(Programme programme) {
    for (Question question : programme.questions()) {
      answers.put(
          question.id(),
          switch (question.kind()) {
            case Question.Many many -> Nodes.texts(List.of());
            case Question.One one -> Nodes.text(one.choices().getFirst());
            case Question.Quantity quantity -> Nodes.number(quantity.min());
            case Question.Whole whole -> Nodes.number(Math.max(whole.min(), 34 % whole.max()));
            case Question.YesNo yesNo -> Nodes.flag(false);
          });
    }
  }

  private Person() {
    answers.put("symptoms", Nodes.texts(List.of("stiffness")));
    answers.put("hours-sitting", Nodes.number(8));
    answers.put("hours-standing", Nodes.number(0));
    answers.put("hours-driving", Nodes.number(0));
    answers.put("pain-average", Nodes.number(4));
    List.of("emergency-signs", "cord-signs", "infection-signs", "serious-signs")
        .forEach(signs -> answers.put(signs, Nodes.texts(List.of())));
    answers.put("age", Nodes.number(34));
    List.of("first-episode", "pregnant", "spine-surgery", "cancer")
        .forEach(question -> answers.put(question, Nodes.flag(false)));
    answers.put("bone-health", Nodes.texts(List.of()));
    answers.put("inflammatory", Nodes.texts(List.of()));
  }

  static Person withNothingToReport() {
    return new Person();
  }

  /** Somebody of 34 who answers the check of another programme, and says no to everything. */
  static Person sayingNo(Programme programme) {
    return new Person(programme);
  }

  /** Answers otherwise: {@code age=17; cord-signs=saddle,unsteady; pregnant=yes}. */
  Person but(Programme programme, String said) {
    for (String part : said.isBlank() ? new String[0] : said.split(";")) {
      String[] pair = part.strip().split("=");
      answers.put(pair[0], node(programme, pair[0], pair[1]));
    }
    return this;
  }

  Person but(String question, Node answer) {
    answers.put(question, answer);
    return this;
  }

  Person without(String question) {
    answers.remove(question);
    return this;
  }

  Node document() {
    return Nodes.object(answers);
  }

  Answers answers(Programme programme) {
    Problems problems = new Problems();
    return AnswersReader.all(programme, document(), problems)
        .orElseThrow(() -> new AssertionError(problems.list().toString()));
  }

  private static Node node(Programme programme, String question, String value) {
    return switch (programme.question(question).kindName()) {
      case "many" -> Nodes.texts(value.equals("none") ? List.of() : List.of(value.split(",")));
      case "one" -> Nodes.text(value);
      case "yes-no" -> Nodes.flag(value.equals("yes"));
      default -> Nodes.number(Double.parseDouble(value));
    };
  }
}
