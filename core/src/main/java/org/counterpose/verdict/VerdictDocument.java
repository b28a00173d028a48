package org.counterpose.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Place;

/**
 * A verdict as the API and the command line write it. Shares ({@code planDone}, {@code
 * withoutProgramme} and its bounds) are 0 to 1; changes are points of the 0 to 10 scale, relief
 * positive. What is not known is null.
 */
public final class VerdictDocument {

  private static final Place HERE = new Place("", 0, "");

  private VerdictDocument() {}

  /** The verdict with how much of the plan was done, 0 to 1; empty where that is not known. */
  public static Node.Mapping write(Verdict verdict, OptionalDouble planDone) {
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("verdict", new Node.Text(verdict.answer().name(), HERE));
    fields.put("estimate", number(verdict.estimate()));
    fields.put("low", number(verdict.low()));
    fields.put("high", number(verdict.high()));
    fields.put("first", number(verdict.first()));
    fields.put("last", number(verdict.last()));
    fields.put("important", number(OptionalDouble.of(verdict.important())));
    fields.put("daysUsed", number(OptionalDouble.of(verdict.daysUsed())));
    fields.put("daysOf", number(OptionalDouble.of(verdict.daysOf())));
    fields.put("planDone", number(planDone));
    fields.put("withoutProgramme", share(verdict, Verdict.NaturalCourse::inHundred));
    fields.put("withoutProgrammeLow", share(verdict, Verdict.NaturalCourse::low));
    fields.put("withoutProgrammeHigh", share(verdict, Verdict.NaturalCourse::high));
    fields.put("next", new Node.Text(Fields.dashed(verdict.next()), HERE));
    return new Node.Mapping(fields, HERE);
  }

  private static Node share(
      Verdict verdict, java.util.function.ToIntFunction<Verdict.NaturalCourse> part) {
    return verdict
        .withoutProgramme()
        .map(course -> number(OptionalDouble.of(part.applyAsInt(course) / 100.0)))
        .orElse(new Node.Nothing(HERE));
  }

  private static Node number(OptionalDouble value) {
    return value.isEmpty()
        ? new Node.Nothing(HERE)
        : new Node.Number(
            new BigDecimal(value.getAsDouble())
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros(),
            HERE);
  }
}
