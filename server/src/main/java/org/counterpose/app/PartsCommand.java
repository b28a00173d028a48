package org.counterpose.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.document.Problems;
import org.counterpose.documents.Json;
import org.counterpose.journeys.PooledComparisons;
import org.counterpose.library.Library;
import org.counterpose.library.Shelves;
import org.counterpose.people.Consent;
import org.counterpose.people.Consents;
import org.counterpose.store.Database;
import org.counterpose.verdict.PartEffect;
import org.counterpose.verdict.PooledEffect;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Pools the comparisons of days with and without a step. */
@Command(
    name = "parts",
    description = {
      "Tells by step how much more pain there was on days that chance drew to be without it, over"
          + " all people who let the clinic pool their comparison, also while it is served.",
      "A step that fewer than 5 people compared, with 4 rated days on either side, is not told."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class PartsCommand implements Callable<Integer> {

  @Mixin private DataFolder data = new DataFolder();

  @Option(names = "--json", description = "One JSON object a step.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    tell(Configuration.homeFolder(), data.folder(), json, line);
    return 0;
  }

  /** Writes a line a step, in the order of their names. */
  static void tell(Path home, Path data, boolean json, CommandLine line) {
    Problems problems = new Problems();
    Library library =
        Library.load(
                Shelves.all(
                    home.resolve(ClinicSettings.PROGRAMMES),
                    data.resolve(ClinicSettings.PROGRAMMES)),
                problems)
            .orElseThrow(() -> new BadPack(problems));
    SortedMap<String, List<PartEffect>> byStep;
    try (Database database = Database.beside(data)) {
      Consents consents = new Consents(database);
      byStep =
          PooledComparisons.byStep(
              database,
              library,
              InstantSource.system().instant(),
              trial -> consents.tookBack(trial, Consent.RESEARCH_POOL));
    }
    PrintWriter out = line.getOut();
    byStep.values().removeIf(people -> people.size() < PooledEffect.LEAST_PEOPLE);
    byStep.entrySet().stream()
        .map(step -> json ? asJson(step) : asText(step))
        .forEach(out::println);
    out.flush();
    if (byStep.isEmpty()) {
      PrintWriter words = line.getErr();
      words.println("No step was compared by 5 people or more who let it be pooled.");
      words.flush();
    }
  }

  private static String asText(Map.Entry<String, List<PartEffect>> step) {
    PooledEffect pooled = PooledEffect.of(step.getValue());
    return String.format(
        Locale.ROOT,
        "%s: %d people, %d rated days without it; pain on those days %+.2f points, likely between"
            + " %+.2f and %+.2f (%s); people differ by %.2f",
        step.getKey(),
        pooled.people(),
        pooled.daysWithout(),
        pooled.estimate(),
        pooled.low(),
        pooled.high(),
        Fields.dashed(pooled.answer()),
        pooled.between());
  }

  private static String asJson(Map.Entry<String, List<PartEffect>> step) {
    String[] names = step.getKey().split(" ", 2);
    Nodes.Growing document = Nodes.object().with("programme", names[0]).with("step", names[1]);
    PooledEffect pooled = PooledEffect.of(step.getValue());
    return Json.write(
        document
            .with("answer", pooled.answer())
            .with("people", pooled.people())
            .with("daysWithout", pooled.daysWithout())
            .with("estimate", hundredths(pooled.estimate()))
            .with("low", hundredths(pooled.low()))
            .with("high", hundredths(pooled.high()))
            .with("between", hundredths(pooled.between()))
            .node());
  }

  private static Node hundredths(double value) {
    return Nodes.number(Math.round(value * 100) / 100.0);
  }
}
