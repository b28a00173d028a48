package org.counterpose.web;

import java.util.List;
import java.util.Optional;
import org.counterpose.clinic.FirstLooks;
import org.counterpose.clinic.Outcomes;
import org.counterpose.programme.Programme;
import org.counterpose.words.Words;

/** What came out of a programme's trials, in words; what is too few to tell is said to be. */
public record OutcomesPage(
    String id,
    String programme,
    String started,
    String finished,
    String judged,
    List<Line> endings,
    List<Line> steps,
    List<Line> logging,
    List<String> stops) {

  /** A share: a bar where it may be told. */
  public record Line(String name, String value, Optional<Integer> percent) {}

  static OutcomesPage of(Outcomes outcomes, Programme programme, NeedInWords needs) {
    Words words = needs.words();
    return new OutcomesPage(
        programme.id(),
        programme.text("programme.title"),
        people(outcomes.started(), words),
        people(outcomes.finished(), words),
        words.say("outcomes.verdicts.of", programme.trial().extendTo()),
        outcomes.endings().entrySet().stream()
            .map(one -> ending(one.getKey(), one.getValue(), words))
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
            .map(day -> logging(day.getKey(), day.getValue(), words))
            .toList(),
        stops(outcomes.looks(), needs));
  }

  private static List<String> stops(FirstLooks looks, NeedInWords needs) {
    Words words = needs.words();
    if (!looks.isTold()) {
      return List.of(words.say("outcomes.too-few", Outcomes.LEAST));
    }
    if (looks.people() == 0) {
      return List.of(words.say("outcomes.stops.none"));
    }
    return List.of(
        words.say("outcomes.stops", looks.people()),
        looks.waiting().isTold()
            ? words.say("outcomes.waiting", looks.waiting().many())
            : words.say("outcomes.waiting.some"),
        looks
            .median()
            .map(
                half ->
                    looks
                        .late()
                        .map(
                            most ->
                                words.say("outcomes.looks", needs.length(half), needs.length(most)))
                        .orElseGet(() -> words.say("outcomes.looks.half", needs.length(half))))
            .orElseGet(() -> words.say("outcomes.looks.none")));
  }

  private static String people(int many, Words words) {
    return many > 0 && many < Outcomes.LEAST
        ? words.say("outcomes.few", Outcomes.LEAST)
        : Integer.toString(many);
  }

  /** All that is hidden of a whole is said in one way: which part is the small one tells of it. */
  private static Line ending(Outcomes.Ending ending, Outcomes.Share share, Words words) {
    String hidden =
        share.of() < Outcomes.LEAST
            ? words.say("outcomes.too-few", Outcomes.LEAST)
            : words.say("outcomes.small-groups");
    return share(name(ending, words), share, hidden, words);
  }

  private static Line logging(int day, Outcomes.Share share, Words words) {
    String hidden =
        share.isAllButFew()
            ? words.say("outcomes.few-stopped-logging")
            : words.say("outcomes.too-few", Outcomes.LEAST);
    return share(words.say("outcomes.day", day), share, hidden, words);
  }

  private static Line share(String name, Outcomes.Share share, String hidden, Words words) {
    if (!share.isTold()) {
      return new Line(name, hidden, Optional.empty());
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

  private static String name(Outcomes.Ending ending, Words words) {
    return words.say(
        switch (ending) {
          case BETTER -> "outcomes.better";
          case NO_CLEAR_CHANGE -> "outcomes.no-clear-change";
          case WORSE -> "outcomes.worse";
          case NOT_ENOUGH_DAYS -> "outcomes.not-enough";
          case STOPPED -> "outcomes.stopped";
        });
  }
}
