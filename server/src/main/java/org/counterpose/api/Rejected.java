package org.counterpose.api;

import java.util.List;
import java.util.Map;
import org.counterpose.document.Node;
import org.counterpose.document.Place;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.counterpose.guard.Refusal;

/** A call that ends in a problem document. Carries no stack trace: it is an answer, not a fault. */
final class Rejected extends RuntimeException {

  private final transient Refusal refusal;
  private final transient List<Problem> problems;
  private final transient Map<String, Node> more;

  Rejected(Refusal refusal, List<Problem> problems, Map<String, Node> more) {
    super(refusal.why(), null, false, false);
    this.refusal = refusal;
    this.problems = List.copyOf(problems);
    this.more = more;
  }

  /** What was sent cannot be read at all. */
  static Rejected unreadable(Problems problems) {
    return of(400, "refused.why.not-json", problems);
  }

  /** What was sent can be read, and is wrong. */
  static Rejected wrong(Problems problems) {
    return of(422, "refused.why.wrong", problems);
  }

  /** One value of the query, the headers or the body is wrong. */
  static Rejected wrong(String path, String message) {
    Problems problems = new Problems();
    problems.add(new Place("", 0, path), message);
    return wrong(problems);
  }

  static Rejected notThere(String why) {
    return new Rejected(Refusal.of(404, why), List.of(), Map.of());
  }

  /** The journey is not there, or not for whoever holds this key: nobody learns which. */
  static Rejected noJourney() {
    return notThere("refused.why.journey");
  }

  static Rejected notNow(String why, Map<String, Node> more, Object... told) {
    return new Rejected(Refusal.of(409, why, told), List.of(), more);
  }

  static Rejected notJson() {
    return new Rejected(Refusal.of(415, "refused.why.sent-as-json"), List.of(), Map.of());
  }

  private static Rejected of(int status, String why, Problems problems) {
    return new Rejected(Refusal.of(status, why), problems.list(), Map.of());
  }

  Refusal refusal() {
    return refusal;
  }

  List<Problem> problems() {
    return problems;
  }

  /** Further members of the problem document. */
  Map<String, Node> more() {
    return more;
  }
}
