package org.counterpose.plan;

import java.util.Optional;
import org.counterpose.journal.Adaptation;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Step;

/**
 * The most that a clinic may ask of a step: what the programme's own plan asks for in its largest
 * week, since its sources speak for no more. Less is always allowed.
 *
 * @param seconds the whole of a timed or worn step, or the length of one hold
 * @param holds on each side, for a step with holds
 * @param times a day
 */
public record MostOfAStep(int seconds, Optional<Integer> holds, int times) {

  public static MostOfAStep of(Step step) {
    int times = step.times().size();
    return switch (step.dose()) {
      case Dose.Timed timed -> new MostOfAStep(timed.seconds().largest(), Optional.empty(), times);
      case Dose.Worn worn -> new MostOfAStep(worn.seconds().largest(), Optional.empty(), times);
      case Dose.Holds holds ->
          new MostOfAStep(
              holds.holdSeconds().largest(), Optional.of(holds.holds().largest()), times);
      case Dose.Breaks breaks ->
          new MostOfAStep(breaks.seconds(), Optional.empty(), Adaptation.MOST_TIMES);
    };
  }

  /** Whether a change stays within it. */
  public boolean allows(Adaptation change) {
    return switch (change) {
      case Adaptation.LeaveOut leave -> true;
      case Adaptation.AsBefore before -> true;
      case Adaptation.Portioned portioned ->
          portioned.seconds() <= seconds
              && portioned.holds().filter(many -> many > holds.orElse(0)).isEmpty();
      case Adaptation.AtTimes at -> at.times().size() <= times;
    };
  }
}
