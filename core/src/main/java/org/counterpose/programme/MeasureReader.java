package org.counterpose.programme;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;

/** Reads the measures of a pack, and sees that each of them is for something. */
final class MeasureReader {

  private static final double LARGEST = 100_000;
  private static final int MOST_MEASURES = 12;

  private final PackIds ids;
  private final PackFigures figures;
  private final SidesReader sides;
  private final Problems problems;
  private final Map<String, Measure> read = new LinkedHashMap<>();
  private final Map<String, Node> written = new LinkedHashMap<>();
  private final Set<String> goals = new HashSet<>();

  MeasureReader(PackIds ids, PackFigures figures, SidesReader sides, Problems problems) {
    this.ids = ids;
    this.figures = figures;
    this.sides = sides;
    this.problems = problems;
  }

  List<Measure> read(Fields pack) {
    ids.refuseEmpty(pack, "measures");
    pack.listIfAny(
        "measures",
        node ->
            Fields.of(node, problems)
                .flatMap(this::measure)
                .map(
                    measure -> {
                      read.putIfAbsent(measure.id(), measure);
                      written.putIfAbsent(measure.id(), node);
                      return measure;
                    }));
    if (read.size() > MOST_MEASURES) {
      pack.wrong(
          "measures", "a pack has at most " + MOST_MEASURES + ", this one has " + read.size());
    }
    return List.copyOf(read.values());
  }

  private Optional<Measure> measure(Fields fields) {
    Optional<String> id = fields.text("id");
    Optional<Measure.Unit> unit = fields.choice("unit", Measure.Unit.class);
    Sides told = sides.readIfAny(fields);
    Optional<Double> from = fields.number("from", -LARGEST, LARGEST);
    Optional<Double> to = fields.number("to", -LARGEST, LARGEST);
    Optional<Double> step = fields.number("step", 0.01, LARGEST);
    Optional<Measure.Better> better = fields.choice("better", Measure.Better.class);
    Optional<Double> detectable = fields.number("detectable", 0.01, LARGEST);
    boolean outcome = fields.flagIfAny("outcome").orElse(false);
    Optional<String> figure = fields.any("figure").flatMap(node -> figures.reference(fields, node));
    Optional<String> goesWith =
        fields.any("goesWith").flatMap(node -> ids.reference(PackIds.Kind.STEP, fields, node));
    List<String> sources = ids.sources(fields);
    fields.noMore();
    if (id.isEmpty()
        || unit.isEmpty()
        || better.isEmpty()
        || from.isEmpty()
        || to.isEmpty()
        || step.isEmpty()
        || detectable.isEmpty()) {
      return Optional.empty();
    }
    Measure measure =
        new Measure(
            id.get(),
            unit.get(),
            told,
            from.get(),
            to.get(),
            step.get(),
            better.get(),
            detectable.get(),
            outcome,
            figure,
            goesWith,
            sources);
    bounds(fields, measure);
    return Optional.of(measure);
  }

  private static void bounds(Fields fields, Measure measure) {
    if (measure.from() >= measure.to()) {
      fields.wrong("to", "must be above 'from'");
    } else if (!measure.holds(measure.to())) {
      fields.wrong("to", "must be a whole number of steps from 'from'");
    } else if (measure.detectable() > measure.to() - measure.from()) {
      fields.wrong("detectable", "is more than any change can be");
    }
  }

  /** A goal that a stage waits for; it must be a value that the measure can reach. */
  Optional<Stage.Goal> goal(Node node) {
    return Fields.of(node, problems)
        .flatMap(
            fields -> {
              Optional<String> id =
                  fields
                      .required("measure")
                      .flatMap(named -> ids.reference(PackIds.Kind.MEASURE, fields, named));
              Optional<Double> reach = fields.number("reach", -LARGEST, LARGEST);
              fields.noMore();
              id.ifPresent(goals::add);
              Optional<Measure> measure = id.map(read::get);
              if (measure.isPresent() && reach.isPresent() && !measure.get().holds(reach.get())) {
                fields.wrong("reach", "is no value of the measure '" + measure.get().id() + "'");
              }
              return id.flatMap(name -> reach.map(value -> new Stage.Goal(name, value)));
            });
  }

  /** A measure that no stage waits for and that is no outcome would never be asked for. */
  void refuseUnused() {
    read.forEach(
        (id, measure) -> {
          if (!measure.outcome() && !goals.contains(id)) {
            problems.add(
                Optional.ofNullable(written.get(id)).orElseThrow(),
                "'" + id + "' is no outcome, and no stage waits for it: nobody would be asked");
          }
        });
  }
}
