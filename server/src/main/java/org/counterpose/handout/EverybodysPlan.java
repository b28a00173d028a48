package org.counterpose.handout;

import java.util.List;
import java.util.Optional;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Step;
import org.counterpose.words.Words;

/** What a programme asks of everybody, on paper. */
record EverybodysPlan(StepsOnPaper paper, int weeks) {

  List<Sheet.Part> parts() {
    return paper.programme().steps().stream().map(step -> paper.part(step, asked(step))).toList();
  }

  List<Sheet.Days.Row> rows() {
    return paper.programme().steps().stream()
        .map(step -> paper.row(step, step.times().size()))
        .toList();
  }

  private StepsOnPaper.Asked asked(Step step) {
    boolean staged = step.stages().size() > 1;
    return new StepsOnPaper.Asked(
        new Times(paper.words()).ofProgramme(step),
        staged ? Sheet.HowMuch.NONE : amounts(step.dose()),
        paper.path(step, Optional.empty()),
        staged ? stages(step) : List.of(),
        needs(step),
        step.dose() instanceof Dose.Reps reps ? List.of(paper.rest(reps.restSeconds())) : List.of(),
        List.of(),
        StopSigns.leavingOut(step, paper.programme(), paper.words()));
  }

  private Sheet.HowMuch amounts(Dose dose) {
    return new Amounts(paper.words()).ofProgramme(dose, weeks);
  }

  /** Every stage, with its own weeks. */
  private List<Sheet.Stage> stages(Step step) {
    Words words = paper.words();
    return step.stages().stream()
        .map(
            stage ->
                paper.stage(
                    step,
                    stage,
                    new StepsOnPaper.Told(
                        stage.opens().map(opens -> words.say("sheet.stage.weeks")),
                        amounts(stage.dose()),
                        List.of())))
        .toList();
  }

  /** What everybody needs for a step. */
  private List<String> needs(Step step) {
    return step.aids().stream()
        .map(needed -> paper.needed(needed.aid(), needed.without() == Step.Without.SUBSTITUTE))
        .toList();
  }
}
