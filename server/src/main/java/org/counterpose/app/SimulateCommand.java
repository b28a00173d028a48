package org.counterpose.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.documents.Json;
import org.counterpose.simulation.Characteristics;
import org.counterpose.simulation.OtherRule;
import org.counterpose.simulation.Scenario;
import org.counterpose.simulation.Trials;
import org.counterpose.verdict.Verdict;
import org.counterpose.verdict.Verdict.Answer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the trials of made-up people and tells how often each verdict is given. */
@Command(
    name = "simulate",
    description = {
      "Runs trials of made-up people whose truth is known, and prints how often each verdict is"
          + " given. The same numbers give the same output.",
      "Each starts at a level from 3 to 8; docs/method.md tells how they are drawn."
    })
final class SimulateCommand implements Callable<Integer> {

  private static final int MOST_PEOPLE = 10_000_000;
  private static final double MOST_POINTS = 10;

  /** From the first to the last seven days lie 21 days, from the first to the last day 27. */
  private static final double BETWEEN_WEEKS = 21.0 / 27;

  /** Between these two lines of a document stands what is measured. */
  private static final String BEGIN = "<!-- measured: begin -->";

  private static final String END = "<!-- measured: end -->";

  @Option(
      names = "--people",
      paramLabel = "N",
      description = "How many people, 1 to 10,000,000; ${DEFAULT-VALUE} if not given.")
  private int people = 10_000;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Where chance begins: any whole number; ${DEFAULT-VALUE} if not given.")
  private long seed = 20261126;

  @Option(
      names = "--drift",
      paramLabel = "D",
      description =
          "How pain moves by itself in four weeks, in points, -10 to 10: -1.2 falls by 1.2.")
  private double drift;

  @Option(
      names = "--effect",
      paramLabel = "E",
      description = "How much relief comes on top in four weeks, in points, -10 to 10.")
  private double effect;

  @Option(
      names = "--flare",
      description = "Everybody comes on a day at least 1 point above their own mean.")
  private boolean flare;

  @Option(names = "--json", description = "One JSON object; shares are 0 to 1.")
  private boolean json;

  @Option(
      names = "--method",
      paramLabel = "FILE.md",
      description =
          "Instead measures the whole table of docs/method.md anew, N people a row, and writes it"
              + " and its plots into the file and the folder method beside it; exit 1 where a row"
              + " misses what it must hold.")
  private @Nullable Path method;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    refuseWrongUse();
    if (method != null) {
      return measure(method, line);
    }
    Scenario.Relief relief = Scenario.Relief.points((effect - drift) * BETWEEN_WEEKS);
    Scenario scenario =
        Scenario.of("as asked", relief)
            .coming(flare ? Scenario.Entry.FLARE : Scenario.Entry.ORDINARY);
    Trials trials = run(scenario, line);
    PrintWriter out = line.getOut();
    out.println(json ? asJson(trials) : asText(trials));
    out.flush();
    return 0;
  }

  private Trials run(Scenario scenario, CommandLine line) {
    try (ProgressBar bar = ProgressBar.of(line.getErr())) {
      return Trials.run(scenario, people, seed, bar::at);
    }
  }

  private void refuseWrongUse() {
    if (people < 1 || people > MOST_PEOPLE) {
      throw new WrongUse("--people is a number from 1 to 10000000, got " + people + ".");
    }
    if (!(Math.abs(drift) <= MOST_POINTS)) {
      throw new WrongUse("--drift is a number from -10 to 10, got " + drift + ".");
    }
    if (!(Math.abs(effect) <= MOST_POINTS)) {
      throw new WrongUse("--effect is a number from -10 to 10, got " + effect + ".");
    }
    if (method != null && (json || flare || drift != 0 || effect != 0)) {
      throw new WrongUse("--method goes with --people and --seed and with nothing else.");
    }
  }

  private String asJson(Trials trials) {
    Nodes.Growing better = Nodes.object().with("thisModel", share(trials.onDay28(Answer.BETTER)));
    for (OtherRule rule : OtherRule.values()) {
      better.with(Fields.dashed(rule), share(trials.better(rule)));
    }
    return Json.write(
        Nodes.object()
            .with("people", people)
            .with("seed", Nodes.number(seed))
            .with("drift", Nodes.number(drift))
            .with("effect", Nodes.number(effect))
            .with("flare", flare)
            .with("trueChange", share(trials.trueChange()))
            .with("verdicts", answers(trials::kept))
            .with("onDay21", answers(trials::onDay21))
            .with("onDay28", answers(trials::onDay28))
            .with("coverage", share(trials.coverage()))
            .with("bias", share(trials.bias()))
            .with("width", share(trials.width()))
            .with("calledBetterOnDay28", better.node())
            .with("model", Verdict.MODEL)
            .node());
  }

  private static Node.Mapping answers(ToDoubleFunction<Answer> shares) {
    Nodes.Growing answers = Nodes.object();
    for (Answer answer : Answer.values()) {
      answers.with(answer.name(), share(shares.applyAsDouble(answer)));
    }
    return answers.node();
  }

  private static Node share(double value) {
    return Nodes.number(Math.round(value * 10_000) / 10_000.0);
  }

  private String asText(Trials trials) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d people, seed %d, %s; true relief from the first to the last week %.2f points"
                + " on average.",
            people,
            seed,
            flare ? "all coming on a flare" : "coming on an ordinary day",
            trials.trueChange()));
    lines.add("");
    lines.add("Of 100 people       left with   on day 21   on day 28");
    for (Answer answer : Answer.values()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-18s %10.2f  %10.2f  %10.2f",
              answer,
              100 * trials.kept(answer),
              100 * trials.onDay21(answer),
              100 * trials.onDay28(answer)));
    }
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "On day 28 the 90 %% interval holds the truth for %.1f of 100; it is %.2f points wide,"
                + " and the estimate is off by %+.2f on average.",
            100 * trials.coverage(),
            trials.width(),
            trials.bias()));
    lines.add("Called better on day 28 by what others do, of 100:");
    for (OtherRule rule : OtherRule.values()) {
      lines.add(
          String.format(
              Locale.ROOT, "%-26s %6.2f", Fields.dashed(rule), 100 * trials.better(rule)));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private int measure(Path document, CommandLine line) {
    String text = text(document);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new WrongUse(
          document + " must hold the lines " + BEGIN + " and " + END + ", in that order.");
    }
    Characteristics measured;
    try (ProgressBar bar = ProgressBar.of(line.getErr())) {
      measured = Characteristics.measure(people, seed, bar::at);
    }
    write(
        document,
        text.substring(0, begin + BEGIN.length())
            + "\n\n"
            + measured.tables()
            + "\n"
            + text.substring(end));
    Path folder = document.resolveSibling("method");
    for (Map.Entry<String, String> plot : measured.plots().entrySet()) {
      write(folder.resolve(plot.getKey()), plot.getValue());
    }
    PrintWriter out = line.getOut();
    out.println(measured.tables());
    out.flush();
    PrintWriter words = line.getErr();
    words.println("Written into " + document + " and " + folder + ".");
    if (!measured.allHold()) {
      words.println(
          "Some rows miss what they must hold; with much fewer than 10,000 people chance does that.");
    }
    words.flush();
    return measured.allHold() ? 0 : 1;
  }

  private static String text(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException e) {
      throw new WrongUse(document + " cannot be read.");
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
