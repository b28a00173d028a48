package org.counterpose.web;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpose.document.Fields;
import org.counterpose.plan.Findings;
import org.counterpose.plan.OtherMeasures;
import org.counterpose.programme.AlsoAsked;
import org.counterpose.programme.Programme;
import org.counterpose.verdict.Change;
import org.counterpose.verdict.FunctionChange;
import org.counterpose.verdict.NaturalCourse;
import org.counterpose.verdict.Ratings;
import org.counterpose.verdict.Verdict;
import org.counterpose.words.BesidePain;
import org.counterpose.words.MeasuredInWords;
import org.counterpose.words.Points;
import org.counterpose.words.Words;

/**
 * What the clinician's summary shows: a trial's findings in numbers, on one sheet of paper.
 *
 * @param table names the table of ratings
 * @param weeks the ratings, a row a week
 */
public record SummaryPage(
    String eyebrow,
    String made,
    PainView pain,
    List<Part> parts,
    String table,
    List<Week> weeks,
    Optional<String> stopped,
    Optional<String> disagree,
    String course) {

  private static final int WEEK = 7;

  /** Measures under one heading. */
  public record Part(String title, List<Row> rows) {}

  /** A measure and its value. */
  public record Row(String name, String value) {}

  /** The ratings of seven days, pain before stiffness; a dash is a day that was not rated. */
  public record Week(String days, List<String> ratings) {}

  static SummaryPage of(Findings findings, Programme programme, Words words) {
    Numbers numbers = new Numbers(findings, programme, words);
    Findings.Span span = findings.span();
    DateTimeFormatter date = words.dates("trials.day");
    return new SummaryPage(
        words.say("summary.eyebrow", span.day(), span.of()),
        words.say(
            "summary.made",
            findings.origin().programme(),
            findings.origin().version(),
            findings.origin().model(),
            span.date(1).format(date),
            span.date(span.day()).format(date)),
        PainView.of(findings, words),
        Stream.of(
                Stream.of(numbers.pain()),
                numbers.stiffness().stream(),
                Stream.of(numbers.other(), numbers.plan()))
            .flatMap(part -> part)
            .toList(),
        findings.stiffness().isPresent()
            ? words.say("summary.table")
            : words.say("summary.table.pain"),
        weeks(findings, words),
        findings
            .stop()
            .map(
                outcome ->
                    words.say(
                        "summary.stopped",
                        programme.text("outcomes." + Fields.dashed(outcome) + ".title"))),
        BesidePain.disagreement(findings.directions(), "summary.disagree", words),
        numbers.course());
  }

  private static List<Week> weeks(Findings findings, Words words) {
    List<Week> weeks = new ArrayList<>();
    for (int from = 1; from <= findings.span().day(); from += WEEK) {
      int to = from + WEEK - 1;
      List<String> ratings = new ArrayList<>();
      for (int day = from; day <= to; day++) {
        ratings.add(day > findings.span().day() ? "" : rated(findings, day, words));
      }
      weeks.add(new Week(words.say("summary.table.week", from, to), ratings));
    }
    return List.copyOf(weeks);
  }

  private static String rated(Findings findings, int day, Words words) {
    String pain = rated(findings.pain().ratings(), day, words);
    return findings
        .stiffness()
        .map(stiffness -> pain + "/" + rated(stiffness.ratings(), day, words))
        .orElse(pain);
  }

  private static String rated(Ratings ratings, int day, Words words) {
    return Optional.ofNullable(ratings.byDay().get(day))
        .map(value -> Points.tenth(value, words))
        .orElse("–");
  }

  /** The numbers of one trial. */
  private record Numbers(Findings findings, Programme programme, Words words) {

    Part pain() {
      Findings.Judged pain = findings.pain();
      List<Row> rows = judged(pain);
      pain.ratings()
          .before()
          .ifPresent(before -> rows.add(row("summary.before", Points.tenth(before, words))));
      return new Part(words.say("summary.pain"), List.copyOf(rows));
    }

    /** Empty where it was neither asked for nor rated. */
    Optional<Part> stiffness() {
      Optional<List<Row>> rows = findings.stiffness().map(this::judged).map(List::copyOf);
      if (programme.asksFor(AlsoAsked.STIFFNESS)) {
        rows =
            rows.or(
                () ->
                    Optional.of(
                        List.of(row("summary.rated", words.say("summary.stiffness.none")))));
      }
      return rows.map(told -> new Part(words.say("summary.stiffness"), told));
    }

    private List<Row> judged(Findings.Judged judged) {
      Verdict verdict = judged.verdict();
      List<Row> rows = new ArrayList<>();
      rows.add(row("summary.verdict", answer(verdict)));
      rows.add(
          row(
              "summary.levels",
              known(
                  verdict,
                  change ->
                      words.say(
                          "summary.levels.value",
                          Points.hundredth(change.first(), words),
                          Points.hundredth(change.last(), words)))));
      rows.add(
          row(
              "summary.change",
              known(
                  verdict,
                  change ->
                      words.say(
                          "summary.change.value",
                          Points.hundredth(Points.between(change.first(), change.last(), 2), words),
                          Points.hundredth(change.low(), words),
                          Points.hundredth(change.high(), words)))));
      rows.add(row("summary.important", important(verdict)));
      rows.add(row("summary.chances", chances(verdict, Change::important, Change::relief)));
      rows.add(row("summary.worse", chances(verdict, Change::worsening, Change::worse)));
      rows.add(
          row(
              "summary.scatter",
              known(
                  verdict,
                  change ->
                      words.say(
                          "summary.pair",
                          Points.hundredth(change.scatter().sd(), words),
                          Points.hundredth(change.scatter().rho(), words)))));
      rows.add(
          row(
              "summary.rated",
              words.say("summary.rated.value", verdict.daysUsed(), verdict.daysOf())));
      return rows;
    }

    private String answer(Verdict verdict) {
      if (verdict.soFar()) {
        return words.say("summary.verdict.so-far", programme.trial().days());
      }
      return switch (verdict.answer()) {
        case BETTER -> words.say("summary.verdict.better");
        case NO_CLEAR_CHANGE -> words.say("summary.verdict.no-clear-change");
        case WORSE -> words.say("summary.verdict.worse");
        case NOT_ENOUGH_DAYS -> words.say("summary.verdict.not-enough-days");
      };
    }

    private String important(Verdict verdict) {
      if (verdict.first().isEmpty()) {
        return words.say("summary.unknown");
      }
      String points = Points.of(verdict.important(), words);
      return verdict.leavesNoRoom() ? words.say("summary.room", points) : points;
    }

    private String chances(
        Verdict verdict, ToDoubleFunction<Change> first, ToDoubleFunction<Change> second) {
      return known(
          verdict,
          change ->
              words.say(
                  "summary.pair",
                  chance(first.applyAsDouble(change)),
                  chance(second.applyAsDouble(change))));
    }

    /** To a hundredth; what is not quite nought or one is not told as such. */
    private String chance(double chance) {
      if (chance < 0.01) {
        return words.say("summary.chance.nearly-none");
      }
      return chance > 0.99
          ? words.say("summary.chance.nearly-sure")
          : Points.hundredth(chance, words);
    }

    private String known(Verdict verdict, Function<Change, String> told) {
      return verdict.change().map(told).orElseGet(() -> words.say("summary.unknown"));
    }

    Part other() {
      OtherMeasures other = findings.otherMeasures();
      List<Row> rows = new ArrayList<>();
      MeasuredInWords measured = new MeasuredInWords(programme, words);
      other
          .measured()
          .forEach(
              change ->
                  rows.add(
                      new Row(
                          measured.title(change.measure().id(), change.side()),
                          measured.inNumbers(change))));
      other
          .function()
          .ifPresentOrElse(
              function -> function(function, rows),
              () -> rows.add(row("summary.psfs.none", words.say("summary.psfs.none.value"))));
      rows.add(
          other
              .globalRating()
              .map(
                  rating ->
                      new Row(
                          words.say("summary.rating", rating.day()),
                          words.say("summary.rating.value", Points.signed(rating.points(), words))))
              .orElseGet(() -> row("summary.rating.none", words.say("summary.rating.none.value"))));
      return new Part(words.say("summary.other"), List.copyOf(rows));
    }

    private void function(FunctionChange function, List<Row> rows) {
      rows.add(
          new Row(
              words.say(
                  "summary.psfs",
                  function.activities().size(),
                  function.firstDay(),
                  function.lastDay()),
              words.say(
                  "summary.psfs.value",
                  Points.tenth(function.first(), words),
                  Points.tenth(function.last(), words),
                  Points.signed(Points.between(function.last(), function.first(), 1), words),
                  BesidePain.size(function, words))));
      function
          .activities()
          .forEach(
              scored ->
                  rows.add(
                      new Row(
                          scored.name(),
                          words.say("summary.activity.value", scored.first(), scored.last()))));
    }

    Part plan() {
      Findings.Done done = findings.done();
      List<Row> rows = new ArrayList<>();
      done.adherence()
          .byStep()
          .forEach(
              (step, share) ->
                  rows.add(new Row(programme.text("steps." + step + ".title"), percent(share))));
      rows.add(
          row(
              "summary.plan.overall",
              rows.isEmpty()
                  ? words.say("summary.plan.nothing")
                  : percent(done.adherence().overall())));
      if (!findings.saferOn().isEmpty()) {
        rows.add(
            row(
                "summary.plan.safer",
                findings.saferOn().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "))));
      }
      return new Part(words.say("summary.plan", Math.max(1, done.days())), List.copyOf(rows));
    }

    private String percent(double share) {
      return words.say("summary.percent", ProgressPage.percent(share));
    }

    String course() {
      if (programme.trial().naturalCourse().isEmpty()) {
        return words.say("summary.course.not-published");
      }
      Verdict verdict = findings.pain().verdict();
      return verdict
          .withoutProgramme()
          .filter(course -> !verdict.leavesNoRoom())
          .map(course -> course(course, verdict))
          .orElseGet(
              () ->
                  verdict.leavesNoRoom()
                      ? words.say("summary.course.no-room")
                      : words.say("summary.course.none"));
    }

    private String course(NaturalCourse course, Verdict verdict) {
      return words.say(
              "summary.course.figure",
              course.inHundred(),
              course.low(),
              course.high(),
              Points.of(verdict.important(), words),
              findings
                  .lasted()
                  .map(lasted -> words.say("summary.course." + Fields.dashed(lasted)))
                  .orElseGet(() -> words.say("summary.course.anybody")))
          + programme
              .trial()
              .naturalCourse()
              .map(
                  published -> " " + words.say("summary.course.source." + Fields.dashed(published)))
              .orElse("");
    }

    private Row row(String key, String value) {
      return new Row(words.say(key), value);
    }
  }
}
