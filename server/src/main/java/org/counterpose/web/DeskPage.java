package org.counterpose.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.documents.Json;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;
import org.counterpose.words.Words;

/**
 * The desk mode: a camera that looks on while somebody works.
 *
 * @param breaks the step that a change of position counts towards
 * @param breaksLeft how many more the plan asks for today
 * @param seat what is sat on today, where it is not yet done and its time does not run already
 */
public record DeskPage(
    Journey journey,
    Instant now,
    Words words,
    BreakStep breaks,
    int breaksLeft,
    Optional<PlannedStep> seat) {

  /** A step of short breaks, with its dose. */
  public record BreakStep(String id, Dose.Breaks dose) {}

  /** The page of a trial; empty where its plan has no breaks. */
  static Optional<DeskPage> of(Journey journey, Instant now, Words words) {
    Today today = journey.today(now);
    List<PlannedStep> toDo = today.steps().stream().filter(planned -> !planned.done()).toList();
    return breaks(journey.programme())
        .map(
            breaks ->
                new DeskPage(
                    journey,
                    now,
                    words,
                    breaks,
                    (int) toDo.stream().filter(one -> one.step().equals(breaks.id())).count(),
                    toDo.stream()
                        .filter(one -> isSeat(journey.programme(), one.step()))
                        .filter(one -> one.runningSince().isEmpty())
                        .findFirst()));
  }

  /** What is used through the whole working time is sat on; a band has its hours. */
  private static boolean isSeat(Programme programme, String id) {
    return programme
        .step(id)
        .filter(step -> step.dose() instanceof Dose.Worn)
        .filter(
            step ->
                step.times().stream().allMatch(slot -> slot.workDay().windowMinutes().isEmpty()))
        .isPresent();
  }

  private static Optional<BreakStep> breaks(Programme programme) {
    for (Step step : programme.steps()) {
      if (step.dose() instanceof Dose.Breaks dose) {
        return Optional.of(new BreakStep(step.id(), dose));
      }
    }
    return Optional.empty();
  }

  public int minutes() {
    return journey.journal().routine().everyMinutes(breaks.dose());
  }

  public String seatTitle(PlannedStep planned) {
    return journey.programme().text("steps." + planned.step() + ".title");
  }

  /** What the page's script needs. */
  public String plan() {
    Nodes.Growing plan =
        Nodes.object()
            .with("journey", journey.id().toString())
            .with("now", now.toEpochMilli())
            .with("breakStep", breaks.id())
            .with("breakSeconds", breaks.dose().seconds())
            .with("breaksLeft", breaksLeft);
    seat.ifPresent(planned -> plan.with("discStep", planned.step()));
    return Json.write(plan.with("words", said()).node());
  }

  private Node said() {
    return CameraWords.sending(words)
        .with("watch", CameraWords.watch(words))
        .with("slouch", words.say("desk.slouch"))
        .with("still", words.say("desk.still"))
        .with("unattended", words.say("desk.unattended"))
        .with("watching", words.say("desk.watching"))
        .with("notWatching", words.say("desk.not-watching"))
        .with("sitTall", words.say("desk.sit-tall"))
        .with("thisDesk", words.say("desk.this-desk"))
        .with("noPlace", words.say("desk.no-place"))
        .with(
            "calibrated",
            Nodes.object()
                .with("tall", words.say("desk.calibrated"))
                .with("notInView", words.say("desk.calibration.not-in-view"))
                .with("moved", words.say("desk.calibration.moved"))
                .with("notClear", words.say("desk.calibration.not-clear"))
                .node())
        .with("sums", words.say("desk.sums"))
        .with("nothingToKeep", words.say("desk.nothing-to-keep"))
        .node();
  }
}
