package org.counterpose.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.counterpose.coach.Coach;
import org.counterpose.coach.Coaches;
import org.counterpose.coach.Event;
import org.counterpose.coach.Side;
import org.counterpose.document.Nodes;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.counterpose.documents.Json;
import org.counterpose.pose.Frame;
import org.counterpose.traces.Trace;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a recorded trace of landmarks to the coach, and tells what it saw. */
@Command(
    name = "coach",
    description = {
      "Shows a recorded trace of body landmarks to the coach; a line for each thing that it saw.",
      "Steps: thread-the-needle and rolled-towel, seen from the side by a camera on the floor;",
      "desk, sitting and seen from the side or from the front."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CoachCommand implements Callable<Integer> {

  /**
   * The steps that a trace may show, each with what is asked of it: two holds a side and five
   * minutes on the towel as in the first week, and 40 minutes in one position, the middle of the 20
   * to 60 that people choose from.
   */
  private static final Map<String, Double> ASKED =
      new TreeMap<>(Map.of("thread-the-needle", 2.0, "rolled-towel", 300.0, "desk", 40.0));

  /**
   * About seven minutes at 15 frames a second, or almost two hours at one: what is read with its
   * lines takes some twenty times as much memory, of which a command has 256 MB.
   */
  private static final long MOST_BYTES = 7L << 20;

  @Parameters(paramLabel = "TRACE.json", description = "The trace.")
  private Path trace;

  @Option(names = "--step", required = true, paramLabel = "STEP", description = "What is done.")
  private String step;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Double asked = ASKED.get(step);
    if (asked == null) {
      throw new WrongUse(
          "There is no coach for '"
              + step
              + "'; there are "
              + String.join(", ", ASKED.keySet())
              + ".");
    }
    CommandLine line = spec.commandLine();
    PrintWriter wrong = line.getErr();
    Problems problems = new Problems();
    Optional<Trace> read = read(problems);
    if (read.isEmpty()) {
      problems.list().forEach(wrong::println);
      wrong.flush();
      return 1;
    }
    read.get()
        .step()
        .filter(shown -> !shown.equals(step))
        .ifPresent(
            shown ->
                wrong.println(
                    "Note: this trace says that it shows "
                        + shown
                        + "; it is watched for "
                        + step
                        + "."));
    wrong.flush();
    Coach coach = Coaches.of(step, asked).orElseThrow();
    PrintWriter out = line.getOut();
    int told = 0;
    for (Frame frame : read.get().frames()) {
      for (Event event : coach.see(frame)) {
        out.println(json ? asJson(event) : asText(event));
        told++;
      }
    }
    out.flush();
    if (told == 0) {
      wrong.println("The coach had nothing to tell of this trace.");
      wrong.flush();
    }
    return 0;
  }

  private Optional<Trace> read(Problems problems) {
    return GivenFile.read(trace, MOST_BYTES, problems)
        .flatMap(bytes -> Documents.json(trace.toString(), bytes, problems))
        .flatMap(node -> Trace.read(node, problems));
  }

  private static String asJson(Event event) {
    return Json.write(
        Nodes.object()
            .with("t", (int) Math.round(event.millis()))
            .with("event", event.kind().named())
            .withIfAny("side", event.side().map(Side::named).map(Nodes::text))
            .node());
  }

  private static String asText(Event event) {
    String side = event.side().map(Side::named).map(named -> " " + named).orElse("");
    return String.format(
        Locale.ROOT, "%7.1f s  %s%s", event.millis() / 1000, event.kind().named(), side);
  }
}
