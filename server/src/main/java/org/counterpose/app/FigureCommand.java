package org.counterpose.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.counterpose.document.Problems;
import org.counterpose.figure.Drawing;
import org.counterpose.figure.Figure;
import org.counterpose.library.Library;
import org.counterpose.library.Pack;
import org.counterpose.library.PackFolder;
import org.counterpose.programme.Programme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a picture of a step. */
@Command(
    name = "figure",
    description = {
      "Draws a step, or one figure of a pack, as SVG on standard output.",
      "A step is drawn at a moment of its whole movement; without a moment, its main figure is."
    })
final class FigureCommand implements Callable<Integer> {

  @Parameters(paramLabel = "STEP", description = "Id of a step, or the name of a figure.")
  private String step = "";

  @Option(
      names = "--moment",
      paramLabel = "0..1",
      description = "Where in the movement: 0 is its beginning, 1 its end.")
  private @Nullable Double moment;

  @Option(names = "--animated", description = "The movement there and back, once.")
  private boolean animated;

  @Option(
      names = "--sequence",
      paramLabel = "2..8",
      description = "So many moments side by side, for print: of a step with sides, each side.")
  private @Nullable Integer sequence;

  @Option(
      names = "--programme",
      paramLabel = "DIR",
      description = "The folder of the pack; without it, the packs of this product are looked at.")
  private @Nullable Path folder;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    refuseWrongUse();
    Problems problems = new Problems();
    List<Programme> programmes = programmes(problems);
    Optional<DrawnStep> drawn = programmes.isEmpty() ? unfinished() : found(programmes);
    if (drawn.isEmpty()) {
      PrintWriter wrong = line.getErr();
      problems.list().forEach(wrong::println);
      wrong.flush();
      return 1;
    }
    if ((animated || sequence != null) && drawn.get().whole().movement().poses().size() == 1) {
      line.getErr().println("This figure is one posture; nothing in it moves.");
      line.getErr().flush();
    }
    PrintWriter out = line.getOut();
    out.println(picture(drawn.get()));
    out.flush();
    return 0;
  }

  /** A figure of a pack that has problems elsewhere: whoever writes one looks at it early. */
  private Optional<DrawnStep> unfinished() {
    if (folder == null) {
      return Optional.empty();
    }
    Problems ofFigures = new Problems();
    Figure figure = PackFolder.figures(folder, ofFigures).get(step);
    return ofFigures.isEmpty()
        ? Optional.ofNullable(figure).map(DrawnStep::alone)
        : Optional.empty();
  }

  private void refuseWrongUse() {
    if (moment != null && !(moment >= 0 && moment <= 1)) {
      throw new WrongUse("--moment is a number from 0 to 1, got " + moment + ".");
    }
    if (sequence != null && !(sequence >= 2 && sequence <= 8)) {
      throw new WrongUse("--sequence is a number from 2 to 8, got " + sequence + ".");
    }
    long ways = (moment == null ? 0 : 1) + (animated ? 1 : 0) + (sequence == null ? 0 : 1);
    if (ways > 1) {
      throw new WrongUse("--moment, --animated and --sequence exclude each other.");
    }
  }

  private String picture(DrawnStep drawn) {
    if (sequence != null) {
      return Drawing.sequence(drawn.sequence(sequence));
    }
    if (animated) {
      return Drawing.animated(drawn.whole());
    }
    return moment == null ? Drawing.still(drawn.main(), 1) : Drawing.still(drawn.whole(), moment);
  }

  private List<Programme> programmes(Problems problems) {
    if (folder != null) {
      return PackFolder.read(folder, problems).map(Pack::programme).stream().toList();
    }
    Path packs = Configuration.homeFolder().resolve(ClinicSettings.PROGRAMMES);
    return Library.load(packs, problems).map(Library::programmes).orElse(List.of());
  }

  /** A step goes before a figure of its name: it has more to show. */
  private Optional<DrawnStep> found(List<Programme> programmes) {
    Set<String> known = new LinkedHashSet<>();
    for (Programme programme : programmes) {
      Optional<DrawnStep> drawn =
          programme
              .step(step)
              .flatMap(found -> DrawnStep.of(programme, found))
              .or(() -> Optional.ofNullable(programme.figures().get(step)).map(DrawnStep::alone));
      if (drawn.isPresent()) {
        return drawn;
      }
      programme.steps().forEach(one -> known.add(one.id()));
      known.addAll(programme.figures().keySet());
    }
    throw new WrongUse(
        "There is no drawn step or figure '"
            + step
            + "'; there are "
            + String.join(", ", known)
            + ".");
  }
}
