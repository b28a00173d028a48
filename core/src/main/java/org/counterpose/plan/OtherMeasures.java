package org.counterpose.plan;

import java.util.List;
import java.util.Optional;
import org.counterpose.verdict.FunctionChange;
import org.counterpose.verdict.GlobalRating;
import org.counterpose.verdict.MeasureChange;

/**
 * What was asked beside pain, up to the last day that counts. It stands next to the verdict and
 * never decides it.
 *
 * @param function empty until some activity was scored on two days
 * @param globalRating the last one given from week 3 on; empty until then
 * @param measured the outcomes that were measured on two days, each side by itself
 */
public record OtherMeasures(
    Optional<FunctionChange> function,
    Optional<GlobalRating> globalRating,
    List<MeasureChange> measured) {
  public OtherMeasures {
    measured = List.copyOf(measured);
  }
}
