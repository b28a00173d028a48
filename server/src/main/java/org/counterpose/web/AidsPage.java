package org.counterpose.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;
import org.counterpose.words.Words;

/**
 * The aids of a programme, as somebody has them.
 *
 * @param owned the ids of those that they own
 */
public record AidsPage(Programme programme, Set<String> owned, Words words) {

  public boolean isOwned(String aid) {
    return owned.contains(aid);
  }

  /** What serves until they own it. */
  public Optional<String> instead(String aid) {
    return isOwned(aid)
        ? Optional.empty()
        : programme.textIfAny("aids." + aid + ".substitute").map(String::strip);
  }

  /** What the plan does without until they own it. */
  public Optional<String> leftOut(String aid) {
    List<String> steps =
        programme.steps().stream()
            .filter(step -> needs(step, aid))
            .map(step -> programme.text("steps." + step.id() + ".title").strip())
            .toList();
    return isOwned(aid) || steps.isEmpty()
        ? Optional.empty()
        : Optional.of(words.say("aids.left-out", steps.stream().collect(Collectors.joining(", "))));
  }

  private static boolean needs(Step step, String aid) {
    return step.aids().stream()
        .anyMatch(needed -> needed.aid().equals(aid) && needed.without() == Step.Without.LEAVE_OUT);
  }
}
