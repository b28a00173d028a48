package org.counterpose.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.counterpose.document.Fields;
import org.counterpose.plan.Directions;
import org.counterpose.plan.Findings;
import org.counterpose.programme.Programme;
import org.counterpose.verdict.FunctionChange;
import org.counterpose.verdict.GlobalRating;
import org.counterpose.verdict.Verdict;

/**
 * What was measured beside pain, as it is told to a person: a line each, by its own important size.
 *
 * @param disagree said where one measure got better and another worse
 */
public record BesidePain(List<Line> lines, Optional<String> disagree) {

  public BesidePain {
    lines = List.copyOf(lines);
  }

  /**
   * One measure.
   *
   * @param size the change that matters in it, and who says so
   */
  public record Line(String measure, String told, String size) {}

  public static BesidePain of(Findings findings, Programme programme, Words words) {
    List<Line> lines = new ArrayList<>();
    MeasuredInWords measured = new MeasuredInWords(programme, words);
    findings.otherMeasures().measured().forEach(change -> lines.add(measured.line(change)));
    findings.stiffness().ifPresent(judged -> lines.add(stiffness(judged.verdict(), words)));
    findings
        .otherMeasures()
        .function()
        .ifPresent(
            function ->
                lines.add(
                    new Line(
                        words.say("verdict.beside.activities"),
                        told(function, words),
                        words.say("verdict.activities.size"))));
    findings
        .otherMeasures()
        .globalRating()
        .ifPresent(
            rating ->
                lines.add(
                    new Line(
                        words.say("verdict.beside.own"),
                        told(rating, words),
                        words.say("verdict.own.size"))));
    return new BesidePain(lines, disagreement(findings.directions(), "verdict.disagree", words));
  }

  /** The sentence under a key where measures disagree. */
  public static Optional<String> disagreement(Directions directions, String key, Words words) {
    return directions.disagree()
        ? Optional.of(
            words.say(key, named(directions.better(), words), named(directions.worse(), words)))
        : Optional.empty();
  }

  private static String named(List<Directions.Measure> measures, Words words) {
    return measures.stream()
        .map(measure -> words.say("verdict.measure." + Fields.dashed(measure)))
        .collect(Collectors.joining(", "));
  }

  private static Line stiffness(Verdict verdict, Words words) {
    return new Line(
        words.say("verdict.beside.stiffness"),
        verdict
            .change()
            .map(
                change ->
                    words.say(
                        "verdict.beside.stiffness." + Fields.dashed(verdict.answer()),
                        Points.of(
                            Math.abs(Points.between(change.first(), change.last(), 1)), words),
                        Points.tenth(change.first(), words),
                        Points.tenth(change.last(), words),
                        Points.moved(change.high() < 0 ? change.high() : change.low(), words),
                        Points.moved(change.high() < 0 ? change.low() : change.high(), words)))
            .orElseGet(() -> words.say("verdict.beside.stiffness.nothing")),
        words.say("verdict.beside.stiffness.size", Points.of(verdict.important(), words)));
  }

  private static String told(FunctionChange function, Words words) {
    String key =
        function.change() == 0
            ? "verdict.activities.same"
            : function.change() > 0 ? "verdict.activities.easier" : "verdict.activities.harder";
    return words.say(
        key,
        Points.of(Math.abs(Points.between(function.first(), function.last(), 1)), words),
        Points.tenth(function.first(), words),
        Points.tenth(function.last(), words),
        size(function, words));
  }

  /** How large a change of the activities is. */
  public static String size(FunctionChange function, Words words) {
    return switch (function.size()) {
      case BELOW_SMALL -> words.say("verdict.activities.below-small");
      case SMALL -> words.say("verdict.activities.small");
      case MEDIUM -> words.say("verdict.activities.medium");
      case LARGE -> words.say("verdict.activities.large");
    };
  }

  private static String told(GlobalRating rating, Words words) {
    return words.say(
        "verdict.own." + Fields.dashed(rating.meaning()),
        Points.signed(rating.points(), words),
        rating.day());
  }
}
