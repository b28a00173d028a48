package org.counterpose.plan;

import java.util.Optional;
import org.counterpose.journal.Adaptation;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Step;

/**
 * The most that a clinic may ask of a step: what the programme's own plan asks for in its largest
 * week, since its sources speak for no more. Less is always allowed.
 *
 * @param seconds the whole of a timed or worn step, or the length of one hold; 0 for repetitions
 * @param holds on each side, for a step with holds
 * @param sets for a step with repetitions
 * @param times a day
 */
public record MostOfAStep(
    int seconds, Optional<Integer> holds, Optional<Repetitions> sets, int times) {

  /** Sets, and repetitions in each. */
  public record Repetitions(int sets, int reps) {}

  /** The most of any of its stages. */
  public static MostOfAStep of(Step step) {
    return step.stages().stream()
        .map(stage -> of(stage.dose(), step.times().size()))
        .reduce(MostOfAStep::or)
        .orElseThrow();
  }

  private static MostOfAStep of(Dose dose, int times) {
    return switch (dose) {
      case Dose.Timed timed -> plain(timed.seconds().largest(), times);
      case Dose.Worn worn -> plain(worn.seconds().largest(), times);
      case Dose.Holds holds ->
          new MostOfAStep(
              holds.holdSeconds().largest(),
              Optional.of(holds.holds().largest()),
              Optional.empty(),
              times);
      case Dose.Reps reps ->
          new MostOfAStep(
              0,
              Optional.empty(),
              Optional.of(new Repetitions(reps.sets().largest(), reps.reps().largest())),
              times);
      case Dose.Breaks breaks -> plain(breaks.seconds(), Adaptation.MOST_TIMES);
    };
  }

  private static MostOfAStep plain(int seconds, int times) {
    return new MostOfAStep(seconds, Optional.empty(), Optional.empty(), times);
  }

  private MostOfAStep or(MostOfAStep other) {
    return new MostOfAStep(
        Math.max(seconds, other.seconds),
        holds.map(many -> Math.max(many, other.holds.orElse(0))),
        sets.map(
            mine -> {
              Repetitions its = other.sets.orElse(mine);
              return new Repetitions(
                  Math.max(mine.sets(), its.sets()), Math.max(mine.reps(), its.reps()));
            }),
        times);
  }

  /** Whether a change stays within it. */
  public boolean allows(Adaptation change) {
    return switch (change) {
      case Adaptation.LeaveOut leave -> true;
      case Adaptation.AsBefore before -> true;
      case Adaptation.Portioned portioned ->
          portioned.seconds() <= seconds
              && portioned.holds().filter(many -> many > holds.orElse(0)).isEmpty();
      case Adaptation.Repeated repeated ->
          sets.filter(most -> repeated.sets() <= most.sets() && repeated.reps() <= most.reps())
              .isPresent();
      case Adaptation.AtTimes at -> at.times().size() <= times;
    };
  }
}
