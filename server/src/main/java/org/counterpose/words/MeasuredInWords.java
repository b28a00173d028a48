package org.counterpose.words;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import org.counterpose.document.Fields;
import org.counterpose.journal.Entry;
import org.counterpose.programme.Measure;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.counterpose.programme.Stage;
import org.counterpose.verdict.MeasureChange;

/** What people measure on themselves, in words. */
public final class MeasuredInWords {

  private final Programme programme;
  private final Words words;

  public MeasuredInWords(Programme programme, Words words) {
    this.programme = programme;
    this.words = words;
  }

  /** The measure's name, with the side where there is one. */
  public String title(String measure, Optional<Side> side) {
    String name = programme.textIfAny("measures." + measure).orElse(measure).strip();
    return side.map(
            one -> words.say("measured.on", name, words.say("measured.side." + Fields.dashed(one))))
        .orElse(name);
  }

  /** The value of an entry, with its unit. */
  public String value(Entry.Measured entry) {
    return programme
        .measure(entry.measure())
        .map(measure -> value(measure, entry.value()))
        .orElseGet(() -> plain(entry.value()));
  }

  /** A value with its unit, such as {@code 7.5 cm}. */
  public String value(Measure measure, double value) {
    boolean one = value == 1;
    return words.say(
        "measured." + Fields.dashed(measure.unit()) + (one ? ".one" : ""), plain(value));
  }

  /** What somebody may type: the least, the most, and how fine. */
  public String bounds(Measure measure) {
    return words.say(
        measure.step() == 1 ? "measures.bounds" : "measures.bounds.steps",
        plain(measure.from()),
        plain(measure.to()),
        plain(measure.step()));
  }

  /** What a stage waits for. */
  public String opening(Stage.Opening opening) {
    return opening(opening, 0);
  }

  /** What a stage still waits for in a week of the trial. */
  public String opening(Stage.Opening opening, int week) {
    String goals =
        opening.goals().stream()
            .flatMap(
                goal ->
                    programme.measure(goal.measure()).stream()
                        .map(
                            measure ->
                                title(measure.id(), Optional.empty())
                                    + ", "
                                    + value(measure, goal.reach())))
            .collect(Collectors.joining("; "));
    if (goals.isEmpty()) {
      return words.say("today.left-out.not-yet.week", opening.week());
    }
    return words.say(
        opening.week() > Math.max(1, week)
            ? "today.left-out.not-yet.both"
            : "today.left-out.not-yet.goals",
        opening.week(),
        goals);
  }

  BesidePain.Line line(MeasureChange change) {
    Measure measure = change.measure();
    return new BesidePain.Line(
        title(measure.id(), change.side()),
        words.say(
            "verdict.measured." + Fields.dashed(change.meaning()), first(change), last(change)),
        words.say("verdict.measured.size", value(measure, measure.detectable())));
  }

  /** The change in numbers, for a clinician. */
  public String inNumbers(MeasureChange change) {
    return words.say(
        "summary.measured",
        first(change),
        last(change),
        change.first().day(),
        change.last().day(),
        value(change.measure(), change.measure().detectable()));
  }

  private String first(MeasureChange change) {
    return value(change.measure(), change.first().value());
  }

  private String last(MeasureChange change) {
    return value(change.measure(), change.last().value());
  }

  /** A number as it is typed, without needless noughts. */
  public static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
