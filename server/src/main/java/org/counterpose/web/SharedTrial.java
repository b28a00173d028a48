package org.counterpose.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.counterpose.booking.TrialSummary;
import org.counterpose.document.Nodes;
import org.counterpose.journeys.Journey;
import org.counterpose.words.VerdictInWords;
import org.counterpose.words.Words;

/** What goes along of a trial, and in words for the one who decides whether it does. */
public record SharedTrial(TrialSummary summary, String verdict, Words words) {

  static SharedTrial of(Journey journey, Instant now, Words words) {
    return new SharedTrial(
        new TrialSummary(
            journey.programme().id(),
            journey.today(now).day(),
            journey.verdict(now),
            journey.ratings(now),
            journey.findings(now).done()),
        VerdictInWords.of(journey.verdict(now), journey.programme().trial(), words).title(),
        words);
  }

  public List<String> lines() {
    String ratings =
        String.join(
            ", ", summary.ratings().byDay().entrySet().stream().map(SharedTrial::rating).toList());
    return List.of(
        words.say("book.share.day", summary.day()),
        words.say("book.share.verdict", verdict),
        ratings.isEmpty()
            ? words.say("book.share.no-ratings")
            : words.say("book.share.ratings", ratings),
        done());
  }

  private String done() {
    OptionalDouble share = summary.done().share();
    return share.isPresent()
        ? words.say("book.share.done", ProgressPage.percent(share.getAsDouble()))
        : words.say("progress.plan.nothing-yet");
  }

  private static String rating(Map.Entry<Integer, Double> rating) {
    return rating.getKey() + ": " + Nodes.number(rating.getValue()).value().toPlainString();
  }
}
