package org.counterpose.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.counterpose.coach.Coach;
import org.counterpose.coach.DeskCoach;
import org.counterpose.coach.Event;
import org.counterpose.coach.NeedleCoach;
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
      "Steps: thread-the-needle, seen from the side; desk, sitting and seen from the side."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CoachCommand implements Callable<Integer> {

  /** Minutes that one position may be kept: the middle of the 20 to 60 that people choose from. */
  private static final double STILL_MINUTES = 40;

  private static final Map<String, Supplier<Coach>> COACHES =
      Map.of(
          "thread-the-needle",
          () -> new NeedleCoach(2),
          "desk",
          () -> new DeskCoach(Optional.empty(), STILL_MINUTES));

  @Parameters(paramLabel = "TRACE.json", description = "The trace.")
  private Path trace;

  @Option(names = "--step", required = true, paramLabel = "STEP", description = "What is done.")
  private String step;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Supplier<Coach> coaches = COACHES.get(step);
    if (coaches == null) {
      throw new WrongUse(
          "There is no coach for '" + step + "'; there are thread-the-needle and desk.");
    }
    CommandLine line = spec.commandLine();
    Problems problems = new Problems();
    Optional<Trace> read = read(problems);
    if (read.isEmpty()) {
      PrintWriter wrong = line.getErr();
      problems.list().forEach(wrong::println);
      wrong.flush();
      return 1;
    }
    Coach coach = coaches.get();
    PrintWriter out = line.getOut();
    for (Frame frame : read.get().frames()) {
      coach.see(frame).forEach(event -> out.println(json ? asJson(event) : asText(event)));
    }
    out.flush();
    return 0;
  }

  private Optional<Trace> read(Problems problems) {
    return GivenFile.read(trace, problems)
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
