package org.counterpose.booking;

import java.util.LinkedHashMap;
import java.util.Map;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.plan.Findings;
import org.counterpose.verdict.Ratings;
import org.counterpose.verdict.Verdict;
import org.counterpose.verdict.VerdictDocument;

/**
 * What goes along with an appointment of a person's trial, if they want it to: how far it is, the
 * verdict, the ratings by day, and how much of the plan was done on the days that are over. No
 * answer of the check is in it.
 */
public record TrialSummary(
    String programme, int day, Verdict verdict, Ratings ratings, Findings.Done done) {

  public Node.Mapping write() {
    Map<String, Node> byDay = new LinkedHashMap<>();
    ratings
        .byDay()
        .forEach((day, rating) -> byDay.put(Integer.toString(day), Nodes.number(rating)));
    Map<String, Node> byStep = new LinkedHashMap<>();
    done.adherence().byStep().forEach((step, share) -> byStep.put(step, share(share)));
    return Nodes.object()
        .with("programme", programme)
        .with("day", day)
        .with("verdict", VerdictDocument.write(verdict, done.share()))
        .with("ratings", Nodes.object(byDay))
        .with("planDone", planDone())
        .with("planDoneByStep", Nodes.object(byStep))
        .node();
  }

  private Node planDone() {
    return done.share().isPresent() ? share(done.share().getAsDouble()) : Nodes.nothing();
  }

  private static Node share(double share) {
    return Nodes.number(Math.round(share * 100) / 100.0);
  }
}
