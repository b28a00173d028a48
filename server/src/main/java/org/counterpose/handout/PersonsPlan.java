package org.counterpose.handout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today.LeftOut;
import org.counterpose.plan.Today.PlannedStep;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Side;
import org.counterpose.programme.Step;
import org.counterpose.words.MeasuredInWords;
import org.counterpose.words.Words;

/** What is left of one person's trial, on paper. */
record PersonsPlan(StepsOnPaper paper, Journey journey, Instant now, ComingWeeks coming) {

  List<Sheet.Part> parts() {
    return steps().map(step -> paper.part(step, asked(step))).toList();
  }

  /**
   * The days to come have the boxes that the plan asks for; those that are over, the usual ones.
   */
  List<Sheet.Days.Row> rows() {
    return steps().map(this::row).toList();
  }

  private Sheet.Days.Row row(Step step) {
    int times = everyMinutes(step).isPresent() ? 1 : coming.slots(step).size();
    Sheet.Days.Row usual = paper.row(step, times);
    return new Sheet.Days.Row(
        usual.title(), day -> coming.times(step, day).map(this::boxes).orElse(usual.boxesOn(day)));
  }

  private int boxes(int times) {
    return times == 0 ? 0 : Sheet.Days.Row.boxes(times);
  }

  private Stream<Step> steps() {
    return paper.programme().steps().stream().filter(coming::asksFor);
  }

  /**
   * The steps that it does without: what the later ones wait for, and of the others no reason,
   * since paper lies about.
   */
  List<String> without() {
    List<String> without = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    MeasuredInWords measured = new MeasuredInWords(paper.programme(), words());
    for (Step step : paper.programme().steps()) {
      if (coming.asksFor(step)) {
        continue;
      }
      switch (coming.leftOut(step).orElse(null)) {
        case null -> {}
        case LeftOut.Cause.NotYet notYet ->
            without.add(
                words().say("sheet.later", paper.title(step), measured.opening(notYet.opening())));
        case LeftOut.Cause _ -> leftOut.add(paper.title(step));
      }
    }
    if (!leftOut.isEmpty()) {
      without.add(words().say("sheet.left-out", String.join(", ", leftOut)));
    }
    return without;
  }

  private StepsOnPaper.Asked asked(Step step) {
    List<PlannedStep> slots = coming.slots(step);
    return new StepsOnPaper.Asked(
        new Times(words()).of(step, slots, everyMinutes(step)),
        amounts(step),
        paper.path(step, isNotYet(step) ? Optional.empty() : coming.slots(step).getFirst().stage()),
        stages(step),
        needs(step),
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

  private boolean isNotYet(Step step) {
    return coming.leftOut(step).orElse(null) instanceof LeftOut.Cause.NotYet;
  }

  /** How much, week by week, each with its stage where the plan will ask for several. */
  private Sheet.HowMuch amounts(Step step) {
    Amounts amounts = new Amounts(words());
    boolean several =
        coming.weekly(step).values().stream().map(PlannedStep::stage).distinct().count() > 1;
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
                      .filter(stage -> several)
                      .map(
                          stage ->
                              amount.of(paper.programme().stageTitle(step.id(), stage), words()))
                      .orElse(amount));
            });
    return amounts.told(byWeek);
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
                        Optional.empty(),
                        Sheet.HowMuch.NONE,
                        asked.getOrDefault(stage.id(), List.of()))))
        .toList();
  }

  /** What the step needs, and what serves in place of what this person has not. */
  private List<String> needs(Step step) {
    List<String> lacking = List.copyOf(coming.slots(step).getFirst().substitutes());
    return step.aids().stream()
        .map(needed -> paper.needed(needed.aid(), lacking.contains(needed.aid())))
        .toList();
  }

  private List<String> notes(Step step) {
    PlannedStep planned = coming.slots(step).getFirst();
    List<String> notes = new ArrayList<>();
    if (isNotYet(step)) {
      notes.add(words().say("today.left-out.not-yet.week", coming.firstWeek(step)));
    }
    planned.sets().ifPresent(sets -> notes.add(paper.rest(sets.restSeconds())));
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
