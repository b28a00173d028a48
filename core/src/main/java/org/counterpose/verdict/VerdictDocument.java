package org.counterpose.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;

/**
 * A verdict as the API and the command line write it. Shares ({@code planDone}, {@code
 * withoutProgramme} and its bounds) are 0 to 1; changes are points of the 0 to 10 scale, relief
 * positive. What is not known is null.
 */
public final class VerdictDocument {

  private VerdictDocument() {}

  /** The verdict with how much of the plan was done, 0 to 1; empty where that is not known. */
  public static Node.Mapping write(Verdict verdict, OptionalDouble planDone) {
    return Nodes.object()
        .with("verdict", verdict.answer().name())
        .with("estimate", hundredths(verdict.estimate()))
        .with("low", hundredths(verdict.low()))
        .with("high", hundredths(verdict.high()))
        .with("first", hundredths(verdict.first()))
        .with("last", hundredths(verdict.last()))
        .with("important", verdict.important())
        .with("daysUsed", verdict.daysUsed())
        .with("daysOf", verdict.daysOf())
        .with("planDone", hundredths(planDone))
        .with("withoutProgramme", share(verdict, Verdict.NaturalCourse::inHundred))
        .with("withoutProgrammeLow", share(verdict, Verdict.NaturalCourse::low))
        .with("withoutProgrammeHigh", share(verdict, Verdict.NaturalCourse::high))
        .with("next", verdict.next())
        .node();
  }

  private static Node share(Verdict verdict, ToIntFunction<Verdict.NaturalCourse> part) {
    return verdict
        .withoutProgramme()
        .<Node>map(course -> Nodes.number(part.applyAsInt(course) / 100.0))
        .orElse(Nodes.nothing());
  }

  private static Node hundredths(OptionalDouble value) {
    return value.isEmpty()
        ? Nodes.nothing()
        : Nodes.number(
            new BigDecimal(value.getAsDouble()).setScale(2, RoundingMode.HALF_EVEN).doubleValue());
  }
}
