package org.counterpose.web;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Place;
import org.counterpose.document.Problem;
import org.counterpose.plan.DueMeasure;
import org.counterpose.programme.Measure;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.counterpose.words.MeasuredInWords;
import org.counterpose.words.Words;

/**
 * What somebody is to measure this week, as it was filled in and what was wrong.
 *
 * @param filledIn the fields of the form by name
 * @param problems each at the name of its field
 * @param refused whether it was sent, and something was wrong or all of it empty
 */
public record MeasuresForm(
    List<Asked> asked,
    Map<String, List<String>> filledIn,
    List<Problem> problems,
    boolean refused) {

  private static final Place FORM = new Place("form", 0, "");

  /**
   * A measure that is asked.
   *
   * @param how HTML
   * @param bounds what may be typed, in words
   */
  public record Asked(
      Measure measure, String title, String how, String bounds, String unit, List<Value> values) {

    public String from() {
      return MeasuredInWords.plain(measure.from());
    }

    public String to() {
      return MeasuredInWords.plain(measure.to());
    }

    public String step() {
      return MeasuredInWords.plain(measure.step());
    }
  }

  /** One number to type, with the name of its field. */
  public record Value(String field, String label, Optional<Side> side) {}

  static List<Asked> asked(
      Programme programme, List<DueMeasure> due, Words words, UnaryOperator<String> html) {
    MeasuredInWords told = new MeasuredInWords(programme, words);
    return due.stream()
        .flatMap(
            one ->
                programme.measure(one.measure()).stream()
                    .map(
                        measure ->
                            new Asked(
                                measure,
                                told.title(measure.id(), Optional.empty()),
                                html.apply("measures." + measure.id() + ".how"),
                                told.bounds(measure),
                                words.say("measured.unit." + Fields.dashed(measure.unit())),
                                values(measure, one.sides(), words))))
        .toList();
  }

  private static List<Value> values(Measure measure, List<Side> sides, Words words) {
    return sides.isEmpty()
        ? List.of(new Value(measure.id(), words.say("measures.number"), Optional.empty()))
        : sides.stream()
            .map(
                side ->
                    new Value(
                        measure.id() + "-" + Fields.dashed(side),
                        words.say("measures." + Fields.dashed(side)),
                        Optional.of(side)))
            .toList();
  }

  public String typed(Value value) {
    return filledIn.getOrDefault(value.field(), List.of()).stream().findFirst().orElse("").strip();
  }

  public boolean isWrong(Value value) {
    return problems.stream()
        .map(problem -> problem.place().path())
        .anyMatch(path -> path.equals(value.field()) || path.startsWith(value.field() + "."));
  }

  public boolean isEmpty() {
    return asked.stream().flatMap(one -> one.values().stream()).allMatch(v -> typed(v).isEmpty());
  }

  /** What was typed, as documents of entries; a number that was left out is none. */
  List<Node> entries(OffsetDateTime at, Supplier<UUID> ids) {
    List<Node> entries = new ArrayList<>();
    for (Asked one : asked) {
      one.values().stream()
          .filter(value -> !typed(value).isEmpty())
          .forEach(value -> entries.add(entry(one.measure(), value, at, ids.get())));
    }
    return entries;
  }

  private Node entry(Measure measure, Value value, OffsetDateTime at, UUID id) {
    Place place = FORM.field(value.field(), 0);
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("type", new Node.Text("measured", place));
    fields.put("id", new Node.Text(id.toString(), place));
    fields.put("at", new Node.Text(at.toString(), place));
    fields.put("measure", new Node.Text(measure.id(), place));
    fields.put("value", AnswersForm.number(typed(value), place));
    value.side().ifPresent(side -> fields.put("side", new Node.Text(Fields.dashed(side), place)));
    return new Node.Mapping(fields, place);
  }
}
