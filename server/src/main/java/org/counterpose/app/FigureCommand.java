package org.counterpose.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.counterpose.body.Movement;
import org.counterpose.body.Pose;
import org.counterpose.document.Problems;
import org.counterpose.figure.Drawing;
import org.counterpose.figure.Figure;
import org.counterpose.library.Library;
import org.counterpose.library.Pack;
import org.counterpose.library.PackFolder;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;
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
      description = "So many moments side by side, for print.")
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
    Optional<Figure> figure = programmes.isEmpty() ? unfinished() : found(programmes);
    if (figure.isEmpty()) {
      PrintWriter wrong = line.getErr();
      problems.list().forEach(wrong::println);
      wrong.flush();
      return 1;
    }
    if ((animated || sequence != null) && figure.get().movement().poses().size() == 1) {
      line.getErr().println("This figure is one posture; nothing in it moves.");
      line.getErr().flush();
    }
    PrintWriter out = line.getOut();
    out.println(drawn(figure.get()));
    out.flush();
    return 0;
  }

  /** A figure of a pack that has problems elsewhere: whoever writes one looks at it early. */
  private Optional<Figure> unfinished() {
    if (folder == null) {
      return Optional.empty();
    }
    Problems ofFigures = new Problems();
    Figure figure = PackFolder.figures(folder, ofFigures).get(step);
    return ofFigures.isEmpty() ? Optional.ofNullable(figure) : Optional.empty();
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

  private String drawn(Figure figure) {
    if (animated) {
      return Drawing.animated(figure);
    }
    return sequence != null
        ? Drawing.sequence(figure, sequence)
        : Drawing.still(figure, moment == null ? 1 : moment);
  }

  private List<Programme> programmes(Problems problems) {
    if (folder != null) {
      return PackFolder.read(folder, problems).map(Pack::programme).stream().toList();
    }
    Path packs = Configuration.homeFolder().resolve(ClinicSettings.PROGRAMMES);
    return Library.load(packs, problems).map(Library::programmes).orElse(List.of());
  }

  private Optional<Figure> found(List<Programme> programmes) {
    Set<String> known = new LinkedHashSet<>();
    for (Programme programme : programmes) {
      Optional<Figure> figure =
          Optional.ofNullable(programme.figures().get(step))
              .or(() -> programme.step(step).flatMap(found -> ofStep(programme, found)));
      if (figure.isPresent()) {
        return figure;
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

  /** A step's main figure, or at a moment all that its moments show, one after the other. */
  private Optional<Figure> ofStep(Programme programme, Step found) {
    Optional<Figure> main = Optional.ofNullable(programme.figures().get(found.figures().main()));
    boolean whole = moment != null || animated || sequence != null;
    return whole ? main.map(figure -> wholeMovement(programme, found, figure)) : main;
  }

  private static Figure wholeMovement(Programme programme, Step step, Figure main) {
    List<Pose> poses = new ArrayList<>();
    List<Pose> way = List.of();
    for (Step.Moment shown : step.figures().moments()) {
      Figure figure = programme.figures().get(shown.figure());
      if (figure != null) {
        List<Pose> next = figure.movement().poses();
        if (!way.isEmpty() && way.getFirst().equals(next.getFirst())) {
          way.reversed().forEach(pose -> add(poses, pose)); // back the way it came
        }
        next.forEach(pose -> add(poses, pose));
        way = next;
      }
    }
    return poses.isEmpty()
        ? main
        : new Figure(new Movement(poses), main.view(), main.props(), List.of());
  }

  private static void add(List<Pose> poses, Pose pose) {
    if (poses.isEmpty() || !poses.getLast().equals(pose)) {
      poses.add(pose);
    }
  }
}
