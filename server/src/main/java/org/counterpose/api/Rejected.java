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

  private Rejected(Refusal refusal, List<Problem> problems, Map<String, Node> more) {
    super(refusal.detail(), null, false, false);
    this.refusal = refusal;
    this.problems = List.copyOf(problems);
    this.more = more;
  }

  /** What was sent cannot be read at all. */
  static Rejected unreadable(Problems problems) {
    return of(400, "The body is not the JSON it should be; nothing was kept.", problems);
  }

  /** What was sent can be read, and is wrong. */
  static Rejected wrong(Problems problems) {
    return of(422, "Something in it is wrong; nothing was kept.", problems);
  }

  /** One value of the query, the headers or the body is wrong. */
  static Rejected wrong(String path, String message) {
    Problems problems = new Problems();
    problems.add(new Place("", 0, path), message);
    return wrong(problems);
  }

  static Rejected notThere(String detail) {
    return new Rejected(Refusal.of(404, detail), List.of(), Map.of());
  }

  /** The journey is not there, or not for whoever holds this key: nobody learns which. */
  static Rejected noJourney() {
    return notThere("There is no such journey, or this is not its key.");
  }

  static Rejected notNow(String detail, Map<String, Node> more) {
    return new Rejected(Refusal.of(409, detail), List.of(), more);
  }

  static Rejected notJson() {
    return new Rejected(
        Refusal.of(415, "The body must be sent as application/json."), List.of(), Map.of());
  }

  private static Rejected of(int status, String detail, Problems problems) {
    return new Rejected(Refusal.of(status, detail), problems.list(), Map.of());
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
