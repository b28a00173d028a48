package org.counterpose.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Adherence;
import org.counterpose.plan.Today;
import org.counterpose.programme.Programme;
import org.counterpose.verdict.Ratings;
import org.counterpose.verdict.Verdict;
import org.counterpose.words.Words;

/** What the Progress page shows: the ratings as a chart and a table, the plan done, the log. */
public record ProgressPage(
    String eyebrow,
    String chart,
    List<Day> days,
    boolean verdictReady,
    int overall,
    List<StepShare> steps,
    List<Stood> stood,
    List<Line> log) {

  /** A day of the table; blank ratings are told as "not rated". */
  public record Day(int day, String date, String pain, String stiffness) {}

  public record StepShare(String title, int percent) {}

  /** How somebody stood on a day: two inclinations in whole degrees. */
  public record Stood(String date, String earShoulder, String shoulderHip) {}

  public record Line(UUID id, String when, String what, boolean mayBeTakenBack) {}

  static ProgressPage of(Journey journey, Instant now, Words words) {
    Programme programme = journey.programme();
    Today today = journey.today(now);
    Ratings ratings = journey.ratings(now);
    Verdict verdict = journey.verdict(now);
    Adherence adherence = journey.adherence(now);
    return new ProgressPage(
        words.say("progress.eyebrow", Math.min(today.day(), today.of()), today.of()),
        PainChart.draw(
            ratings,
            journey.levels(now),
            verdict,
            Math.max(today.of(), ratings.day()),
            labels(ratings, verdict, words)),
        days(journey, today, journey.rated(now), ratings.day(), words),
        today.day() >= programme.trial().days(),
        percent(adherence.overall()),
        adherence.byStep().entrySet().stream()
            .map(
                share ->
                    new StepShare(
                        programme.text("steps." + share.getKey() + ".title"),
                        percent(share.getValue())))
            .toList(),
        stood(journey, words),
        log(journey, words));
  }

  static PainChart.Labels labels(Ratings ratings, Verdict verdict, Words words) {
    String means =
        verdict
            .change()
            .map(
                change ->
                    words.say(
                        "progress.chart.means",
                        String.format(Locale.ROOT, "%.1f", change.first()),
                        String.format(Locale.ROOT, "%.1f", change.last())))
            .orElseGet(() -> words.say("progress.chart.few"));
    return new PainChart.Labels(
        words.say("progress.chart", ratings.byDay().size(), ratings.day(), means),
        words.say("progress.day"),
        words.say("progress.matters"));
  }

  static int percent(double share) {
    return (int) Math.round(100 * share);
  }

  private static List<Day> days(
      Journey journey, Today today, SortedMap<Integer, Entry.Rated> byDay, int last, Words words) {
    String none = words.say("progress.table.none");
    DateTimeFormatter format = dates(journey.programme());
    List<Day> days = new ArrayList<>();
    for (int day = 1; day <= last; day++) {
      LocalDate date = today.date().minusDays((long) today.day() - day);
      Optional<Entry.Rated> rated = Optional.ofNullable(byDay.get(day));
      days.add(
          new Day(
              day,
              date.format(format),
              rated.map(Entry.Rated::pain).map(String::valueOf).orElse(none),
              rated.flatMap(Entry.Rated::stiffness).map(String::valueOf).orElse(none)));
    }
    return days;
  }

  private static DateTimeFormatter dates(Programme programme) {
    return DateTimeFormatter.ofPattern("EEE d MMM", Locale.of(programme.language()));
  }

  private static List<Stood> stood(Journey journey, Words words) {
    DateTimeFormatter format = dates(journey.programme());
    return journey
        .journal()
        .of(Entry.Posture.class)
        .sorted(Comparator.comparing((Entry.Posture entry) -> entry.at().toInstant()).reversed())
        .map(
            entry ->
                new Stood(
                    entry.at().format(format),
                    words.say("posture.whole-degrees", Math.round(entry.earShoulderDegrees())),
                    words.say("posture.whole-degrees", Math.round(entry.shoulderHipDegrees()))))
        .toList();
  }

  private static List<Line> log(Journey journey, Words words) {
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.of(journey.programme().language()));
    return journey.journal().standing().stream()
        .sorted(Comparator.comparing((Entry entry) -> entry.at().toInstant()).reversed())
        .flatMap(
            entry ->
                told(journey.programme(), entry, words).stream()
                    .map(
                        what ->
                            new Line(
                                entry.id(),
                                entry.at().format(format),
                                what,
                                Journal.mayBeVoided(entry))))
        .toList();
  }

  private static Optional<String> told(Programme programme, Entry entry, Words words) {
    return switch (entry) {
      case Entry.Screened e -> Optional.empty();
      case Entry.Started e -> Optional.empty();
      case Entry.WearStarted e -> Optional.empty();
      case Entry.Void e -> Optional.empty();
      case Entry.RoutineChanged e -> Optional.of(words.say("log.routine-changed"));
      case Entry.Rated e ->
          Optional.of(
              e.stiffness()
                  .map(stiffness -> words.say("log.rated-both", e.pain(), stiffness))
                  .orElseGet(() -> words.say("log.rated", e.pain())));
      case Entry.SessionDone e ->
          Optional.of(
              words.say("log.session-done", title(programme, e.step()), minutes(e.seconds())));
      case Entry.SessionStopped e ->
          Optional.of(words.say("log.session-stopped", title(programme, e.step())));
      case Entry.Worn e ->
          Optional.of(words.say("log.worn", title(programme, e.step()), minutes(e.seconds())));
      case Entry.WeeklyCheck e -> Optional.of(words.say("log.weekly-check"));
      case Entry.Activities e -> Optional.of(words.say("log.activities"));
      case Entry.GotWorse e -> Optional.of(words.say("log.got-worse"));
      case Entry.Posture e -> Optional.of(words.say("log.posture"));
    };
  }

  private static String title(Programme programme, String step) {
    return programme.textIfAny("steps." + step + ".title").orElse(step);
  }

  private static int minutes(int seconds) {
    return Math.max(1, Math.round(seconds / 60f));
  }
}
