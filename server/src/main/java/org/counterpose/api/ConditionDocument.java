package org.counterpose.api;

import java.util.Optional;
import java.util.OptionalDouble;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.programme.Condition;

/** What must hold of the answers before a question for it to be asked, as the API writes it. */
final class ConditionDocument {

  private ConditionDocument() {}

  static Node.Mapping write(Condition condition) {
    return switch (condition) {
      case Condition.Includes includes ->
          Nodes.object()
              .with("question", includes.question())
              .with("anyOf", Nodes.texts(includes.values()))
              .withIfAny(
                  "atLeast",
                  Optional.of(includes.atLeast()).filter(least -> least > 1).map(Nodes::number))
              .node();
      case Condition.IsEmpty empty ->
          Nodes.object().with("question", empty.question()).with("empty", true).node();
      case Condition.Is is ->
          Nodes.object().with("question", is.question()).with("is", is.yes()).node();
      case Condition.InRange range ->
          Nodes.object()
              .with("sum", Nodes.texts(range.questions()))
              .withIfAny("from", bound(range.from()))
              .withIfAny("below", bound(range.below()))
              .node();
      case Condition.All all ->
          Nodes.object()
              .with(
                  "all",
                  Nodes.list(all.conditions().stream().map(ConditionDocument::write).toList()))
              .node();
      case Condition.Any any ->
          Nodes.object()
              .with(
                  "any",
                  Nodes.list(any.conditions().stream().map(ConditionDocument::write).toList()))
              .node();
    };
  }

  private static Optional<Node> bound(OptionalDouble value) {
    return value.isPresent() ? Optional.of(Nodes.number(value.getAsDouble())) : Optional.empty();
  }
}
