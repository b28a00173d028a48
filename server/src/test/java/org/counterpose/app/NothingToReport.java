package org.counterpose.app;

import java.util.Map;
import java.util.Set;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;

/** The first check of somebody who is stiff at the desk and has nothing else to report. */
public final class NothingToReport {

  private NothingToReport() {}

  /** The check of any programme by somebody of 34: no to everything, and the first of choices. */
  public static Answers to(Programme programme) {
    Answers answers = Answers.NONE;
    for (Question question : programme.questions()) {
      answers =
          answers.with(
              question.id(),
              switch (question.kind()) {
                case Question.Many many -> new Answer.Chosen(Set.of());
                case Question.One one -> new Answer.Chosen(Set.of(one.choices().getFirst()));
                case Question.Quantity quantity -> new Answer.Amount(quantity.min());
                case Question.Whole whole -> new Answer.Amount(Math.min(whole.max(), 34));
                case Question.YesNo yesNo -> new Answer.YesNo(false);
              });
    }
    return answers;
  }

  public static Answers answers() {
    Answer none = new Answer.Chosen(Set.of());
    Answer no = new Answer.YesNo(false);
    return new Answers(
        Map.ofEntries(
            Map.entry("symptoms", new Answer.Chosen(Set.of("stiffness"))),
            Map.entry("hours-sitting", new Answer.Amount(8)),
            Map.entry("hours-standing", new Answer.Amount(0)),
            Map.entry("hours-driving", new Answer.Amount(0)),
            Map.entry("pain-average", new Answer.Amount(6)),
            Map.entry("emergency-signs", none),
            Map.entry("cord-signs", none),
            Map.entry("infection-signs", none),
            Map.entry("serious-signs", none),
            Map.entry("age", new Answer.Amount(42)),
            Map.entry("first-episode", no),
            Map.entry("pregnant", no),
            Map.entry("spine-surgery", no),
            Map.entry("cancer", no),
            Map.entry("bone-health", none),
            Map.entry("inflammatory", none)));
  }
}
