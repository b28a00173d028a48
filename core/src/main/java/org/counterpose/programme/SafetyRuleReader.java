package org.counterpose.programme;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.counterpose.document.Fields;
import org.counterpose.document.Nearest;
import org.counterpose.document.Shortened;

/** Reads the rows of the safety table. */
record SafetyRuleReader(PackIds ids, ConditionReader conditions) {

  Optional<SafetyRule> read(String id, Fields rule) {
    Optional<Integer> row = rule.whole("row", 1, 1000);
    Optional<Condition> when = rule.required("when").flatMap(conditions::read);
    Optional<Outcome> outcome = outcome(rule);
    ids.refuseEmpty(rule, "leaveOut");
    List<String> leaveOut =
        rule.any("leaveOut")
            .map(node -> ids.references(PackIds.Kind.STEP, rule, node))
            .orElse(List.of());
    if (outcome.orElse(null) == Outcome.ADAPTED && rule.any("leaveOut").isEmpty()) {
      rule.wrong("leaveOut", "an adapted programme must leave out at least one step");
    }
    List<String> sources = ids.sources(rule);
    return row.flatMap(
        number ->
            when.flatMap(
                condition ->
                    outcome.map(
                        result ->
                            new SafetyRule(id, number, condition, result, leaveOut, sources))));
  }

  /** An outcome is written as the clearance is: in capitals, so that it stands out in the table. */
  private static Optional<Outcome> outcome(Fields rule) {
    return rule.text("outcome")
        .flatMap(
            text -> {
              for (Outcome outcome : Outcome.values()) {
                if (outcome.name().equals(text)) {
                  return Optional.of(outcome);
                }
              }
              List<String> known = Arrays.stream(Outcome.values()).map(Outcome::name).toList();
              rule.wrong(
                  "outcome",
                  "must be one of "
                      + String.join(", ", known.reversed())
                      + ", got '"
                      + Shortened.of(text)
                      + "'"
                      + Nearest.hint(text, known));
              return Optional.empty();
            });
  }
}
