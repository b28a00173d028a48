package org.counterpose.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.counterpose.programme.Condition;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.programme.PublishedCourse;
import org.counterpose.programme.Question;
import org.counterpose.programme.SafetyRule;
import org.counterpose.programme.Side;
import org.counterpose.programme.Sides;
import org.counterpose.programme.Stage;
import org.counterpose.programme.Step;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;

/** A programme with the doses and times of the mid-back pack, without its words. */
public final class MidBack {

  private static final Step.Figures FIGURES = new Step.Figures("figure", List.of());

  private MidBack() {}

  public static Programme programme() {
    return new Programme(
        "mid-back",
        "1.0.0",
        "en",
        new Programme.Trial(
            21,
            28,
            Optional.of("pain-average"),
            Optional.of("duration"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(PublishedCourse.BACK_PAIN),
            Set.of()),
        new Programme.Approval.Draft(),
        Map.of(),
        questions(),
        List.of(),
        List.of(),
        List.of(),
        safety(),
        List.of(),
        List.of(
            aid("towel", true),
            aid("mat", true),
            aid("wobble-disc", false),
            aid("posture-band", false)),
        List.of(),
        steps(),
        Map.of(),
        Map.of());
  }

  /** Answers that lead to nothing. */
  public static Answers harmless() {
    return harmlessWeekly()
        .with("symptoms", chosen("stiffness"))
        .with("age", new Answer.Amount(40))
        .with("first-episode", new Answer.YesNo(false));
  }

  /** Answers that rule out the towel and the needle. */
  public static Answers firstAfterFifty() {
    return harmless()
        .with("age", new Answer.Amount(55))
        .with("first-episode", new Answer.YesNo(true));
  }

  public static Answers harmlessWeekly() {
    return Answers.NONE
        .with("emergency-signs", chosen())
        .with("infection-signs", chosen())
        .with("cancer", new Answer.YesNo(false));
  }

  public static Answer chosen(String... values) {
    return new Answer.Chosen(new LinkedHashSet<>(List.of(values)));
  }

  private static Programme.Aid aid(String id, boolean common) {
    return new Programme.Aid(id, common, Optional.empty(), Optional.empty());
  }

  private static List<Question> questions() {
    return List.of(
        question("symptoms", new Question.Many(List.of("stiffness", "tingling")), false),
        question("emergency-signs", new Question.Many(List.of("chest-pain", "accident")), true),
        question("infection-signs", new Question.Many(List.of("fever")), true),
        question("age", new Question.Whole(1, 120, false), false),
        question("first-episode", new Question.YesNo(), false),
        question("cancer", new Question.YesNo(), true));
  }

  private static Question question(String id, Question.Kind kind, boolean weekly) {
    return new Question(id, kind, Optional.empty(), true, weekly, false);
  }

  private static List<SafetyRule> safety() {
    Condition cancer = new Condition.Is("cancer", true);
    Condition first = new Condition.Is("first-episode", true);
    return List.of(
        rule(
            "emergency",
            new Condition.Includes("emergency-signs", List.of("chest-pain", "accident"), 1),
            Outcome.GET_HELP_NOW),
        rule("cancer", cancer, Outcome.SEE_CLINICIAN_FIRST),
        rule("cancer-new-pain", new Condition.All(List.of(cancer, first)), Outcome.SAME_DAY),
        rule(
            "infection",
            new Condition.Includes("infection-signs", List.of("fever"), 1),
            Outcome.SAME_DAY),
        new SafetyRule(
            "first-after-50",
            7,
            new Condition.All(
                List.of(
                    new Condition.InRange(
                        List.of("age"), OptionalDouble.of(50), OptionalDouble.empty()),
                    first)),
            Outcome.ADAPTED,
            List.of("rolled-towel", "thread-the-needle"),
            List.of()));
  }

  private static SafetyRule rule(String id, Condition when, Outcome outcome) {
    return new SafetyRule(id, 1, when, outcome, List.of(), List.of());
  }

  private static List<Step> steps() {
    return List.of(
        step(
            "rolled-towel",
            new Dose.Timed(amount(180, 300, 360, 480, 600)),
            List.of(
                slot("morning", when(Step.Anchor.WAKE, 10, 120)),
                slot("night", when(Step.Anchor.SLEEP, -60, 60))),
            needed("towel", Step.Without.SUBSTITUTE),
            needed("mat", Step.Without.SUBSTITUTE)),
        step(
            "thread-the-needle",
            new Dose.Holds(
                new Sides.Named(List.of(Side.LEFT, Side.RIGHT)),
                amount(1, 2, 3, 3, 3),
                amount(10, 15, 20, 25, 30),
                5),
            List.of(
                slot(
                    "after-work",
                    when(Step.Anchor.WORK_END, 15, 120),
                    when(Step.Anchor.WAKE, 180, 240))),
            needed("mat", Step.Without.SUBSTITUTE)),
        step(
            "wobble-disc",
            new Dose.Worn(amount(600, 1200, 1800, 2700, 3600)),
            List.of(slot("work", new Step.When(Step.Anchor.WORK_START, 0, Optional.empty()))),
            needed("wobble-disc", Step.Without.LEAVE_OUT)),
        step(
            "posture-band",
            new Dose.Worn(amount(900, 1800, 2100, 2400, 2700)),
            List.of(
                slot(
                    "first",
                    when(Step.Anchor.WORK_START, 30, 180),
                    when(Step.Anchor.WAKE, 120, 180)),
                slot(
                    "second",
                    when(Step.Anchor.WORK_START, 300, 180),
                    when(Step.Anchor.WAKE, 420, 180))),
            needed("posture-band", Step.Without.LEAVE_OUT)),
        step("change-position", new Dose.Breaks(50, 20, 60, 120), List.of()));
  }

  private static Step step(String id, Dose dose, List<Step.Slot> times, Step.NeededAid... aids) {
    return new Step(
        id,
        List.of(new Stage("", Optional.empty(), dose, Optional.empty())),
        Step.Days.EACH,
        times,
        List.of(aids),
        FIGURES,
        List.of(),
        List.of());
  }

  private static Dose.Amount amount(int lighter, Integer... weeks) {
    List<Integer> byWeek = List.of(weeks);
    return new Dose.Amount(byWeek, 1, byWeek.getLast(), lighter);
  }

  private static Step.NeededAid needed(String aid, Step.Without without) {
    return new Step.NeededAid(aid, without);
  }

  private static Step.When when(Step.Anchor anchor, int offset, int window) {
    return new Step.When(anchor, offset, Optional.of(window));
  }

  private static Step.Slot slot(String id, Step.When workDay) {
    return new Step.Slot(id, workDay, Optional.empty());
  }

  private static Step.Slot slot(String id, Step.When workDay, Step.When dayOff) {
    return new Step.Slot(id, workDay, Optional.of(dayOff));
  }
}
