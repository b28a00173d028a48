package org.counterpose.api;

import java.util.List;
import java.util.Map;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.document.Problem;
import org.counterpose.documents.Json;
import org.counterpose.guard.ErrorBody;
import org.counterpose.guard.Refusal;
import org.counterpose.words.Refused;
import org.counterpose.words.Words;

/**
 * A refusal as {@code application/problem+json} (RFC 9457), with every problem listed. Its title
 * and detail are for a person; what is wrong with a value is for who wrote the program that sent
 * it.
 */
final class ProblemDocument {

  private ProblemDocument() {}

  /** A refusal in which no single value is to blame. */
  static ErrorBody of(Refusal refusal, Words words) {
    return of(new Rejected(refusal, List.of(), Map.of()), words);
  }

  static ErrorBody of(Rejected rejected, Words words) {
    Refusal refusal = rejected.refusal();
    Nodes.Growing document =
        Nodes.object()
            .with("type", "about:blank")
            .with("title", Refused.title(words, refusal.status()))
            .with("status", refusal.status())
            .with("detail", words.say(refusal.why(), refusal.told().toArray()))
            .with(
                "problems",
                Nodes.list(rejected.problems().stream().map(ProblemDocument::problem).toList()));
    rejected.more().forEach(document::with);
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
