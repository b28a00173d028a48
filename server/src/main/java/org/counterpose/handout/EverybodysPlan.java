package org.counterpose.handout;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Step;
import org.counterpose.words.MeasuredInWords;
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
        staged ? List.of() : amounts(step.dose()),
        staged ? stages(step) : List.of(),
        notes(step),
        List.of(),
        StopSigns.leavingOut(step, paper.programme(), paper.words()));
  }

  private List<String> amounts(Dose dose) {
    return new Amounts(paper.words()).ofProgramme(dose, weeks);
  }

  /** Every stage, with what it waits for and its own weeks. */
  private List<Sheet.Stage> stages(Step step) {
    Words words = paper.words();
    MeasuredInWords measured = new MeasuredInWords(paper.programme(), words);
    return step.stages().stream()
        .map(
            stage ->
                paper.stage(
                    step,
                    stage,
                    new StepsOnPaper.Told(
                        stage
                            .opens()
                            .map(
                                opens ->
                                    measured.opening(opens) + " " + words.say("sheet.stage.weeks")),
                        amounts(stage.dose()),
                        List.of())))
        .toList();
  }

  /** What everybody needs for a step, and how its sets go. */
  private List<String> notes(Step step) {
    List<String> notes = new ArrayList<>();
    for (Step.NeededAid needed : step.aids()) {
      String aid = paper.needed(needed.aid());
      notes.add(
          needed.without() == Step.Without.SUBSTITUTE
              ? aid + " " + paper.substitute(needed.aid())
              : aid);
    }
    if (step.dose() instanceof Dose.Reps reps) {
      notes.addAll(paper.pace(reps.repSeconds(), reps.restSeconds()));
    }
    return notes;
  }
}
