package org.counterpose.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.counterpose.document.Fields;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Findings;
import org.counterpose.plan.Today;
import org.counterpose.programme.Programme;
import org.counterpose.verdict.Ratings;
import org.counterpose.verdict.Verdict;
import org.counterpose.words.BesidePain;
import org.counterpose.words.PartInWords;
import org.counterpose.words.VerdictInWords;
import org.counterpose.words.Words;

/**
 * What the verdict page shows, and before the first verdict what it shows of "so far".
 *
 * @param helped what would have helped to tell; empty where there was enough
 * @param part what the days without a step show, for who chose to compare
 * @param next what comes next
 * @param keeps the steps that a lighter plan is made of, where that comes next
 * @param notSaid what the verdict does not say, paragraph by paragraph
 */
public record VerdictPage(
    String heading,
    VerdictInWords told,
    PainView pain,
    boolean soFar,
    Optional<String> helped,
    Plan plan,
    BesidePain beside,
    Optional<PartInWords> part,
    List<String> notSaid,
    String next,
    List<Kept> keeps,
    boolean offersBooking,
    Optional<TodayPage.Stop> stop) {

  private static final int WEEK = 7;

  /** A step that was done in the trial, and may go on. */
  public record Kept(String title, String how) {}

  /** How much of the plan was done: a heading, by step, and a ring. */
  public record Plan(String title, String bySteps, Optional<String> safer, String ring) {

    static Plan of(Findings findings, Programme programme, Words words) {
      Findings.Done done = findings.done();
      int percent = ProgressPage.percent(done.adherence().overall());
      String title =
          percent == 0
              ? words.say("verdict.done.nothing")
              : words.say("verdict.done.title", percent);
      String bySteps =
          done.adherence().byStep().entrySet().stream()
              .map(
                  share ->
                      programme.text("steps." + share.getKey() + ".title")
                          + " "
                          + ProgressPage.percent(share.getValue())
                          + "\u00a0%")
              .collect(Collectors.joining(", "));
      return new Plan(
          title,
          bySteps.isEmpty()
              ? words.say("verdict.done.none")
              : words.say("verdict.done.days", done.days(), bySteps),
          VerdictPage.safer(findings, words),
          Ring.draw(done.adherence().overall(), words.say("summary.percent", percent), title));
    }
  }

  /** That the programme was made safer on the way; empty where it was not. */
  static Optional<String> safer(Findings findings, Words words) {
    return findings.saferOn().isEmpty()
        ? Optional.empty()
        : Optional.of(
            words.say(
                "verdict.safer",
                findings.saferOn().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "))));
  }

  static VerdictPage of(Journey journey, Instant now, Words words, UnaryOperator<String> html) {
    Programme programme = journey.programme();
    Findings findings = journey.findings(now);
    Today today = journey.today(now);
    boolean together = isToBeLookedAtTogether(findings);
    Verdict verdict = findings.pain().verdict();
    VerdictInWords told = VerdictInWords.of(verdict, programme.trial(), findings.lasted(), words);
    return new VerdictPage(
        heading(findings, told, words),
        told,
        PainView.of(findings, words),
        verdict.soFar(),
        helped(findings, words),
        Plan.of(findings, programme, words),
        BesidePain.of(findings, programme, words),
        ComparePage.isOver(today) ? ComparePage.result(journey, now, words) : Optional.empty(),
        notSaid(findings, told, programme, words),
        together ? words.say("verdict.next.look-together") : told.next(),
        together ? List.of() : keeps(findings, programme, today),
        together
            || switch (verdict.next()) {
              case BOOK, GET_CHECKED -> true;
              case KEEP_RATING, GO_ON, KEEP_GOING_LIGHTLY -> false;
            },
        TodayPage.Stop.of(programme, today.state(), words, html));
  }

  /** The answer; said to be of pain where something else got worse meanwhile. */
  private static String heading(Findings findings, VerdictInWords told, Words words) {
    if (findings.pain().verdict().soFar()) {
      return words.say("verdict.so-far.heading");
    }
    return findings.directions().disagree()
        ? words.say("verdict.title.pain", told.title())
        : told.title();
  }

  /** Pain is better, and something else is worse: going on alone is not the answer. */
  private static boolean isToBeLookedAtTogether(Findings findings) {
    return findings.pain().verdict().answer() == Verdict.Answer.BETTER
        && findings.directions().disagree();
  }

  /** What was done, and nothing left out of the plan now; with how each is done. */
  private static List<Kept> keeps(Findings findings, Programme programme, Today today) {
    return switch (findings.pain().verdict().next()) {
      case KEEP_GOING_LIGHTLY ->
          findings.done().adherence().byStep().entrySet().stream()
              .filter(share -> share.getValue() > 0 && isStillOffered(share.getKey(), today))
              .map(
                  share ->
                      new Kept(
                          programme.text("steps." + share.getKey() + ".title"),
                          "/learn/" + programme.id() + "/" + share.getKey()))
              .toList();
      case KEEP_RATING, GO_ON, BOOK, GET_CHECKED -> List.of();
    };
  }

  /** Neither safety nor the clinic took it out; what chance leaves out of one day stays offered. */
  private static boolean isStillOffered(String step, Today today) {
    return today.leftOut().stream()
        .filter(left -> left.step().equals(step))
        .allMatch(left -> left.cause() instanceof Today.LeftOut.Cause.ForComparison);
  }

  private static Optional<String> helped(Findings findings, Words words) {
    return switch (findings.pain().verdict().answer()) {
      case NOT_ENOUGH_DAYS -> {
        Ratings ratings = findings.pain().ratings();
        yield Optional.of(
            words.say(
                "verdict.helped",
                ratings.byDay().headMap(WEEK + 1).size(),
                ratings.byDay().tailMap(ratings.day() - WEEK + 1).size()));
      }
      case BETTER, NO_CLEAR_CHANGE, WORSE -> Optional.empty();
    };
  }

  private static List<String> notSaid(
      Findings findings, VerdictInWords told, Programme programme, Words words) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(words.say("verdict.no-cause"));
    told.course()
        .ifPresent(
            course -> {
              paragraphs.add(
                  findings.lasted().isPresent()
                      ? course
                      : course + " " + words.say("verdict.course.not-told"));
              programme
                  .trial()
                  .naturalCourse()
                  .ifPresent(
                      published ->
                          paragraphs.add(
                              words.say("verdict.course.source." + Fields.dashed(published))));
            });
    return List.copyOf(paragraphs);
  }
}
