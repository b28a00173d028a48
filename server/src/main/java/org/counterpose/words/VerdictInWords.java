package org.counterpose.words;

import java.util.Optional;
import org.counterpose.document.Fields;
import org.counterpose.programme.Programme;
import org.counterpose.verdict.Change;
import org.counterpose.verdict.ComplaintDuration;
import org.counterpose.verdict.Unclear;
import org.counterpose.verdict.Verdict;

/**
 * A verdict of pain as it is told to a person, the same on the page and on the command line.
 *
 * @param sentence what changed, by how much and how sure, for somebody who knows no statistics
 * @param change the estimate with its interval; empty where there is none
 * @param rests the days it rests on
 * @param early said where a figure is there and the first verdict still to come
 * @param room said where pain began too low for a relief that matters
 * @param course how many get as much better with no programme
 */
public record VerdictInWords(
    String eyebrow,
    String title,
    String sentence,
    Optional<String> change,
    String rests,
    Optional<String> early,
    String important,
    Optional<String> room,
    Optional<String> course,
    String next) {

  private static final double ALMOST_CERTAIN = 0.99;
  private static final double VERY_LIKELY = 0.95;
  private static final double LIKELY = 0.7;
  private static final int WEEK = 7;

  public static VerdictInWords of(Verdict verdict, Programme.Trial trial, Words words) {
    return of(verdict, trial, Optional.empty(), words);
  }

  /**
   * The same for somebody who told how long it had lasted.
   *
   * @param lasted how long before the trial
   */
  public static VerdictInWords of(
      Verdict verdict, Programme.Trial trial, Optional<ComplaintDuration> lasted, Words words) {
    boolean figure = verdict.change().isPresent();
    return new VerdictInWords(
        verdict.soFar()
            ? words.say("verdict.eyebrow.so-far", verdict.daysOf())
            : words.say("verdict.eyebrow", verdict.daysOf()),
        title(verdict, words),
        sentence(verdict, words),
        verdict.change().map(change -> change(change, words)),
        words.say(
            figure ? "verdict.rests" : "verdict.too-few", verdict.daysUsed(), verdict.daysOf()),
        early(verdict, trial, words),
        words.say("verdict.important", Points.of(verdict.important(), words)),
        verdict.leavesNoRoom() ? Optional.of(words.say("verdict.no-room")) : Optional.empty(),
        verdict
            .withoutProgramme()
            .filter(course -> figure && !verdict.leavesNoRoom())
            .filter(course -> verdict.answer() != Verdict.Answer.WORSE)
            .map(
                course ->
                    words.say(
                        "verdict.course",
                        course.inHundred(),
                        Points.of(verdict.important(), words),
                        course.low(),
                        course.high(),
                        lasted
                            .map(duration -> words.say("verdict.course." + Fields.dashed(duration)))
                            .orElseGet(() -> words.say("verdict.course.anybody")))),
        next(verdict, trial, words));
  }

  private static String next(Verdict verdict, Programme.Trial trial, Words words) {
    boolean untold =
        verdict.next() == Verdict.Next.BOOK && verdict.answer() == Verdict.Answer.NOT_ENOUGH_DAYS;
    return untold
        ? words.say("verdict.next.book-untold")
        : words.say("verdict.next." + Fields.dashed(verdict.next()), trial.extendTo());
  }

  private static String title(Verdict verdict, Words words) {
    if (verdict.soFar()) {
      return words.say("verdict.title.so-far");
    }
    double points = Math.abs(verdict.change().map(VerdictInWords::told).orElse(0.0));
    return words.say("verdict.title." + Fields.dashed(verdict.answer()), Points.of(points, words));
  }

  private static Optional<String> early(Verdict verdict, Programme.Trial trial, Words words) {
    return verdict.soFar()
        ? verdict.change().map(change -> words.say("verdict.early", trial.days()))
        : Optional.empty();
  }

  private static String sentence(Verdict verdict, Words words) {
    return verdict
        .change()
        .map(change -> sentence(verdict, change, words))
        .orElseGet(() -> withoutChange(verdict, words));
  }

  private static String withoutChange(Verdict verdict, Words words) {
    if (verdict.soFar()) {
      return verdict.daysOf() <= WEEK
          ? words.say("verdict.sentence.first-week")
          : words.say("verdict.sentence.not-yet");
    }
    return words.say("verdict.sentence.nothing");
  }

  private static String sentence(Verdict verdict, Change change, Words words) {
    String first = Points.tenth(change.first(), words);
    String last = Points.tenth(change.last(), words);
    if (verdict.soFar()) {
      return verdict.daysOf() < 2 * WEEK
          ? words.say("verdict.sentence.too-early")
          : words.say("verdict.sentence.so-far", first, last);
    }
    String low = Points.moved(change.low(), words);
    String high = Points.moved(change.high(), words);
    return switch (verdict.answer()) {
      case BETTER ->
          words.say(
              "verdict.sentence.better",
              first,
              last,
              sure(change.relief(), words),
              sure(change.important(), words));
      case WORSE -> words.say("verdict.sentence.worse", first, last, sure(change.worse(), words));
      case NOT_ENOUGH_DAYS -> words.say("verdict.sentence.too-few", low, high);
      case NO_CLEAR_CHANGE ->
          verdict.leavesNoRoom() && change.low() > -verdict.important()
              ? words.say("verdict.sentence.no-room", first, last)
              : switch (Unclear.of(change, verdict.important())) {
                case LITTLE -> words.say("verdict.sentence.little", first, last);
                case EASED -> words.say("verdict.sentence.eased", first, last);
                case ROSE -> words.say("verdict.sentence.rose", first, last);
                case OPEN -> words.say("verdict.sentence.open", low, high);
              };
    };
  }

  /** The change between the two levels that are told beside it. */
  private static double told(Change change) {
    return Points.between(change.first(), change.last(), 1);
  }

  private static String sure(double chance, Words words) {
    if (chance >= ALMOST_CERTAIN) {
      return words.say("verdict.sure.almost-certain");
    }
    if (chance >= VERY_LIKELY) {
      return words.say("verdict.sure.very-likely");
    }
    return chance >= LIKELY ? words.say("verdict.sure.likely") : words.say("verdict.sure.as-not");
  }

  private static String change(Change change, Words words) {
    // The smaller change comes first, whichever way it goes.
    boolean rose = change.high() < 0;
    return words.say(
        "verdict.change",
        Points.tenth(change.first(), words),
        Points.tenth(change.last(), words),
        Points.moved(told(change), words),
        Points.moved(rose ? change.high() : change.low(), words),
        Points.moved(rose ? change.low() : change.high(), words));
  }
}
