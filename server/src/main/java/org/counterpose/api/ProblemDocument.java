package org.counterpose.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.counterpose.document.Problem;
import org.counterpose.guard.ErrorBody;
import org.counterpose.guard.Refusal;

/** A refusal as {@code application/problem+json} (RFC 9457), with every problem listed. */
public final class ProblemDocument {

  static final String CONTENT_TYPE = "application/problem+json";

  private ProblemDocument() {}

  /** A refusal in which no single value is to blame. */
  public static ErrorBody of(Refusal refusal) {
    return of(refusal, List.of());
  }

  static ErrorBody of(Refusal refusal, List<Problem> problems) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("type", "about:blank");
    document.put("title", refusal.title());
    document.put("status", refusal.status());
    document.put("detail", refusal.detail());
    ArrayNode listed = document.putArray("problems");
    for (Problem problem : problems) {
      ObjectNode one = listed.addObject();
      one.put("path", problem.place().path());
      if (problem.place().line() > 0) {
        one.put("line", problem.place().line());
      }
      one.put("message", problem.message());
    }
    return new ErrorBody(CONTENT_TYPE, document.toString());
  }
}
