package org.counterpose.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;

/**
 * A verdict as the API and the command line write it. Shares and chances ({@code planDone}, {@code
 * chance..}, {@code withoutProgramme} and its bounds) are 0 to 1; changes are points of the 0 to 10
 * scale, relief positive. What is not known is null.
 */
public final class VerdictDocument {

  private VerdictDocument() {}

  /**
   * The verdicts on pain and, with the same fields under {@code stiffness}, on stiffness: null
   * where it was never rated.
   */
  public static Node.Mapping write(
      Verdict pain, Optional<Verdict> stiffness, OptionalDouble planDone) {
    return fields(pain)
        .with("planDone", hundredths(planDone))
        .with(
            "stiffness",
            stiffness.<Node>map(verdict -> write(verdict, planDone)).orElse(Nodes.nothing()))
        .node();
  }

  /** The verdict with how much of the plan was done, 0 to 1; empty where that is not known. */
  public static Node.Mapping write(Verdict verdict, OptionalDouble planDone) {
    return fields(verdict).with("planDone", hundredths(planDone)).node();
  }

  private static Nodes.Growing fields(Verdict verdict) {
    return Nodes.object()
        .with("verdict", verdict.answer().name())
        .with("soFar", verdict.soFar())
        .with("estimate", of(verdict, Change::estimate))
        .with("low", of(verdict, Change::low))
        .with("high", of(verdict, Change::high))
        .with("first", hundredths(verdict.first()))
        .with("last", of(verdict, Change::last))
        .with("important", verdict.important())
        .with("step", Nodes.number(verdict.step()))
        .with("chanceOfImportant", of(verdict, Change::important))
        .with("chanceOfRelief", of(verdict, Change::relief))
        .with("chanceOfWorsening", of(verdict, Change::worsening))
        .with("sdOfDays", of(verdict, change -> change.scatter().sd()))
        .with("correlationOfDays", of(verdict, change -> change.scatter().rho()))
        .with("daysUsed", verdict.daysUsed())
        .with("daysOf", verdict.daysOf())
        .with("withoutProgramme", share(verdict, NaturalCourse::inHundred))
        .with("withoutProgrammeLow", share(verdict, NaturalCourse::low))
        .with("withoutProgrammeHigh", share(verdict, NaturalCourse::high))
        .with("next", verdict.next())
        .with("model", Verdict.MODEL);
  }

  private static Node of(Verdict verdict, ToDoubleFunction<Change> part) {
    return verdict
        .change()
        .map(change -> hundredths(OptionalDouble.of(part.applyAsDouble(change))))
        .orElse(Nodes.nothing());
  }

  private static Node share(Verdict verdict, ToIntFunction<NaturalCourse> part) {
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
