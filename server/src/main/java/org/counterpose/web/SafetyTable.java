package org.counterpose.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.counterpose.document.Fields;
import org.counterpose.programme.Condition;
import org.counterpose.programme.Programme;
import org.counterpose.programme.SafetyRule;
import org.counterpose.words.Points;
import org.counterpose.words.Words;

/** The published safety table of a programme, readable and with its sources. */
public record SafetyTable(Programme programme, Words words) {

  public record Row(
      int row,
      String when,
      String outcome,
      String grade,
      String why,
      List<Programme.Source> sources) {}

  public List<Row> rows() {
    return programme.safety().stream().map(this::row).toList();
  }

  private Row row(SafetyRule rule) {
    String grade = Fields.dashed(rule.outcome());
    return new Row(
        rule.row(),
        told(rule.when()),
        programme.text("outcomes." + grade + ".title"),
        grade,
        programme.text("safety." + rule.id() + ".why"),
        rule.sources().stream()
            .map(id -> Optional.ofNullable(programme.sources().get(id)).orElseThrow())
            .toList());
  }

  public String approval() {
    return switch (programme.approval()) {
      case Programme.Approval.Draft draft -> words.say("safety.draft");
      case Programme.Approval.Approved approved ->
          words.say("safety.approved", approved.by(), approved.on().toString(), approved.version());
    };
  }

  private String told(Condition condition) {
    return switch (condition) {
      case Condition.Includes includes ->
          (includes.atLeast() > 1 ? words.say("safety.at-least", includes.atLeast()) + " " : "")
              + includes.values().stream()
                  .map(value -> programme.text("questions." + includes.question() + "." + value))
                  .collect(
                      Collectors.joining(
                          includes.atLeast() > 1 ? "; " : " " + words.say("safety.or") + " "));
      case Condition.IsEmpty empty -> question(empty.question()) + " " + words.say("form.none");
      case Condition.Is is ->
          question(is.question()) + " " + words.say(is.yes() ? "form.yes" : "form.no");
      case Condition.InRange range ->
          range.questions().stream().map(this::question).collect(Collectors.joining(" + "))
              + (range.from().isPresent()
                  ? " " + words.say("safety.from", Points.tenth(range.from().getAsDouble(), words))
                  : "")
              + (range.below().isPresent()
                  ? " "
                      + words.say("safety.below", Points.tenth(range.below().getAsDouble(), words))
                  : "");
      case Condition.All all -> joined(all.conditions(), "safety.and");
      case Condition.Any any -> joined(any.conditions(), "safety.or");
    };
  }

  private String joined(List<Condition> conditions, String word) {
    return conditions.stream()
        .map(this::told)
        .collect(Collectors.joining(" " + words.say(word) + " "));
  }

  private String question(String id) {
    return programme.text("questions." + id);
  }
}
