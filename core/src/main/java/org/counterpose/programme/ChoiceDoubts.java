package org.counterpose.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;

/**
 * Finds choices of a safety question that a rule of more than advice names and that lead nowhere by
 * themselves: who makes one of them alone could be cleared without a word. Signs that only together
 * lead to advice are left alone, since the table lets them pass whatever else is chosen.
 */
final class ChoiceDoubts {

  private static final Condition ALWAYS = new Condition.All(List.of());
  private static final Condition NEVER = new Condition.Any(List.of());

  private final Programme programme;
  private final Possible possible;
  private final Problems doubts;

  private ChoiceDoubts(Programme programme, Problems doubts) {
    this.programme = programme;
    this.possible =
        new Possible(
            programme.questions().stream()
                .collect(Collectors.toMap(Question::id, Function.identity())),
            programme.sums());
    this.doubts = doubts;
  }

  static void tell(Node.Mapping pack, Programme programme, Problems doubts) {
    ChoiceDoubts found = new ChoiceDoubts(programme, doubts);
    if (pack.fields().get("questions") instanceof Node.Listing questions) {
      for (Node written : questions.elements()) {
        if (written instanceof Node.Mapping fields
            && fields.fields().get("id") instanceof Node.Text id
            && fields.fields().get("choices") instanceof Node.Listing choices) {
          found.tell(programme.question(id.value()), choices);
        }
      }
    }
  }

  private void tell(Question question, Node.Listing choices) {
    if (!question.safety()) {
      return;
    }
    for (Node element : choices.elements()) {
      if (element instanceof Node.Text choice) {
        graver(question.id(), choice.value())
            .filter(rule -> mayMeetNone(question, choice.value()))
            .ifPresent(
                rule ->
                    doubts.add(
                        element,
                        "'"
                            + choice.value()
                            + "' alone leads nowhere: who chooses nothing else in '"
                            + question.id()
                            + "' may meet no safety rule and be cleared. Look at the rule '"
                            + rule.id()
                            + "', which names it; where this is meant, let a rule with the outcome"
                            + " CLEARED say so"));
      }
    }
  }

  /** The first rule of more than advice that names a choice. */
  private Optional<SafetyRule> graver(String question, String choice) {
    return programme.safety().stream()
        .filter(rule -> rule.outcome() != Outcome.CLEARED)
        .filter(rule -> names(rule.when(), question, choice))
        .findFirst();
  }

  private static boolean names(Condition condition, String question, String choice) {
    return switch (condition) {
      case Condition.Includes includes ->
          includes.question().equals(question) && includes.values().contains(choice);
      case Condition.All all ->
          all.conditions().stream().anyMatch(part -> names(part, question, choice));
      case Condition.Any any ->
          any.conditions().stream().anyMatch(part -> names(part, question, choice));
      case Condition.IsEmpty empty -> false;
      case Condition.Is is -> false;
      case Condition.InRange range -> false;
    };
  }

  /**
   * Whether, for certain, somebody who makes this choice alone can answer so that no rule holds.
   */
  private boolean mayMeetNone(Question question, String choice) {
    List<Condition> left = new ArrayList<>();
    for (SafetyRule rule : programme.safety()) {
      Condition rest = answered(rule.when(), question.id(), choice);
      if (rest.equals(ALWAYS)) {
        return false;
      }
      if (!rest.equals(NEVER)) {
        left.add(rest);
      }
    }
    return possible.together(question.when().map(List::of).orElse(List.of()), left)
        && possible.isSure();
  }

  /** What is left of a condition where a question was answered with one choice alone. */
  private static Condition answered(Condition condition, String question, String choice) {
    return switch (condition) {
      case Condition.Includes includes when includes.question().equals(question) ->
          includes.atLeast() == 1 && includes.values().contains(choice) ? ALWAYS : NEVER;
      case Condition.IsEmpty empty when empty.question().equals(question) -> NEVER;
      case Condition.All all -> joined(all.conditions(), question, choice, ALWAYS, NEVER);
      case Condition.Any any -> joined(any.conditions(), question, choice, NEVER, ALWAYS);
      case Condition.Includes includes -> includes;
      case Condition.IsEmpty empty -> empty;
      case Condition.Is is -> is;
      case Condition.InRange range -> range;
    };
  }

  /**
   * What is left of several.
   *
   * @param idle what changes nothing among such parts
   * @param decides what one part is enough for
   */
  private static Condition joined(
      List<Condition> parts, String question, String choice, Condition idle, Condition decides) {
    List<Condition> left =
        parts.stream()
            .map(part -> answered(part, question, choice))
            .filter(part -> !part.equals(idle))
            .toList();
    if (left.contains(decides)) {
      return decides;
    }
    return left.isEmpty()
        ? idle
        : idle.equals(ALWAYS) ? new Condition.All(left) : new Condition.Any(left);
  }
}
