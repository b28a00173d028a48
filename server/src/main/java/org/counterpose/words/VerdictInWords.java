package org.counterpose.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.counterpose.document.Fields;
import org.counterpose.programme.Programme;
import org.counterpose.verdict.Change;
import org.counterpose.verdict.Verdict;

/**
 * A verdict as it is told to a person, the same on the page and on the command line.
 *
 * @param change the estimate with its interval; empty where there is none
 * @param rests the days it rests on
 * @param early said where the first verdict is still to come though there is a figure
 * @param course how many get as much better with no programme
 */
public record VerdictInWords(
    String eyebrow,
    String title,
    Optional<String> change,
    String rests,
    Optional<String> early,
    String important,
    Optional<String> course,
    String next) {

  public static VerdictInWords of(Verdict verdict, Programme.Trial trial, Words words) {
    boolean figure = verdict.change().isPresent();
    boolean tooFew = verdict.answer() == Verdict.Answer.NOT_ENOUGH_DAYS && !figure;
    return new VerdictInWords(
        words.say("verdict.eyebrow", verdict.daysOf()),
        title(verdict, words),
        verdict
            .change()
            .map(
                change ->
                    words.say(
                        "verdict.change",
                        tenth(change.first()),
                        tenth(change.last()),
                        moved(change.estimate(), words),
                        moved(change.low(), words),
                        moved(change.high(), words))),
        words.say(
            tooFew ? "verdict.too-few" : "verdict.rests", verdict.daysUsed(), verdict.daysOf()),
        figure && verdict.daysOf() < trial.days()
            ? Optional.of(words.say("verdict.early", trial.days()))
            : Optional.empty(),
        words.say("verdict.important", verdict.important()),
        verdict
            .withoutProgramme()
            .filter(course -> figure)
            .map(
                course ->
                    words.say(
                        "verdict.course",
                        course.inHundred(),
                        verdict.important(),
                        course.low(),
                        course.high())),
        words.say("verdict.next." + Fields.dashed(verdict.next()), trial.extendTo()));
  }

  private static String title(Verdict verdict, Words words) {
    String told = tenth(Math.abs(verdict.change().map(Change::estimate).orElse(0.0)));
    return words.say("verdict.title." + Fields.dashed(verdict.answer()), told);
  }

  /** A change in words: relief is less, worsening is more. */
  private static String moved(double change, Words words) {
    String size = tenth(Math.abs(change));
    if (size.equals("0")) {
      return words.say("verdict.same");
    }
    return words.say(change > 0 ? "verdict.less" : "verdict.more", size);
  }

  /** To a tenth of a point. */
  private static String tenth(double value) {
    BigDecimal tenth =
        new BigDecimal(value).setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return tenth.signum() == 0 ? "0" : tenth.toPlainString();
  }
}
