package org.counterpose.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.counterpose.journal.Entry;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;
import org.counterpose.store.ListRow;
import org.counterpose.words.ChangesInWords;
import org.counterpose.words.VerdictInWords;
import org.counterpose.words.Words;

/**
 * What somebody of the clinic sees of one person.
 *
 * @param stop why it is stopped, where it is
 * @param clearing the ids of the answers that clearing would lift
 * @param timeline what happened, newest first, ratings and ordinary sessions by day
 * @param answers what was answered at the check, question and answer
 * @param leftOut the steps that are not in the plan today, and why
 */
public record CarePage(
    String id,
    String name,
    String eyebrow,
    String reason,
    String tone,
    Optional<TodayPage.Stop> stop,
    List<String> clearing,
    boolean paused,
    PainView pain,
    String verdict,
    Optional<Integer> planDone,
    List<StepShare> steps,
    List<String> visits,
    List<Happened> timeline,
    List<Said> answers,
    AdaptForm adapt,
    List<Said> leftOut) {

  private static final int MOST_LINES = 200;

  /** How much of a step was done, and whether the plan does without it today. */
  public record StepShare(String title, int percent, boolean leftOut) {}

  /** Something that happened. {@code kind} is pain, safety, clinic, person or plain. */
  public record Happened(String when, String what, String kind) {}

  /** A question and its answer, or a step and why it is left out. */
  public record Said(String question, String answer) {}

  static CarePage of(
      Journey journey,
      ListRow row,
      Set<UUID> stoppedBy,
      List<String> visits,
      AdaptForm adapt,
      Instant now,
      NeedInWords needs,
      UnaryOperator<String> html) {
    Words words = needs.words();
    Programme programme = journey.programme();
    Today today = journey.today(now);
    var findings = journey.findings(now);
    return new CarePage(
        journey.id().toString(),
        row.name(),
        words.say(
            "care.eyebrow",
            programme.text("programme.title"),
            Math.min(today.day(), today.of()),
            today.of()),
        needs.reason(row),
        StaffList.tone(org.counterpose.clinic.Need.ofRank(row.facts().need())),
        TodayPage.Stop.of(programme, today.state(), words, html),
        stoppedBy.stream().map(UUID::toString).sorted().toList(),
        today.state() instanceof Today.State.Paused,
        PainView.of(findings, words),
        VerdictInWords.of(findings.pain().verdict(), programme.trial(), words).title(),
        findings.done().days() > 0
            ? Optional.of(ProgressPage.percent(findings.done().adherence().overall()))
            : Optional.empty(),
        findings.done().adherence().byStep().entrySet().stream()
            .map(
                share ->
                    new StepShare(
                        programme.text("steps." + share.getKey() + ".title"),
                        ProgressPage.percent(share.getValue()),
                        today.leftOut().stream()
                            .anyMatch(left -> left.step().equals(share.getKey()))))
            .toList(),
        visits,
        timeline(journey, words),
        answers(programme, journey.journal().screened().answers(), words),
        adapt,
        today.leftOut().stream()
            .map(
                left ->
                    new Said(programme.text("steps." + left.step() + ".title"), why(left, words)))
            .toList());
  }

  /** Why a step is not in the plan, for the clinic. */
  static String why(Today.LeftOut left, Words words) {
    return switch (left.cause()) {
      case Today.LeftOut.Cause.ForSafety safety -> words.say("care.left-out.safety");
      case Today.LeftOut.Cause.ByClinic clinic ->
          words.say("care.left-out.clinic", clinic.by(), clinic.reason());
      case Today.LeftOut.Cause.NotOwned aid -> words.say("care.left-out.not-owned");
      case Today.LeftOut.Cause.ForComparison comparison -> words.say("care.left-out.comparison");
    };
  }

  private static List<Happened> timeline(Journey journey, Words words) {
    DateTimeFormatter format = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", words.locale());
    return journey.journal().standing().reversed().stream()
        .sorted(Comparator.comparing((Entry entry) -> entry.at().toInstant()).reversed())
        .flatMap(
            entry ->
                told(journey.programme(), entry, words).stream()
                    .map(what -> new Happened(entry.at().format(format), what, kind(entry))))
        .limit(MOST_LINES)
        .toList();
  }

  private static Optional<String> told(Programme programme, Entry entry, Words words) {
    return switch (entry) {
      case Entry.Screened e -> Optional.of(words.say("care.log.screened"));
      case Entry.Started e -> Optional.of(words.say("care.log.started"));
      case Entry.Paused e ->
          Optional.of(
              e.by()
                  .map(by -> words.say("log.paused-by", by, e.reason()))
                  .orElseGet(() -> words.say("care.log.paused")));
      case Entry.Resumed e -> Optional.of(words.say("care.log.resumed"));
      case Entry.Asked e -> Optional.of(words.say("care.log.asked", e.text()));
      case Entry.Adapted e ->
          Optional.of(
              words.say(
                  "care.log.adapted",
                  e.by(),
                  ChangesInWords.told(words, programme, e.changes()),
                  e.reason()));
      case Entry.ClearedByClinic e -> Optional.of(words.say("care.log.cleared", e.by(), e.why()));
      case Entry.GotWorse e ->
          Optional.of(words.say("care.log.got-worse", grave(programme, e.answers(), words)));
      case Entry.WeeklyCheck e ->
          Optional.of(words.say("care.log.weekly", grave(programme, e.safety(), words)));
      case Entry.SessionStopped e ->
          Optional.of(
              words.say(
                  e.why() == Entry.Why.PAIN ? "care.log.pain" : "log.session-stopped",
                  programme.textIfAny("steps." + e.step() + ".title").orElse(e.step())));
      default -> ProgressPage.told(programme, entry, words);
    };
  }

  /** The answers that are not a no, or that there are none. */
  private static String grave(Programme programme, Answers answers, Words words) {
    String told =
        answers(programme, answers, words).stream()
            .filter(said -> !said.answer().equals(words.say("form.none")))
            .filter(said -> !said.answer().equals(words.say("form.no")))
            .map(Said::answer)
            .collect(Collectors.joining("; "));
    return told.isEmpty() ? words.say("care.log.nothing") : told;
  }

  private static String kind(Entry entry) {
    return switch (entry) {
      case Entry.GotWorse e -> "safety";
      case Entry.ClearedByClinic e -> "clinic";
      case Entry.Adapted e -> "clinic";
      case Entry.Noted e -> "clinic";
      case Entry.Asked e -> "person";
      case Entry.SessionStopped e -> e.why() == Entry.Why.PAIN ? "pain" : "plain";
      default -> "plain";
    };
  }

  private static List<Said> answers(Programme programme, Answers answers, Words words) {
    List<Said> said = new ArrayList<>();
    for (Map.Entry<String, Answer> one : answers.byQuestion().entrySet()) {
      String question = one.getKey();
      said.add(
          new Said(
              programme.textIfAny("questions." + question).orElse(question),
              switch (one.getValue()) {
                case Answer.Chosen chosen ->
                    chosen.values().isEmpty()
                        ? words.say("form.none")
                        : chosen.values().stream()
                            .map(
                                value ->
                                    programme
                                        .textIfAny("questions." + question + "." + value)
                                        .orElse(value))
                            .collect(Collectors.joining(", "));
                case Answer.Amount amount ->
                    java.math.BigDecimal.valueOf(amount.value())
                        .stripTrailingZeros()
                        .toPlainString();
                case Answer.YesNo yesNo -> words.say(yesNo.yes() ? "form.yes" : "form.no");
              }));
    }
    return said;
  }
}
