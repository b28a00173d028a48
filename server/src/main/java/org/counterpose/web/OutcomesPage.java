package org.counterpose.web;

import java.util.List;
import java.util.Optional;
import org.counterpose.clinic.Outcomes;
import org.counterpose.programme.Programme;
import org.counterpose.verdict.Verdict;
import org.counterpose.words.Words;

/** What came out of a programme's trials, in words; what is too few to tell is said to be. */
public record OutcomesPage(
    String programme,
    String started,
    String finished,
    List<Line> verdicts,
    List<Line> steps,
    List<Line> logging,
    String stops,
    Optional<String> looks) {

  /** A share: a bar where it may be told. */
  public record Line(String name, String value, Optional<Integer> percent) {}

  static OutcomesPage of(Outcomes outcomes, Programme programme, NeedInWords needs) {
    Words words = needs.words();
    return new OutcomesPage(
        programme.text("programme.title"),
        people(outcomes.started(), words),
        people(outcomes.finished(), words),
        outcomes.verdicts().entrySet().stream()
            .map(one -> share(answer(one.getKey(), words), one.getValue(), words))
            .toList(),
        outcomes.stepsDone().entrySet().stream()
            .map(
                step ->
                    mean(
                        programme
                            .textIfAny("steps." + step.getKey() + ".title")
                            .orElse(step.getKey()),
                        step.getValue(),
                        words))
            .toList(),
        outcomes.stillLogging().entrySet().stream()
            .map(day -> share(words.say("outcomes.day", day.getKey()), day.getValue(), words))
            .toList(),
        outcomes.stops().isTold()
            ? words.say("outcomes.stops", outcomes.stops().many(), outcomes.stops().lookedAt())
            : words.say("outcomes.too-few", Outcomes.LEAST),
        outcomes
            .stops()
            .median()
            .filter(median -> outcomes.stops().lookedAt() >= Outcomes.LEAST)
            .map(
                median ->
                    words.say(
                        "outcomes.looks",
                        needs.length(median),
                        needs.length(outcomes.stops().late().orElse(median)))));
  }

  private static String people(int many, Words words) {
    return many > 0 && many < Outcomes.LEAST
        ? words.say("outcomes.few", Outcomes.LEAST)
        : Integer.toString(many);
  }

  private static Line share(String name, Outcomes.Share share, Words words) {
    if (!share.isTold()) {
      return new Line(name, words.say("outcomes.too-few", Outcomes.LEAST), Optional.empty());
    }
    int[] interval = share.interval();
    return new Line(
        name,
        words.say(
            "outcomes.share", share.percent(), interval[0], interval[1], share.many(), share.of()),
        Optional.of(share.percent()));
  }

  private static Line mean(String name, Outcomes.Mean mean, Words words) {
    return mean.isTold()
        ? new Line(
            name,
            words.say("outcomes.mean", mean.percent(), mean.people()),
            Optional.of(mean.percent()))
        : new Line(name, words.say("outcomes.too-few", Outcomes.LEAST), Optional.empty());
  }

  private static String answer(Verdict.Answer answer, Words words) {
    return words.say(
        switch (answer) {
          case BETTER -> "outcomes.better";
          case NO_CLEAR_CHANGE -> "outcomes.no-clear-change";
          case WORSE -> "outcomes.worse";
          case NOT_ENOUGH_DAYS -> "outcomes.not-enough";
        });
  }
}
