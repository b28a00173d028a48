package org.counterpose.programme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpose.document.Fields;

/**
 * Finds what is written and can never happen: questions nobody is asked, rules that no answers
 * reach, and safety rules that say two things of the same answers.
 */
final class NeverHolds {

  private final Fields pack;
  private final Map<String, Question> questions;
  private final Possible possible;

  NeverHolds(Fields pack, Map<String, Question> questions, List<Programme.SumLimit> sums) {
    this.pack = pack;
    this.questions = questions;
    this.possible = new Possible(questions, sums);
  }

  void tell(
      List<Programme.FitRule> fit,
      List<SafetyRule> safety,
      List<Programme.ExplanationPart> explanation) {
    questions
        .values()
        .forEach(
            question ->
                refuse(
                    "questions",
                    question.id(),
                    question.when(),
                    "can never hold, so nobody would be asked '" + question.id() + "'"));
    safety.forEach(
        rule ->
            refuse(
                "safety",
                rule.id(),
                Optional.of(rule.when()),
                "can never hold, so the safety rule '" + rule.id() + "' would stop nobody"));
    explanation.forEach(
        part ->
            refuse(
                "explanation",
                part.id(),
                part.when(),
                "can never hold, so nobody would read '" + part.id() + "'"));
    List<Condition> suits = fit.stream().map(Programme.FitRule::when).toList();
    if (!possible.together(suits)) {
      pack.wrong("fit", "can never hold all together: the programme would suit nobody");
    }
    twoOutcomes(safety);
  }

  private void refuse(String list, String id, Optional<Condition> when, String message) {
    if (when.isPresent() && !possible.together(List.of(when.get()))) {
      pack.problems().add(PackIds.placeOf(pack, list, id, "when"), message);
    }
  }

  private void twoOutcomes(List<SafetyRule> safety) {
    Map<Condition, SafetyRule> first = new HashMap<>();
    for (SafetyRule rule : safety) {
      SafetyRule other = first.putIfAbsent(inOrder(rule.when()), rule);
      if (other != null && other.outcome() != rule.outcome()) {
        pack.problems()
            .add(
                PackIds.placeOf(pack, "safety", rule.id(), "outcome"),
                "is "
                    + rule.outcome()
                    + ", but the same answers are "
                    + other.outcome()
                    + " for '"
                    + other.id()
                    + "': only the graver one would ever be given");
      }
    }
  }

  /** The condition with its parts in one order, so that the same one written otherwise is equal. */
  private static Condition inOrder(Condition condition) {
    return switch (condition) {
      case Condition.Includes includes ->
          new Condition.Includes(
              includes.question(),
              includes.values().stream().sorted().toList(),
              includes.atLeast());
      case Condition.IsEmpty empty -> empty;
      case Condition.Is is -> is;
      case Condition.InRange range ->
          new Condition.InRange(
              range.questions().stream().sorted().toList(), range.from(), range.below());
      case Condition.All all -> new Condition.All(inOrder(all.conditions()));
      case Condition.Any any -> new Condition.Any(inOrder(any.conditions()));
    };
  }

  private static List<Condition> inOrder(List<Condition> conditions) {
    List<Condition> ordered = new ArrayList<>(conditions);
    ordered.replaceAll(NeverHolds::inOrder);
    ordered.sort(Comparator.comparing(Condition::toString));
    return ordered.stream().distinct().toList();
  }
}
