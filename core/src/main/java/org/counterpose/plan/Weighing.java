package org.counterpose.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.counterpose.programme.Programme;
import org.counterpose.programme.SafetyRule;
import org.counterpose.screening.Answers;
import org.counterpose.screening.Screened;
import org.counterpose.screening.Screening;

/**
 * The safety answers of a trial, weighed one entry after the other by one version of its programme:
 * what they stop, and which steps they rule out together.
 */
final class Weighing {

  private final Programme programme;
  private final Set<String> leftOut = new LinkedHashSet<>();

  Weighing(Programme programme) {
    this.programme = programme;
  }

  /**
   * Why the answers, as they stand after the next entry, stop the trial; empty where they do not.
   * What leaves out steps stops too, where it takes away the last of them: not again with each
   * entry that tells the same, and never with what is advice alone.
   */
  List<Screened.Reason> stops(Answers answers) {
    Screened screened = Screening.screen(programme, answers);
    boolean more = leftOut.addAll(screened.leftOut());
    boolean takesTheLast = more && Screening.leavesNothing(programme, leftOut);
    return screened.reasons().stream()
        .filter(
            reason ->
                !reason.outcome().allowsExercise() || takesTheLast && leavesOut(reason.rule()))
        .toList();
  }

  private boolean leavesOut(String rule) {
    return programme.safety().stream()
        .filter(one -> one.id().equals(rule))
        .map(SafetyRule::leaveOut)
        .anyMatch(steps -> !steps.isEmpty());
  }

  /** The steps that the answers rule out so far. */
  Set<String> leftOut() {
    return leftOut;
  }
}
