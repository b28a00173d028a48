package org.counterpose.programme;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.counterpose.document.Nearest;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.figure.Figure;

/**
 * What is doubtful in the steps of a sound pack: a dose that grows fast, a time outside a usual
 * day, a picture that the player will not find.
 */
final class StepDoubts {

  /** A dose that is more than twice that of the week before is always told. */
  private static final double FAST = 2;

  /** One that grows by more than half is told where that is more than a minute and a half. */
  private static final double RATHER_FAST = 1.5;

  private static final int MORE_SECONDS = 90;

  /** The moments of a side that may have one picture for both. */
  private static final Set<String> FOR_BOTH = Set.of("start", "return", "rest", "switch");

  /** The day that somebody is offered at the start: our own choice, as the two above. */
  private static final int USUAL_WAKE = 7 * 60;

  private static final int USUAL_SLEEP = 23 * 60;
  private static final int USUAL_WORK_START = 9 * 60;
  private static final int USUAL_WORK_END = 17 * 60 + 30;

  private final Step step;
  private final Map<String, Figure> figures;
  private final Node.Mapping node;
  private final Problems doubts;

  private StepDoubts(Step step, Map<String, Figure> figures, Node.Mapping node, Problems doubts) {
    this.step = step;
    this.figures = figures;
    this.node = node;
    this.doubts = doubts;
  }

  static void tell(Node.Mapping pack, Programme programme, Problems doubts) {
    for (Node.Mapping node : objects(pack, "steps")) {
      if (node.fields().get("id") instanceof Node.Text id) {
        programme
            .step(id.value())
            .ifPresent(step -> new StepDoubts(step, programme.figures(), node, doubts).tell());
      }
    }
  }

  private void tell() {
    List<Node.Mapping> stages = objects(node, "stages");
    if (stages.isEmpty()) {
      growth(step.dose(), node);
    }
    for (int i = 0; i < Math.min(stages.size(), step.stages().size()); i++) {
      growth(step.stages().get(i).dose(), stages.get(i));
      moments(step.stages().get(i).dose(), stages.get(i));
    }
    moments(step.dose(), node);
    List<Node.Mapping> times = objects(node, "times");
    for (int i = 0; i < Math.min(times.size(), step.times().size()); i++) {
      time(step.times().get(i).workDay(), times.get(i));
      Optional<Node> dayOff = Optional.ofNullable(times.get(i).fields().get("dayOff"));
      step.times().get(i).dayOff().ifPresent(when -> dayOff.ifPresent(at -> time(when, at)));
    }
  }

  private void growth(Dose dose, Node.Mapping at) {
    int weeks = weeks(dose);
    for (int week = 2; week <= weeks; week++) {
      int before = work(dose, week - 1);
      int now = work(dose, week);
      if (now > FAST * before || (now > RATHER_FAST * before && now - before > MORE_SECONDS)) {
        doubts.add(
            Optional.ofNullable(at.fields().get("dose")).orElse(at),
            "week "
                + week
                + " asks for "
                + now
                + " seconds after "
                + before
                + (now >= FAST * before
                    ? ", twice as much or more"
                    : ", more than half as much again")
                + ": a smaller step is easier to keep");
      }
    }
  }

  private static int weeks(Dose dose) {
    return switch (dose) {
      case Dose.Timed timed -> timed.seconds().weeks().size();
      case Dose.Worn worn -> worn.seconds().weeks().size();
      case Dose.Holds holds ->
          Math.max(holds.holds().weeks().size(), holds.holdSeconds().weeks().size());
      case Dose.Reps reps -> Math.max(reps.sets().weeks().size(), reps.reps().weeks().size());
      case Dose.Breaks breaks -> 1;
    };
  }

  /** Seconds of work in a week, on one side and of one movement, without rests. */
  private static int work(Dose dose, int week) {
    return switch (dose) {
      case Dose.Timed timed -> timed.seconds().inWeek(week);
      case Dose.Worn worn -> worn.seconds().inWeek(week);
      case Dose.Holds holds -> holds.holds().inWeek(week) * holds.holdSeconds().inWeek(week);
      case Dose.Reps reps ->
          reps.sets().inWeek(week) * reps.reps().inWeek(week) * reps.repSeconds();
      case Dose.Breaks breaks -> breaks.seconds();
    };
  }

  private void time(Step.When when, Node at) {
    int from =
        when.offsetMinutes()
            + switch (when.anchor()) {
              case WAKE -> USUAL_WAKE;
              case SLEEP -> USUAL_SLEEP;
              case WORK_START -> USUAL_WORK_START;
              case WORK_END -> USUAL_WORK_END;
            };
    if (from < USUAL_WAKE || from >= USUAL_SLEEP) {
      doubts.add(
          at, "lies outside a usual day, 07:00 to 23:00: the plan would move it to where it fits");
    }
  }

  private void moments(Dose dose, Node.Mapping of) {
    if (!(of.fields().get("figures") instanceof Node.Mapping figures)) {
      return;
    }
    List<String> played = played(dose);
    Set<String> there = new HashSet<>();
    List<Node.Text> names = new ArrayList<>();
    for (Node.Mapping moment : objects(figures, "moments")) {
      if (moment.fields().get("at") instanceof Node.Text at) {
        names.add(at);
        there.add(at.value());
        if (moment.fields().get("figure") instanceof Node.Text figure) {
          wrongSide(at.value(), figure);
          if (isTwoSided(dose)) {
            oneSideForBoth(at.value(), figure);
          }
        }
      }
    }
    for (Node.Text at : names) {
      if (!played.contains(at.value())) {
        Nearest.to(at.value(), played)
            .ifPresent(
                near ->
                    doubts.add(
                        at,
                        "'"
                            + at.value()
                            + "' is shown on the page of the step alone; did you mean '"
                            + near
                            + "'?"));
      } else if (isTwoSided(dose)) {
        otherSide(at.value())
            .filter(other -> !there.contains(other))
            .ifPresent(
                other ->
                    doubts.add(
                        at,
                        "there is a picture for '"
                            + at.value()
                            + "' and none for '"
                            + other
                            + "'"));
      }
    }
  }

  /** A figure that bears the name of one side, at the moment of the other. */
  private void wrongSide(String at, Node.Text figure) {
    List<String> parts = List.of(figure.value().split("-"));
    Stream.of("left", "right")
        .filter(side -> at.equals(side) || at.endsWith("-" + side))
        .filter(side -> parts.contains(otherSide(side).orElseThrow()) && !parts.contains(side))
        .forEach(
            side ->
                doubts.add(
                    figure,
                    "at '" + at + "' the picture has the name of the other side: is it this one?"));
  }

  /** A figure in which left and right differ, at a moment that is the same for both sides. */
  private void oneSideForBoth(String at, Node.Text figure) {
    Figure drawn = figures.get(figure.value());
    if (FOR_BOTH.contains(at)
        && drawn != null
        && !drawn.movement().poses().getLast().isTheSameOnBothSides()) {
      doubts.add(
          figure,
          "shows one side, and at '"
              + at
              + "' it is shown for both: name one at '"
              + at
              + "-left' and one at '"
              + at
              + "-right'");
    }
  }

  /** The moments whose pictures the player shows. */
  private static List<String> played(Dose dose) {
    List<String> played = new ArrayList<>(List.of("start", "down", "start-left", "start-right"));
    switch (dose) {
      case Dose.Timed timed -> played.add("hold");
      case Dose.Holds holds ->
          played.addAll(List.of("left", "right", "return", "return-left", "return-right"));
      case Dose.Reps reps -> {
        played.addAll(List.of("left", "right", "rest", "switch"));
        played.addAll(List.of("rest-left", "rest-right", "switch-left", "switch-right"));
        reps.moves().forEach(move -> played.addAll(List.of(move, move + "-left", move + "-right")));
      }
      case Dose.Worn worn -> {}
      case Dose.Breaks breaks -> {}
    }
    return played;
  }

  private static boolean isTwoSided(Dose dose) {
    Sides sides =
        switch (dose) {
          case Dose.Holds holds -> holds.sides();
          case Dose.Reps reps -> reps.sides();
          case Dose.Timed timed -> new Sides.Named(List.of());
          case Dose.Worn worn -> new Sides.Named(List.of());
          case Dose.Breaks breaks -> new Sides.Named(List.of());
        };
    return sides instanceof Sides.Affected
        || (sides instanceof Sides.Named named && named.sides().size() > 1);
  }

  private static Optional<String> otherSide(String at) {
    return at.endsWith("left")
        ? Optional.of(at.substring(0, at.length() - "left".length()) + "right")
        : at.endsWith("right")
            ? Optional.of(at.substring(0, at.length() - "right".length()) + "left")
            : Optional.empty();
  }

  private static List<Node.Mapping> objects(Node.Mapping of, String name) {
    List<Node.Mapping> objects = new ArrayList<>();
    if (of.fields().get(name) instanceof Node.Listing list) {
      for (Node element : list.elements()) {
        if (element instanceof Node.Mapping object) {
          objects.add(object);
        }
      }
    }
    return objects;
  }
}
