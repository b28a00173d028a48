package org.counterpose.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterpose.programme.Programme;
import org.counterpose.verdict.Diary;
import org.counterpose.verdict.Verdict;

/** What is told of a diary beside the verdict on its pain. */
public final class DiaryInWords {

  private DiaryInWords() {}

  /**
   * A sentence on stiffness, on half points and on days that count for nothing, where they apply.
   */
  public static List<String> of(
      Diary diary, Verdict pain, Optional<Verdict> stiffness, Programme.Trial trial, Words words) {
    boolean halves = pain.step() < 1 || stiffness.filter(told -> told.step() < 1).isPresent();
    int day = diary.pain().day();
    int last = trial.extendTo();
    return Stream.of(
            stiffness.map(verdict -> stiffness(verdict, words)),
            halves ? Optional.of(words.say("verdict.halves")) : Optional.<String>empty(),
            day > trial.days() && day < last
                ? Optional.of(words.say("verdict.between", trial.days(), last))
                : Optional.<String>empty(),
            day > last
                ? Optional.of(words.say("verdict.beyond", day, last))
                : Optional.<String>empty())
        .flatMap(Optional::stream)
        .toList();
  }

  private static String stiffness(Verdict verdict, Words words) {
    return verdict
        .change()
        .filter(change -> verdict.soFar() || verdict.answer() != Verdict.Answer.NOT_ENOUGH_DAYS)
        .map(
            change ->
                words.say(
                    key(verdict),
                    Points.moved(change.estimate(), words),
                    Points.moved(change.high() < 0 ? change.high() : change.low(), words),
                    Points.moved(change.high() < 0 ? change.low() : change.high(), words),
                    verdict.daysUsed(),
                    verdict.daysOf()))
        .orElseGet(
            () -> words.say("verdict.stiffness.too-few", verdict.daysUsed(), verdict.daysOf()));
  }

  private static String key(Verdict verdict) {
    return switch (verdict.answer()) {
      case BETTER -> "verdict.stiffness.better";
      case NO_CLEAR_CHANGE -> "verdict.stiffness.no-clear-change";
      case WORSE -> "verdict.stiffness.worse";
      case NOT_ENOUGH_DAYS -> "verdict.stiffness.so-far";
    };
  }
}
