package org.counterpose.web;

import java.util.List;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;

/**
 * The check's first question as the article asks it, so that whoever answers there is one tap
 * further.
 *
 * @param screen the screen of the check that takes the answer
 * @param input how a choice is made: {@code checkbox} or {@code radio}
 * @param choices none where it is no question of choices: then the check alone asks it
 */
public record FirstQuestion(
    String screen, String id, String text, String input, List<Choice> choices) {

  public record Choice(String value, String text) {}

  static FirstQuestion of(Programme programme) {
    Programme.Screen screen = programme.screens().getFirst();
    Question question = programme.question(screen.questions().getFirst());
    return new FirstQuestion(
        screen.id(),
        question.id(),
        programme.text("questions." + question.id()),
        question.kind() instanceof Question.Many ? "checkbox" : "radio",
        question.choices().stream()
            .map(
                value ->
                    new Choice(value, programme.text("questions." + question.id() + "." + value)))
            .toList());
  }
}
