package org.counterpose.api;

import java.util.List;
import java.util.Map;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.document.Problem;
import org.counterpose.documents.Json;
import org.counterpose.guard.ErrorBody;
import org.counterpose.guard.Refusal;

/** A refusal as {@code application/problem+json} (RFC 9457), with every problem listed. */
public final class ProblemDocument {

  private ProblemDocument() {}

  /** A refusal in which no single value is to blame. */
  public static ErrorBody of(Refusal refusal) {
    return of(refusal, List.of(), Map.of());
  }

  static ErrorBody of(Refusal refusal, List<Problem> problems, Map<String, Node> more) {
    Nodes.Growing document =
        Nodes.object()
            .with("type", "about:blank")
            .with("title", refusal.title())
            .with("status", refusal.status())
            .with("detail", refusal.detail())
            .with("problems", Nodes.list(problems.stream().map(ProblemDocument::problem).toList()));
    more.forEach(document::with);
    return new ErrorBody("application/problem+json", Json.write(document.node()));
  }

  private static Node problem(Problem problem) {
    Nodes.Growing one = Nodes.object().with("path", problem.place().path());
    if (problem.place().line() > 0) {
      one.with("line", problem.place().line());
    }
    return one.with("message", problem.message()).node();
  }
}
