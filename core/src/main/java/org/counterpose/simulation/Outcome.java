package org.counterpose.simulation;

import java.util.EnumSet;
import java.util.Set;
import org.counterpose.programme.Programme;
import org.counterpose.verdict.Judge;
import org.counterpose.verdict.Verdict;

/**
 * What was told to one made-up person, beside the truth.
 *
 * @param first the verdict on the trial's day for it, and {@code last} the one on its last day
 * @param change the true change by the last day, in points; relief is positive
 * @param better the other rules that call the last day better
 */
record Outcome(Verdict first, Verdict last, double change, Set<OtherRule> better) {

  static Outcome of(SimulatedPerson person, Programme.Trial trial) {
    Set<OtherRule> better = EnumSet.noneOf(OtherRule.class);
    for (OtherRule rule : OtherRule.values()) {
      if (rule.saysBetter(person.ratings())) {
        better.add(rule);
      }
    }
    return new Outcome(
        Judge.judge(person.ratings().until(trial.days()), trial),
        Judge.judge(person.ratings(), trial),
        person.change(SimulatedPerson.DAYS),
        better);
  }

  /** What the person is left with: the first verdict where it was clear, else the last. */
  Verdict.Answer kept() {
    return switch (first.answer()) {
      case BETTER, WORSE -> first.answer();
      case NO_CLEAR_CHANGE, NOT_ENOUGH_DAYS -> last.answer();
    };
  }

  /** Whether the last day has an interval, and {@link #covers} whether it holds the truth. */
  boolean hasInterval() {
    return last.change().isPresent();
  }

  boolean covers() {
    return last.change()
        .map(known -> known.low() <= change && change <= known.high())
        .orElse(false);
  }

  /** How far the last day's estimate lies above the true relief, in points. */
  double error() {
    return last.change().map(known -> known.estimate() - change).orElse(0.0);
  }
}
