package org.counterpose.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Adherence;
import org.counterpose.plan.Findings;
import org.counterpose.plan.Today;
import org.counterpose.programme.Programme;
import org.counterpose.words.ChangesInWords;
import org.counterpose.words.Doses;
import org.counterpose.words.MeasuredInWords;
import org.counterpose.words.SaferInWords;
import org.counterpose.words.Words;

/** What the Progress page shows: the ratings as a chart and a table, the plan done, the log. */
public record ProgressPage(
    String eyebrow,
    PainView pain,
    boolean open,
    boolean verdictReady,
    String plan,
    Optional<String> today,
    List<StepShare> steps,
    List<Stood> stood,
    List<MeasuredSoFar.Row> measured,
    boolean offersComparison,
    boolean compares,
    List<Line> log) {

  private static final int LATELY = 10;

  public record StepShare(String title, int percent) {}

  /** How somebody stood on a day: two inclinations in whole degrees. */
  public record Stood(String date, String earShoulder, String shoulderHip) {}

  public record Line(UUID id, String when, String what, boolean mayBeTakenBack) {}

  /** What was logged last, and stands on the page; the rest is opened. */
  public List<Line> lately() {
    return log.subList(0, Math.min(LATELY, log.size()));
  }

  public List<Line> before() {
    return log.subList(lately().size(), log.size());
  }

  static ProgressPage of(Journey journey, Instant now, Words words) {
    Programme programme = journey.programme();
    Today today = journey.today(now);
    Findings findings = journey.findings(now);
    Adherence adherence = findings.done().adherence();
    return new ProgressPage(
        words.say("progress.eyebrow", Math.min(today.day(), today.of()), today.of()),
        PainView.of(findings, words),
        today.isOpen(),
        today.day() >= programme.trial().days(),
        plan(findings.done(), words),
        soFarToday(programme, today, now, words),
        adherence.byStep().entrySet().stream()
            .map(
                share ->
                    new StepShare(
                        programme.text("steps." + share.getKey() + ".title"),
                        percent(share.getValue())))
            .toList(),
        stood(journey, words),
        new MeasuredSoFar(journey, now, words).rows(),
        today.state() instanceof Today.State.Running && !journey.comparable(now).isEmpty(),
        journey.comparison(now).filter(one -> one.runsOn(today.day())).isPresent(),
        log(journey, now, words));
  }

  /** Of the days that are over, as the verdict counts. */
  static String plan(Findings.Done done, Words words) {
    return done.share().isEmpty()
        ? words.say("progress.plan.nothing-yet")
        : words.say("progress.plan.overall", done.days(), percent(done.adherence().overall()));
  }

  /** What Today says of the day that goes on; empty where it asks for nothing. */
  private static Optional<String> soFarToday(
      Programme programme, Today today, Instant now, Words words) {
    TodayView view = TodayView.of(programme, today, now, words);
    return view.total() == 0
        ? Optional.empty()
        : Optional.of(words.say("progress.plan.today", view.ring()));
  }

  static int percent(double share) {
    return (int) Math.round(100 * share);
  }

  private static List<Stood> stood(Journey journey, Words words) {
    DateTimeFormatter format = words.dates("calendar.date");
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

  private static List<Line> log(Journey journey, Instant now, Words words) {
    Set<UUID> corrected = journey.at(now).corrected();
    DateTimeFormatter format = words.dates("calendar.date", "book.clock");
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
                                corrected.contains(entry.id())
                                    ? words.say("log.corrected", what)
                                    : what,
                                Journal.mayBeVoided(entry))))
        .toList();
  }

  static Optional<String> told(Programme programme, Entry entry, Words words) {
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
              e.reps()
                  .map(
                      reps ->
                          words.say(
                              "log.session-counted",
                              title(programme, e.step()),
                              reps,
                              Doses.done(words, e.seconds())))
                  .orElseGet(
                      () ->
                          words.say(
                              "log.session-done",
                              title(programme, e.step()),
                              Doses.done(words, e.seconds()))));
      case Entry.SessionStopped e ->
          Optional.of(words.say("log.session-stopped", title(programme, e.step())));
      case Entry.Worn e ->
          Optional.of(
              words.say("log.worn", title(programme, e.step()), Doses.done(words, e.seconds())));
      case Entry.WeeklyCheck e -> Optional.of(words.say("log.weekly-check"));
      case Entry.Activities e -> Optional.of(words.say("log.activities"));
      case Entry.GotWorse e -> Optional.of(words.say("log.got-worse"));
      case Entry.Comparing e ->
          Optional.of(
              e.step()
                  .map(step -> words.say("log.comparing", title(programme, step)))
                  .orElseGet(() -> words.say("log.compared")));
      case Entry.Posture e -> Optional.of(words.say("log.posture"));
      case Entry.Measured e ->
          Optional.of(
              words.say(
                  "log.measured",
                  new MeasuredInWords(programme, words).title(e.measure(), e.side()),
                  new MeasuredInWords(programme, words).value(e)));
      case Entry.Adapted e ->
          Optional.of(
              words.say(
                  "log.adapted",
                  e.by(),
                  ChangesInWords.told(words, programme, e.changes()),
                  e.reason()));
      case Entry.Paused e ->
          Optional.of(
              e.by()
                  .map(by -> words.say("log.paused-by", by, e.reason()))
                  .orElseGet(() -> words.say("log.paused")));
      case Entry.Resumed e -> Optional.of(words.say("log.resumed"));
      case Entry.Noted e -> Optional.of(words.say("log.noted", e.by(), e.text()));
      case Entry.Asked e -> Optional.of(words.say("log.asked", e.text()));
      case Entry.MadeSafer e ->
          Optional.of(
              words.say("log.safer", e.by(), SaferInWords.told(words, programme, e), e.why()));
      case Entry.ClearedByClinic e -> Optional.of(words.say("log.cleared", e.by(), e.why()));
    };
  }

  private static String title(Programme programme, String step) {
    return programme.textIfAny("steps." + step + ".title").orElse(step);
  }
}
