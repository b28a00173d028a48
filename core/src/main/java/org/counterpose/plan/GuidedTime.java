package org.counterpose.plan;

import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Step;

/**
 * How long a step takes from the moment at which somebody begins: what the plan asks for, getting
 * into place and changing sides. Plan, card and player tell this one length.
 */
public final class GuidedTime {

  /** Seconds to get into place, long enough to get down to the floor without a rush. */
  public static final int GET_READY_SECONDS = 20;

  public static final int CHANGE_SIDES_SECONDS = 8;

  private GuidedTime() {}

  /** In seconds; what is worn, or a break, takes what is asked for and nothing more. */
  public static int seconds(Step step, PlannedStep planned) {
    int otherSides = Math.max(0, planned.sides().size() - 1);
    int around = GET_READY_SECONDS + otherSides * CHANGE_SIDES_SECONDS;
    return switch (step.doseOf(planned.stage())) {
      case Dose.Timed timed -> planned.seconds() + around;
      case Dose.Holds holds -> planned.seconds() + holds.returnSeconds() + around;
      // a change of side is a rest as well
      case Dose.Reps reps -> planned.seconds() - otherSides * reps.restSeconds() + around;
      case Dose.Worn worn -> planned.seconds();
      case Dose.Breaks breaks -> planned.seconds();
    };
  }
}
