package org.counterpose.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;
import org.counterpose.programme.Step;

/** Decides fit, explanation and clearance from somebody's answers, by the pack's own tables. */
public final class Screening {

  private Screening() {}

  /**
   * What these answers mean. For those given again during a trial, give the answers of the check
   * with the newer ones in their place: new cancer in a first episode is graver than cancer alone.
   */
  public static Screened screen(Programme programme, Answers answers) {
    List<String> unfit =
        programme.fit().stream()
            .filter(rule -> !Evidence.holds(rule.when(), answers))
            .map(Programme.FitRule::id)
            .toList();
    List<Screened.Reason> reasons = reasons(programme, answers);
    Set<String> leftOut = leftOut(programme, reasons);
    return new Screened(
        unfit.isEmpty(),
        unfit,
        leavesNothing(programme, leftOut)
            ? gravest(reasons).gravest(Outcome.SEE_CLINICIAN_FIRST)
            : gravest(reasons),
        reasons,
        leftOut,
        explanation(programme, answers));
  }

  /** Whether nothing is left to do without these steps: then a clinician is seen first. */
  public static boolean leavesNothing(Programme programme, Set<String> leftOut) {
    return !programme.steps().isEmpty()
        && programme.steps().stream().map(Step::id).allMatch(leftOut::contains);
  }

  /** The questions that are asked every week and whenever something got worse. */
  public static List<String> weekly(Programme programme) {
    return programme.questions().stream().filter(Question::weekly).map(Question::id).toList();
  }

  /**
   * The questions that somebody with these answers is asked, in order. An answer to a question that
   * is not asked opens no other.
   */
  public static List<Question> asked(Programme programme, Answers answers) {
    List<Question> asked = new ArrayList<>();
    Map<String, Answer> counting = new LinkedHashMap<>();
    for (Question question : programme.questions()) {
      if (isAsked(question, new Answers(counting))) {
        asked.add(question);
        answers.to(question.id()).ifPresent(answer -> counting.put(question.id(), answer));
      }
    }
    return List.copyOf(asked);
  }

  static boolean isAsked(Question question, Answers before) {
    return question.when().map(when -> Evidence.holds(when, before)).orElse(true);
  }

  private static List<Screened.Reason> reasons(Programme programme, Answers answers) {
    return programme.safety().stream()
        .flatMap(
            rule ->
                Evidence.of(rule.when(), answers).stream()
                    .map(because -> new Screened.Reason(rule.id(), rule.outcome(), because)))
        .sorted(Comparator.comparing(Screened.Reason::outcome).reversed())
        .toList();
  }

  private static Outcome gravest(List<Screened.Reason> reasons) {
    return reasons.stream().map(Screened.Reason::outcome).reduce(Outcome.CLEARED, Outcome::gravest);
  }

  private static Set<String> leftOut(Programme programme, List<Screened.Reason> reasons) {
    Set<String> holding = new LinkedHashSet<>();
    reasons.forEach(reason -> holding.add(reason.rule()));
    Set<String> ruledOut = new LinkedHashSet<>();
    programme.safety().stream()
        .filter(rule -> holding.contains(rule.id()))
        .forEach(rule -> ruledOut.addAll(rule.leaveOut()));
    Set<String> inOrder = new LinkedHashSet<>();
    programme.steps().stream().map(Step::id).filter(ruledOut::contains).forEach(inOrder::add);
    return inOrder;
  }

  private static List<String> explanation(Programme programme, Answers answers) {
    return programme.explanation().stream()
        .filter(part -> part.when().map(when -> Evidence.holds(when, answers)).orElse(true))
        .map(Programme.ExplanationPart::id)
        .toList();
  }
}
