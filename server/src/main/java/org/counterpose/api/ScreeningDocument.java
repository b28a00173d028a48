package org.counterpose.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.programme.Programme;
import org.counterpose.programme.SafetyRule;
import org.counterpose.screening.Screened;

/** What the screen found, as the API writes it. */
final class ScreeningDocument {

  private ScreeningDocument() {}

  static Node.Mapping write(Programme programme, Screened screened) {
    return Nodes.object()
        .with("fit", screened.fit())
        .with("unfit", unfit(programme, screened))
        .with("clearance", Nodes.text(screened.clearance().name()))
        .with("reasons", reasons(programme, screened))
        .with("leftOut", Nodes.texts(screened.leftOut()))
        .with("explanation", explanation(programme, screened))
        .node();
  }

  /** A reason for each answer behind each rule that holds, gravest first. */
  static Node reasons(Programme programme, Screened screened) {
    List<Node> reasons = new ArrayList<>();
    for (Screened.Reason reason : screened.reasons()) {
      for (Screened.Because because : reason.because()) {
        reasons.add(
            Nodes.object()
                .with("question", because.question())
                .with("answer", String.join(", ", because.values()))
                .with("advice", programme.text("safety." + reason.rule() + ".advice"))
                .with("source", source(programme, reason.rule()))
                .with("rule", reason.rule())
                .with("outcome", Nodes.text(reason.outcome().name()))
                .node());
      }
    }
    return Nodes.list(reasons);
  }

  private static String source(Programme programme, String rule) {
    return programme.safety().stream()
        .filter(row -> row.id().equals(rule))
        .map(SafetyRule::sources)
        .flatMap(List::stream)
        .map(
            id -> {
              Programme.Source source = programme.sources().get(id);
              return source == null ? id : source.title();
            })
        .collect(Collectors.joining("; "));
  }

  private static Node unfit(Programme programme, Screened screened) {
    return Nodes.list(
        screened.unfit().stream()
            .map(
                id ->
                    Nodes.object().with("id", id).with("text", programme.text("fit." + id)).node())
            .toList());
  }

  private static Node explanation(Programme programme, Screened screened) {
    return Nodes.list(
        screened.explanation().stream()
            .map(
                id ->
                    Nodes.object()
                        .with("id", id)
                        .withIfAny(
                            "title",
                            programme.textIfAny("explanation." + id + ".title").map(Nodes::text))
                        .with("text", programme.text("explanation." + id))
                        .node())
            .toList());
  }
}
