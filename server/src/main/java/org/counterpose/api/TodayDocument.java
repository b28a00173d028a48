package org.counterpose.api;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.DueMeasure;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.DoseReason;
import org.counterpose.plan.Today.LeftOut;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.plan.Today.State;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.counterpose.programme.Step;
import org.counterpose.words.Doses;
import org.counterpose.words.Words;

/** A day of a trial, as the API writes it. */
final class TodayDocument {

  private TodayDocument() {}

  /**
   * The day.
   *
   * @param signed whether the clinic signed the programme
   */
  static Node.Mapping write(Journey journey, Instant now, Words words, boolean signed) {
    Programme programme = journey.programme();
    Today today = journey.today(now);
    List<DueMeasure> due =
        today.asks().contains(Today.Ask.MEASURES) ? journey.measuresDue(now) : List.of();
    return Nodes.object()
        .with("date", today.date().toString())
        .with("day", today.day())
        .with("of", today.of())
        .with("state", state(today.state()))
        .with("signed", signed)
        .with(
            "steps",
            Nodes.list(today.steps().stream().map(step -> step(programme, step, words)).toList()))
        .with("leftOut", Nodes.list(today.leftOut().stream().map(TodayDocument::leftOut).toList()))
        .with("asks", Nodes.texts(today.asks().stream().map(Fields::dashed).toList()))
        .with(
            "safetyBecause",
            Nodes.texts(today.triggers().stream().sorted().map(Fields::dashed).toList()))
        .with("measures", Nodes.list(due.stream().map(TodayDocument::measure).toList()))
        .node();
  }

  private static Node state(State state) {
    return switch (state) {
      case State.Running running -> Nodes.text("running");
      case State.Over over -> Nodes.text("over");
      case State.Paused paused -> Nodes.text("paused");
      case State.Stopped stopped -> Nodes.text("stopped");
    };
  }

  private static Node step(Programme programme, PlannedStep step, Words words) {
    return Nodes.object()
        .with("step", step.step())
        .with("slot", step.slot())
        .with("title", programme.text("steps." + step.step() + ".title"))
        .with("dueFrom", step.dueFrom().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
        .with("dueTo", step.dueTo().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
        .with("seconds", step.seconds())
        .withIfAny("sides", sides(step.sides()))
        .withIfAny("holds", step.holds().map(Nodes::number))
        .withIfAny("holdSeconds", step.holdSeconds().map(Nodes::number))
        .withIfAny("stage", step.stage().map(Nodes::text))
        .withIfAny("sets", step.sets().map(Today.Sets::sets).map(Nodes::number))
        .withIfAny("reps", step.sets().map(Today.Sets::reps).map(Nodes::number))
        .withIfAny(
            "moves",
            step.sets().map(Today.Sets::moves).filter(moves -> !moves.isEmpty()).map(Nodes::texts))
        .withIfAny(
            "reason",
            step.reason().map(reason -> Nodes.text(reason(programme, step, reason, words))))
        .with("substitutes", Nodes.texts(List.copyOf(step.substitutes())))
        .with("loggedSeconds", step.loggedSeconds())
        .with("done", step.done())
        .node();
  }

  private static String reason(
      Programme programme, PlannedStep planned, DoseReason reason, Words words) {
    Step step = programme.step(planned.step()).orElseThrow();
    return Doses.reason(words, step, planned, reason);
  }

  private static Node measure(DueMeasure due) {
    return Nodes.object()
        .with("measure", due.measure())
        .withIfAny("sides", sides(due.sides()))
        .node();
  }

  private static Optional<Node> sides(List<Side> sides) {
    return sides.isEmpty()
        ? Optional.empty()
        : Optional.of(Nodes.texts(sides.stream().map(Fields::dashed).toList()));
  }

  private static Node leftOut(LeftOut leftOut) {
    Nodes.Growing document = Nodes.object().with("step", leftOut.step());
    switch (leftOut.cause()) {
      case LeftOut.Cause.ForSafety safety -> document.with("why", "safety");
      case LeftOut.Cause.ByClinic clinic -> document.with("why", "clinic");
      case LeftOut.Cause.NotOwned notOwned ->
          document.with("why", "not-owned").with("aid", notOwned.aid());
      case LeftOut.Cause.NotYet notYet -> document.with("why", "not-yet");
      case LeftOut.Cause.ForComparison comparison -> document.with("why", "comparison");
    }
    return document.node();
  }
}
