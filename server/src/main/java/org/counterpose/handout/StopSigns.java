package org.counterpose.handout;

import java.util.List;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.Programme;
import org.counterpose.programme.SafetyRule;
import org.counterpose.programme.Step;
import org.counterpose.words.ConditionInWords;
import org.counterpose.words.Words;

/**
 * When to stop.
 *
 * @param now signs for which help is called at once
 * @param today signs that a doctor hears of the same day
 */
public record StopSigns(List<Sign> now, List<Sign> today) {

  /**
   * A row of the safety table for who reads it at home.
   *
   * @param when the question, and under it the answers that lead to the advice
   */
  public record Sign(ConditionInWords.Line when, String advice) {}

  /** The rows of a programme's safety table that end a plan at once. */
  public static StopSigns of(Programme programme, Words words) {
    return new StopSigns(
        signs(programme, Outcome.GET_HELP_NOW, words), signs(programme, Outcome.SAME_DAY, words));
  }

  /** The same of several programmes at once, each row once. */
  public static StopSigns ofAll(List<Programme> programmes, Words words) {
    List<StopSigns> each = programmes.stream().map(one -> of(one, words)).toList();
    return new StopSigns(
        each.stream().flatMap(signs -> signs.now().stream()).distinct().toList(),
        each.stream().flatMap(signs -> signs.today().stream()).distinct().toList());
  }

  /** Who asks a clinician before anything else. */
  static List<Sign> clinicianFirst(Programme programme, Words words) {
    return signs(programme, Outcome.SEE_CLINICIAN_FIRST, words);
  }

  /**
   * Who may begin, and leaves this step out. A rule that bears the name of one of the step's {@code
   * avoid} is told there.
   */
  static List<Sign> leavingOut(Step step, Programme programme, Words words) {
    return programme.safety().stream()
        .filter(rule -> rule.outcome().allowsExercise())
        .filter(rule -> rule.leaveOut().contains(step.id()) && !step.avoid().contains(rule.id()))
        .map(rule -> sign(rule, programme, words))
        .distinct()
        .toList();
  }

  /** The rows of the safety table that end so: an advice alone would not name its sign. */
  private static List<Sign> signs(Programme programme, Outcome outcome, Words words) {
    return programme.safety().stream()
        .filter(rule -> rule.outcome() == outcome)
        .map(rule -> sign(rule, programme, words))
        .distinct()
        .toList();
  }

  private static Sign sign(SafetyRule rule, Programme programme, Words words) {
    return new Sign(
        ConditionInWords.of(rule.when(), programme, words),
        programme.text("safety." + rule.id() + ".advice"));
  }
}
