package org.counterpose.programme;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterpose.document.Fields;

/**
 * Finds answers that stop nobody and leave out every step: the plan of who gives them would have
 * nothing in it.
 */
final class NothingLeft {

  /**
   * So many sets of rules are told; a pack that has more is told the others once these are gone.
   */
  private static final int MOST_TOLD = 5;

  private final List<SafetyRule> mild;
  private final List<Condition> stops;
  private final Possible possible;
  private final List<List<SafetyRule>> found = new ArrayList<>();

  NothingLeft(
      List<SafetyRule> safety, Map<String, Question> questions, List<Programme.SumLimit> sums) {
    this.mild = safety.stream().filter(rule -> rule.outcome().allowsExercise()).toList();
    this.stops =
        safety.stream()
            .filter(rule -> !rule.outcome().allowsExercise())
            .map(SafetyRule::when)
            .toList();
    this.possible = new Possible(questions, sums);
  }

  /** Tells of each such set of rules, at the first of them. */
  void tell(Fields pack, List<Step> steps) {
    for (List<SafetyRule> rules : of(steps)) {
      String others =
          rules.stream()
              .skip(1)
              .map(rule -> "'" + rule.id() + "'")
              .collect(Collectors.joining(" and "));
      pack.problems()
          .add(
              PackIds.placeOf(pack, "safety", rules.getFirst().id(), "leaveOut"),
              (others.isEmpty() ? "leaves" : "together with " + others + " leaves")
                  + " out every step, and nothing stops these people: their plan would be empty."
                  + " Keep a step, or let the outcome be SEE_CLINICIAN_FIRST");
    }
  }

  /** The rules that together leave out all of these steps, of people whom no other rule stops. */
  private List<List<SafetyRule>> of(List<Step> steps) {
    Set<String> all = steps.stream().map(Step::id).collect(Collectors.toSet());
    mild.stream()
        .filter(rule -> rule.leaveOut().containsAll(all))
        .forEach(rule -> keep(List.of(rule)));
    search(all, List.of());
    return List.copyOf(found);
  }

  private void search(Set<String> left, List<SafetyRule> chosen) {
    if (found.size() >= MOST_TOLD || isKnown(chosen)) {
      return;
    }
    if (left.isEmpty()) {
      keep(chosen);
      return;
    }
    String next = left.iterator().next();
    for (SafetyRule rule : mild) {
      if (possible.isSure() && rule.leaveOut().contains(next)) {
        Set<String> fewer = new LinkedHashSet<>(left);
        rule.leaveOut().forEach(fewer::remove);
        List<SafetyRule> more = new ArrayList<>(chosen);
        more.add(rule);
        if (isPossible(more)) {
          search(fewer, more);
        }
      }
    }
  }

  private void keep(List<SafetyRule> rules) {
    if (!isKnown(rules) && isPossible(rules)) {
      found.add(mild.stream().filter(rules::contains).toList());
    }
  }

  /** Whether fewer of these rules were found to leave nothing. */
  private boolean isKnown(List<SafetyRule> rules) {
    return found.stream().anyMatch(rules::containsAll);
  }

  private boolean isPossible(List<SafetyRule> rules) {
    return possible.together(rules.stream().map(SafetyRule::when).toList(), stops)
        && possible.isSure();
  }
}
