package org.counterpose.screening;

import org.counterpose.document.Node;
import org.counterpose.document.Nodes;

/** Answers as the API and the journal write them; {@link AnswersReader} reads them back. */
public final class AnswersDocument {

  private AnswersDocument() {}

  public static Node.Mapping write(Answers answers) {
    Nodes.Growing fields = Nodes.object();
    answers.byQuestion().forEach((question, answer) -> fields.with(question, write(answer)));
    return fields.node();
  }

  private static Node write(Answer answer) {
    return switch (answer) {
      case Answer.Chosen chosen -> Nodes.texts(chosen.values());
      case Answer.Amount amount -> Nodes.number(amount.value());
      case Answer.YesNo yesNo -> Nodes.flag(yesNo.yes());
    };
  }
}
