package org.counterpose.fuzz;

import java.util.Optional;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Answers;
import org.counterpose.screening.AnswersDocument;
import org.counterpose.screening.AnswersReader;
import org.counterpose.screening.Screened;
import org.counterpose.screening.Screening;

/** Somebody's answers to a check, read and screened as the API does, for each shipped programme. */
public final class AnswersTarget {

  private AnswersTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    isRead(input);
  }

  /** Whether any programme took them for answers. */
  static boolean isRead(byte[] input) {
    boolean read = false;
    Optional<Node> answers = Sent.body(input);
    for (Programme programme : Sent.PROGRAMMES) {
      read |= answers.map(node -> isScreened(programme, node)).orElse(false);
    }
    return read;
  }

  private static boolean isScreened(Programme programme, Node node) {
    Problems problems = new Problems();
    Optional<Answers> all = AnswersReader.all(programme, node, problems);
    Must.beReadOrTold(all.isPresent(), problems);
    all.ifPresent(answers -> isTheSameAgain(programme, answers));
    Problems ofTheWeek = new Problems();
    Optional<Answers> weekly =
        AnswersReader.some(programme, node, Screening.weekly(programme), ofTheWeek);
    Must.beReadOrTold(weekly.isPresent(), ofTheWeek);
    weekly.ifPresent(answers -> isTold(programme, answers));
    return all.isPresent() || weekly.isPresent();
  }

  private static void isTheSameAgain(Programme programme, Answers answers) {
    isTold(programme, answers);
    Problems problems = new Problems();
    Optional<Answers> again =
        AnswersReader.all(programme, Sent.again(AnswersDocument.write(answers)), problems);
    Must.hold(
        again.equals(Optional.of(answers)),
        () -> answers + " came back as " + again + ", " + problems.list());
  }

  /** Everything that the result names has its words. */
  private static void isTold(Programme programme, Answers answers) {
    Screened screened = Screening.screen(programme, answers);
    screened.unfit().forEach(rule -> programme.text("fit." + rule));
    screened.explanation().forEach(part -> programme.text("explanation." + part));
    for (Screened.Reason reason : screened.reasons()) {
      programme.text("safety." + reason.rule() + ".advice");
      programme.text("safety." + reason.rule() + ".why");
      Must.hold(!reason.because().isEmpty(), () -> "a reason without an answer: " + reason);
    }
    boolean nothingIsLeft = screened.leftOut().size() == programme.steps().size();
    Outcome gravest =
        screened.reasons().stream()
            .map(Screened.Reason::outcome)
            .reduce(
                nothingIsLeft ? Outcome.SEE_CLINICIAN_FIRST : Outcome.CLEARED, Outcome::gravest);
    Must.hold(
        screened.clearance() == gravest,
        () -> "a clearance that its reasons do not give: " + screened);
    Must.hold(
        screened.leftOut().stream().allMatch(step -> programme.step(step).isPresent()),
        () -> "a step that is not there is left out: " + screened);
  }
}
