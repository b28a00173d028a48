package org.counterpose.handout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today.LeftOut;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Side;
import org.counterpose.programme.Step;
import org.counterpose.words.Words;

/** What is left of one person's trial, on paper. */
record PersonsPlan(StepsOnPaper paper, Journey journey, Instant now, ComingWeeks coming) {

  List<Sheet.Part> parts() {
    return steps().map(step -> paper.part(step, asked(step))).toList();
  }

  List<Sheet.Days.Row> rows() {
    return steps()
        .map(
            step -> paper.row(step, everyMinutes(step).isPresent() ? 1 : coming.slots(step).size()))
        .toList();
  }

  private Stream<Step> steps() {
    return paper.programme().steps().stream().filter(coming::asksFor);
  }

  /** The steps that it does without, without the reason: paper lies about. */
  List<String> without() {
    Map<Boolean, String> titles =
        paper.programme().steps().stream()
            .filter(step -> coming.leftOut(step).isPresent() && !coming.asksFor(step))
            .collect(
                Collectors.groupingBy(
                    step -> coming.leftOut(step).orElseThrow() instanceof LeftOut.Cause.NotYet,
                    Collectors.mapping(paper::title, Collectors.joining(", "))));
    return Stream.of(true, false)
        .flatMap(
            later ->
                Optional.ofNullable(titles.get(later)).stream()
                    .map(steps -> words().say(later ? "sheet.later" : "sheet.left-out", steps)))
        .toList();
  }

  private StepsOnPaper.Asked asked(Step step) {
    List<PlannedStep> slots = coming.slots(step);
    return new StepsOnPaper.Asked(
        new Times(words()).of(step, slots, everyMinutes(step)),
        amounts(step),
        stages(step),
        notes(step),
        slots.getFirst().sides(),
        List.of());
  }

  private Optional<Integer> everyMinutes(Step step) {
    return step.dose() instanceof Dose.Breaks breaks
            && coming.slots(step).getFirst().slot().startsWith("break-")
        ? Optional.of(journey.journal().routine().everyMinutes(breaks))
        : Optional.empty();
  }

  /** How much, week by week, each with its stage where there are several. */
  private List<String> amounts(Step step) {
    Amounts amounts = new Amounts(words());
    SortedMap<Integer, Amounts.Amount> byWeek = new TreeMap<>();
    coming
        .weekly(step)
        .forEach(
            (week, planned) -> {
              Amounts.Amount amount = amounts.of(planned);
              byWeek.put(
                  week,
                  planned
                      .stage()
                      .map(stage -> "steps." + step.id() + ".stage." + stage)
                      .map(stage -> amount.of(paper.programme().text(stage), words()))
                      .orElse(amount));
            });
    return amounts.lines(byWeek);
  }

  /** The stages that the plan asks for, whose weeks the step tells. */
  private List<Sheet.Stage> stages(Step step) {
    Map<String, List<Side>> asked = new HashMap<>();
    for (PlannedStep planned : coming.weekly(step).values()) {
      planned.stage().ifPresent(stage -> asked.put(stage, planned.sides()));
    }
    return step.stages().stream()
        .filter(stage -> asked.containsKey(stage.id()))
        .map(
            stage ->
                paper.stage(
                    step,
                    stage,
                    new StepsOnPaper.Told(
                        Optional.empty(), List.of(), asked.getOrDefault(stage.id(), List.of()))))
        .toList();
  }

  private List<String> notes(Step step) {
    PlannedStep planned = coming.slots(step).getFirst();
    List<String> notes = new ArrayList<>();
    if (coming.leftOut(step).orElse(null) instanceof LeftOut.Cause.NotYet) {
      notes.add(words().say("today.left-out.not-yet.week", coming.firstWeek(step)));
    }
    step.aids().stream()
        .map(Step.NeededAid::aid)
        .filter(aid -> !planned.substitutes().contains(aid))
        .forEach(aid -> notes.add(paper.needed(aid)));
    planned
        .sets()
        .ifPresent(sets -> notes.addAll(paper.pace(sets.repSeconds(), sets.restSeconds())));
    planned.substitutes().stream().sorted().forEach(aid -> notes.add(paper.substitute(aid)));
    journey
        .comparison(now)
        .filter(one -> one.step().equals(step.id()) && one.runsOn(journey.today(now).day()))
        .ifPresent(one -> notes.add(words().say("sheet.compared")));
    return notes;
  }

  private Words words() {
    return paper.words();
  }
}
