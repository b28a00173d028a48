package org.counterpose.web;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Adherence;
import org.counterpose.plan.Today;
import org.counterpose.verdict.Ratings;
import org.counterpose.verdict.Verdict;
import org.counterpose.words.VerdictInWords;
import org.counterpose.words.Words;

/** What the verdict page shows. */
public record VerdictPage(
    VerdictInWords told,
    String chart,
    int percent,
    String bySteps,
    String ring,
    boolean offersBooking,
    Optional<TodayPage.Stop> stop) {

  static VerdictPage of(Journey journey, Instant now, Words words, UnaryOperator<String> html) {
    Verdict verdict = journey.verdict(now);
    Ratings ratings = journey.ratings(now);
    Today today = journey.today(now);
    Adherence adherence = journey.adherence(now);
    int percent = ProgressPage.percent(adherence.overall());
    String bySteps =
        adherence.byStep().entrySet().stream()
            .map(
                share ->
                    journey.programme().text("steps." + share.getKey() + ".title")
                        + " "
                        + ProgressPage.percent(share.getValue())
                        + "\u00a0%")
            .collect(Collectors.joining(", "));
    return new VerdictPage(
        VerdictInWords.of(verdict, journey.programme().trial(), words),
        PainChart.draw(
            ratings,
            journey.levels(now),
            verdict,
            Math.max(today.of(), ratings.day()),
            ProgressPage.labels(ratings, verdict, words)),
        percent,
        bySteps,
        Ring.draw(adherence.overall(), percent + "", words.say("verdict.done.title", percent)),
        switch (verdict.next()) {
          case BOOK, GET_CHECKED -> true;
          case KEEP_RATING, GO_ON, KEEP_GOING_LIGHTLY -> false;
        },
        TodayPage.Stop.of(journey.programme(), today.state(), words, html));
  }
}
