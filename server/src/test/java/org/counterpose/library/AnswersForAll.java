package org.counterpose.library;

import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;

/** An answer to every question of a programme, each of the right kind. */
final class AnswersForAll {

  private AnswersForAll() {}

  static Node of(Programme programme) {
    Nodes.Growing answers = Nodes.object();
    for (Question question : programme.questions()) {
      answers.with(
          question.id(),
          switch (question.kind()) {
            case Question.Many many -> Nodes.texts(many.choices().subList(0, 1));
            case Question.One one -> Nodes.text(one.choices().getFirst());
            case Question.Quantity quantity -> Nodes.number(quantity.min());
            case Question.Whole whole -> Nodes.number(whole.max());
            case Question.YesNo yesNo -> Nodes.flag(true);
          });
    }
    return answers.node();
  }
}
