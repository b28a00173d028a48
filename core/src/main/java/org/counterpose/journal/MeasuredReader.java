package org.counterpose.journal;

import java.math.BigDecimal;
import java.util.Optional;
import org.counterpose.document.Fields;
import org.counterpose.document.Shortened;
import org.counterpose.programme.Measure;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;

/** Reads what somebody measured, against the measures of their programme. */
final class MeasuredReader {

  private final Programme programme;

  MeasuredReader(Programme programme) {
    this.programme = programme;
  }

  /** What was measured, how much, and on which side where the measure has some. */
  record Told(String measure, double value, Optional<Side> side) {}

  Optional<Told> read(Fields fields) {
    Optional<Measure> measure = measure(fields);
    Optional<Double> value = fields.number("value", -1e9, 1e9);
    Optional<Side> side = fields.choiceIfAny("side", Side.class);
    measure.ifPresent(
        known -> {
          value
              .filter(told -> !known.holds(told))
              .ifPresent(told -> fields.wrong("value", values(known) + ", got " + plain(told)));
          boolean isTold = fields.any("side").isPresent();
          if (known.sides().areTold() && !isTold) {
            fields.wrong("side", "'side' is missing: " + known.id() + " is left or right");
          } else if (!known.sides().areTold() && isTold) {
            fields.wrong("side", known.id() + " has no sides");
          }
        });
    return measure.flatMap(known -> value.map(told -> new Told(known.id(), told, side)));
  }

  private Optional<Measure> measure(Fields fields) {
    Optional<String> id = fields.text("measure");
    if (programme.measures().isEmpty()) {
      fields.wrong("measure", "this programme has no measures");
      return Optional.empty();
    }
    Optional<Measure> measure = id.flatMap(programme::measure);
    id.filter(told -> measure.isEmpty())
        .ifPresent(told -> fields.wrong("measure", known() + ", got '" + Shortened.of(told) + "'"));
    return measure;
  }

  private String known() {
    return "must be one of "
        + String.join(", ", programme.measures().stream().map(Measure::id).toList());
  }

  private static String values(Measure measure) {
    return "must be from "
        + plain(measure.from())
        + " to "
        + plain(measure.to())
        + " in steps of "
        + plain(measure.step());
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
