package org.counterpose.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.counterpose.document.Nodes;
import org.counterpose.documents.Json;

/** The beginning of the service worker: which build it is of, and the files that it brings. */
final class WorkerScript {

  /** Comes only once somebody has turned it on. */
  private static final Set<String> COACH = Set.of("js/coach.js", "js/pose-worker.js");

  /** Staff have no use for a worker, and the browser keeps the worker's own parts itself. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "js/booking.js", // joined
          "js/forms.js", // joined
          "js/calendar.js",
          "js/passkey.js",
          "js/preview.js",
          "js/keeping.js",
          "js/worker.js");

  private WorkerScript() {}

  static String of(Assets assets) {
    String build =
        Json.write(
            Nodes.object()
                .with("version", assets.version())
                .with("files", Nodes.texts(files(assets)))
                .with("coach", Nodes.texts(COACH.stream().sorted().map(assets::href).toList()))
                .node());
    return "self.build = "
        + build
        + ";\n"
        + Stream.of("js/waiting.js", "js/notices.js", "js/keeping.js", "js/worker.js")
            .map(file -> "importScripts(\"" + assets.href(file) + "\");\n")
            .reduce("", String::concat);
  }

  private static List<String> files(Assets assets) {
    return assets.paths().stream()
        .filter(file -> file.matches("css/pages[.]css|js/.*|fonts/.*[.]woff2|icon[.]svg"))
        .filter(file -> !LEFT_OUT.contains(file) && !COACH.contains(file))
        .map(assets::href)
        .toList();
  }
}
