package org.counterpose.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.counterpose.programme.Condition;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Measure;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;
import org.counterpose.programme.SafetyRule;
import org.counterpose.programme.Sides;
import org.counterpose.programme.Stage;
import org.counterpose.programme.Step;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;

/**
 * A programme with what the ankle pack needs: sets, sides of the person, stages that open by what
 * was measured, and days without a step. Without words.
 */
public final class Ankles {

  private static final Step.Figures FIGURES = new Step.Figures("figure", List.of());
  private static final Sides AFFECTED = new Sides.Affected();

  private Ankles() {}

  public static Programme programme() {
    return new Programme(
        "ankles",
        "1.0.0",
        "en",
        new Programme.Trial(
            42,
            56,
            Optional.empty(),
            Optional.empty(),
            Optional.of("which-ankle"),
            Optional.empty(),
            Optional.empty(),
            Set.of()),
        new Programme.Approval.Draft(),
        Map.of(),
        List.of(
            question("which-ankle", new Question.One(List.of("left", "right", "both")), false),
            question("fracture-signs", new Question.YesNo(), true)),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new SafetyRule(
                "fracture-signs",
                1,
                new Condition.Is("fracture-signs", true),
                Outcome.SAME_DAY,
                List.of(),
                List.of())),
        List.of(),
        List.of(),
        List.of(
            measure("knee-to-wall", Measure.Unit.CENTIMETRES, AFFECTED, 25, 0.5, 2, true),
            measure("raises-both", Measure.Unit.REPETITIONS, Sides.TOGETHER, 30, 1, 7, false),
            measure("raises-one", Measure.Unit.REPETITIONS, AFFECTED, 30, 1, 7, false)),
        steps(),
        Map.of(),
        Map.of());
  }

  /** Harmless answers of somebody with trouble on {@code left}, {@code right} or {@code both}. */
  public static Answers about(String side) {
    return Answers.NONE
        .with("which-ankle", MidBack.chosen(side))
        .with("fracture-signs", new Answer.YesNo(false));
  }

  private static Question question(String id, Question.Kind kind, boolean safety) {
    return new Question(id, kind, Optional.empty(), safety, safety, false);
  }

  private static Measure measure(
      String id,
      Measure.Unit unit,
      Sides sides,
      double to,
      double step,
      double detectable,
      boolean outcome) {
    return new Measure(
        id,
        unit,
        sides,
        0,
        to,
        step,
        Measure.Better.MORE,
        detectable,
        outcome,
        Optional.empty(),
        outcome ? Optional.of("wall") : Optional.empty(),
        List.of());
  }

  private static List<Step> steps() {
    return List.of(
        step(
            "calf-raises",
            Step.Days.EACH,
            new Stage(
                "both-legs",
                Optional.empty(),
                reps(Sides.TOGETHER, List.of(), amount(1, 2, 3), amount(5, 10, 12)),
                Optional.empty()),
            new Stage(
                "one-leg",
                opens(2, new Stage.Goal("raises-both", 20)),
                reps(AFFECTED, List.of(), amount(1, 2, 3), amount(4, 6, 8)),
                Optional.empty())),
        step(
            "band",
            new Step.Days(2, 2),
            only(
                reps(
                    AFFECTED,
                    List.of("up", "down", "inwards", "outwards"),
                    amount(1, 2),
                    amount(5, 10)))),
        step(
            "wall", Step.Days.EACH, only(new Dose.Holds(AFFECTED, amount(1, 3), amount(5, 10), 5))),
        step(
            "hops",
            Step.Days.EACH,
            new Stage(
                "small",
                opens(4, new Stage.Goal("raises-one", 20)),
                reps(Sides.TOGETHER, List.of(), amount(1, 2), amount(3, 5)),
                Optional.empty())));
  }

  private static Optional<Stage.Opening> opens(int week, Stage.Goal... goals) {
    return Optional.of(new Stage.Opening(week, List.of(goals)));
  }

  private static Stage only(Dose dose) {
    return new Stage("", Optional.empty(), dose, Optional.empty());
  }

  private static Dose reps(Sides sides, List<String> moves, Dose.Amount sets, Dose.Amount reps) {
    return new Dose.Reps(sides, moves, sets, reps, 3, 60);
  }

  private static Step step(String id, Step.Days days, Stage... stages) {
    return new Step(
        id,
        List.of(stages),
        days,
        List.of(
            new Step.Slot(
                "morning",
                new Step.When(Step.Anchor.WAKE, 30, Optional.of(120)),
                Optional.empty())),
        List.of(),
        FIGURES,
        List.of(),
        List.of());
  }

  private static Dose.Amount amount(int lighter, Integer... weeks) {
    List<Integer> byWeek = List.of(weeks);
    return new Dose.Amount(byWeek, 1, byWeek.getLast(), lighter);
  }
}
