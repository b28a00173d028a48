package org.counterpose.web;

import java.util.List;
import java.util.Optional;
import org.counterpose.document.Fields;
import org.counterpose.programme.Programme;
import org.counterpose.programme.SafetyRule;
import org.counterpose.words.ConditionInWords;
import org.counterpose.words.Words;

/** The published safety table of a programme, readable and with its sources. */
public record SafetyTable(Programme programme, Words words) {

  public record Row(
      int row,
      ConditionInWords.Line when,
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
        ConditionInWords.of(rule.when(), programme, words),
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
}
