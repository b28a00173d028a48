package org.counterpose.programme;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;

/** Reads what a step asks for: one dose, or stages that open one after the other. */
final class StageReader {

  private static final int MOST_STAGES = 6;

  private final MeasureReader measures;
  private final DoseReader doses;
  private final int trialWeeks;
  private final Problems problems;

  StageReader(MeasureReader measures, DoseReader doses, int trialWeeks, Problems problems) {
    this.measures = measures;
    this.doses = doses;
    this.trialWeeks = trialWeeks;
    this.problems = problems;
  }

  /** The stages of a step; none where they could not be read. */
  List<Stage> read(Fields step, Function<Fields, Optional<Step.Figures>> figures) {
    Optional<Node> list = step.any("stages");
    Optional<Node> dose = step.any("dose");
    if (list.isPresent() && dose.isPresent()) {
      step.wrong("dose", "a step has either one dose or stages");
    }
    if (list.isEmpty()) {
      return step.required("dose").flatMap(doses::read).map(StageReader::only).stream().toList();
    }
    List<Stage> stages =
        step.asList(
            list.get(), node -> Fields.of(node, problems).flatMap(one -> stage(one, figures)));
    count(step, list.get());
    once(list.get());
    openings(list.get());
    kinds(step, stages);
    return stages;
  }

  /** A step with one dose has one stage, without a name of its own. */
  private static Stage only(Dose dose) {
    return new Stage("", Optional.empty(), dose, Optional.empty());
  }

  private Optional<Stage> stage(Fields fields, Function<Fields, Optional<Step.Figures>> figures) {
    Optional<String> id = fields.text("id");
    id.filter(name -> !PackIds.isWellFormed(name))
        .ifPresent(
            name ->
                fields.wrong(
                    "id", "must be lower-case words joined by hyphens, got '" + name + "'"));
    Optional<Stage.Opening> opens = fields.objectIfAny("opens").flatMap(this::opening);
    Optional<Dose> dose = fields.required("dose").flatMap(doses::read);
    Optional<Step.Figures> own = fields.objectIfAny("figures").flatMap(figures);
    fields.noMore();
    return id.flatMap(name -> dose.map(known -> new Stage(name, opens, known, own)));
  }

  private Optional<Stage.Opening> opening(Fields fields) {
    Optional<Integer> week = fields.wholeIfAny("week", 1, trialWeeks);
    List<Stage.Goal> goals = fields.listIfAny("goals", measures::goal);
    if (fields.any("week").isEmpty() && fields.any("goals").isEmpty()) {
      problems.add(fields.place(), "must wait for a 'week', for 'goals' or for both");
    }
    if (fields.any("goals").orElse(null) instanceof Node.Listing list) {
      if (list.elements().isEmpty()) {
        problems.add(list, "must name at least one goal");
      }
      Set<String> once = new HashSet<>();
      goals.forEach(
          goal -> {
            if (!once.add(goal.measure())) {
              problems.add(list, "the measure '" + goal.measure() + "' is named twice");
            }
          });
    }
    fields.noMore();
    return Optional.of(new Stage.Opening(week.orElse(1), goals));
  }

  private void count(Fields step, Node node) {
    if (node instanceof Node.Listing list) {
      if (list.elements().isEmpty()) {
        problems.add(list, "must have at least one stage");
      } else if (list.elements().size() > MOST_STAGES) {
        step.wrong("stages", "a step has at most " + MOST_STAGES + " stages");
      }
    }
  }

  private void once(Node node) {
    Set<String> once = new HashSet<>();
    stagesOf(node)
        .forEach(
            stage -> {
              if (stage.fields().get("id") instanceof Node.Text id && !once.add(id.value())) {
                problems.add(id, "the stage '" + id.value() + "' is there twice");
              }
            });
  }

  /** Each stage after the first waits for something, or the ones before it would never be done. */
  private void openings(Node node) {
    stagesOf(node).stream()
        .skip(1)
        .filter(stage -> !stage.fields().containsKey("opens"))
        .forEach(
            stage ->
                problems.add(
                    stage.place().field("opens", stage.place().line()),
                    "'opens' is missing: without it the stage before would never be done"));
  }

  private static List<Node.Mapping> stagesOf(Node node) {
    List<Node.Mapping> stages = new ArrayList<>();
    if (node instanceof Node.Listing list) {
      for (Node element : list.elements()) {
        if (element instanceof Node.Mapping stage) {
          stages.add(stage);
        }
      }
    }
    return stages;
  }

  private void kinds(Fields step, List<Stage> stages) {
    List<String> kinds = stages.stream().map(stage -> stage.dose().kindName()).distinct().toList();
    if (kinds.size() > 1) {
      step.wrong(
          "stages", "must have doses of one kind, they are of " + String.join(" and ", kinds));
    }
    if (kinds.contains("breaks")) {
      step.wrong("stages", "a step of breaks has one dose and no stages");
    }
  }
}
