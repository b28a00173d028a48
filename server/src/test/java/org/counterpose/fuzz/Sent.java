package org.counterpose.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.counterpose.documents.Json;
import org.counterpose.library.ShippedPack;
import org.counterpose.programme.Programme;

/** JSON as it comes in a request. */
final class Sent {

  /** The programmes that it may be about. */
  static final List<Programme> PROGRAMMES =
      Stream.of("mid-back", "ankles").map(ShippedPack::programme).toList();

  private Sent() {}

  /** What the body holds; the same again when it is written and read. */
  static Optional<Node> body(byte[] input) {
    Problems problems = new Problems();
    Optional<Node> body = Documents.json("", input, problems);
    Must.beReadOrTold(body.isPresent(), problems);
    body.ifPresent(
        node ->
            Must.hold(
                Json.write(again(node)).equals(Json.write(node)),
                () -> "is another when it is written and read again: " + Json.write(node)));
    return body;
  }

  /** What is written, read again. */
  static Node again(Node node) {
    Problems problems = new Problems();
    byte[] written = Json.write(node).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return Documents.json("again", written, problems)
        .orElseThrow(() -> new AssertionError("cannot be read again: " + problems.list()));
  }
}
