package org.counterpose.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;

/**
 * Holds the questions against what is made of them: each stands on one screen, none before the ones
 * that open it, each choice of a safety question leads to something, and no safety rule hangs on an
 * answer that may be left out.
 */
final class QuestionUse {

  private final Map<String, Question> questions;
  private final Map<String, Node.Mapping> written = new LinkedHashMap<>();
  private final Fields pack;
  private final Problems problems;

  QuestionUse(Map<String, Question> questions, Fields pack, Problems problems) {
    this.questions = questions;
    this.pack = pack;
    this.problems = problems;
    if (pack.any("questions").orElse(null) instanceof Node.Listing list) {
      for (Node element : list.elements()) {
        if (element instanceof Node.Mapping question
            && question.fields().get("id") instanceof Node.Text id) {
          written.putIfAbsent(id.value(), question);
        }
      }
    }
  }

  void check(List<Programme.Screen> screens, List<SafetyRule> safety) {
    Map<String, String> screenOf = new LinkedHashMap<>();
    List<String> shown = new ArrayList<>();
    for (Programme.Screen screen : screens) {
      for (String question : screen.questions()) {
        String other = screenOf.putIfAbsent(question, screen.id());
        if (other != null) {
          wrong(question, "stands on two screens: " + other + " and " + screen.id());
        }
        shown.add(question);
      }
    }
    for (Question question : questions.values()) {
      for (String opener : question.when().map(Condition::questions).orElse(List.of())) {
        if (shown.contains(opener)
            && shown.contains(question.id())
            && shown.indexOf(opener) > shown.indexOf(question.id())) {
          wrong(question.id(), "stands on a screen before '" + opener + "', which opens it");
        }
      }
    }
    rulesOnOptionalAnswers(safety);
  }

  /** With a fault in the screens, a question may only seem to stand on none. */
  void refuseUnasked(List<Programme.Screen> screens) {
    Set<String> shown = new HashSet<>();
    screens.forEach(screen -> shown.addAll(screen.questions()));
    for (Question question : questions.values()) {
      if (!shown.contains(question.id()) && !screens.isEmpty()) {
        wrong(question.id(), "stands on no screen, so nobody would be asked");
      }
    }
  }

  /**
   * With a fault in the safety table, no rule may only seem to speak of an answer. A choice that no
   * rule names would clear whoever makes it, so one that is harmless wants a rule that says so.
   */
  void refuseUnruled(List<SafetyRule> safety) {
    Set<String> ruled = new HashSet<>();
    Map<String, Set<String>> choices = new HashMap<>();
    for (SafetyRule rule : safety) {
      ruled.addAll(rule.when().questions());
      choicesIn(rule.when(), choices);
    }
    for (Question question : questions.values()) {
      if (!question.safety() || safety.isEmpty()) {
        continue;
      }
      if (ruled.contains(question.id())) {
        refuseUnruledChoices(question, choices.getOrDefault(question.id(), Set.of()));
      } else {
        wrong(question.id(), "is a safety question, but no safety rule speaks of it");
      }
    }
  }

  private void refuseUnruledChoices(Question question, Set<String> ruled) {
    if (written.get(question.id()) instanceof Node.Mapping asked
        && asked.fields().get("choices") instanceof Node.Listing list) {
      for (Node element : list.elements()) {
        if (element instanceof Node.Text choice
            && question.choices().contains(choice.value())
            && !ruled.contains(choice.value())) {
          problems.add(
              element,
              "the safety question '"
                  + question.id()
                  + "' offers '"
                  + choice.value()
                  + "', but no safety rule speaks of it, so it would clear whoever chooses it");
        }
      }
    }
  }

  private static void choicesIn(Condition condition, Map<String, Set<String>> choices) {
    switch (condition) {
      case Condition.Includes includes ->
          choices
              .computeIfAbsent(includes.question(), question -> new HashSet<>())
              .addAll(includes.values());
      case Condition.All all -> all.conditions().forEach(part -> choicesIn(part, choices));
      case Condition.Any any -> any.conditions().forEach(part -> choicesIn(part, choices));
      case Condition.IsEmpty empty -> {}
      case Condition.Is is -> {}
      case Condition.InRange range -> {}
    }
  }

  private void rulesOnOptionalAnswers(List<SafetyRule> safety) {
    Optional<Node> list = pack.any("safety");
    for (SafetyRule rule : safety) {
      for (String id : rule.when().questions()) {
        Question question = questions.get(id);
        if (question != null && question.optional()) {
          problems.add(
              placeOfRule(list, rule.id()),
              "rests on '" + id + "', which may be left unanswered: a safety rule must not");
        }
      }
    }
  }

  private Place placeOfRule(Optional<Node> list, String id) {
    if (list.orElse(null) instanceof Node.Listing listing) {
      for (Node element : listing.elements()) {
        if (element instanceof Node.Mapping rule
            && rule.fields().get("id") instanceof Node.Text text
            && text.value().equals(id)) {
          return rule.place();
        }
      }
    }
    return pack.place();
  }

  private void wrong(String question, String message) {
    Node.Mapping found = written.get(question);
    problems.add(found == null ? pack.place() : found.place(), "'" + question + "' " + message);
  }
}
