package org.counterpose.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpose.journal.Entry;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;
import org.counterpose.store.ListRow;
import org.counterpose.words.VerdictInWords;
import org.counterpose.words.Words;

/**
 * What somebody of the clinic sees of one person.
 *
 * @param stopped whether safety answers stop it
 * @param clearing the ids of the answers that clearing would lift
 * @param waiting the ids of the entries that a note or a change would answer
 * @param held whether the clinic paused the plan
 * @param rests what is said where the person rests from it themselves
 * @param safety the answers that ever stopped it, and what became of them
 * @param timeline what happened, newest first, ratings and ordinary sessions by day
 * @param theirClock the person's own, by which the timeline is told
 * @param answers what was answered at the check, question and answer
 * @param leftOut the steps that are not in the plan today, and why
 */
public record CarePage(
    String id,
    String name,
    String eyebrow,
    String reason,
    String tone,
    boolean stopped,
    List<String> clearing,
    List<String> waiting,
    boolean held,
    Optional<String> rests,
    SafetyHistory safety,
    PainView pain,
    String verdict,
    String planDone,
    List<StepShare> steps,
    List<MeasuredSoFar.Row> measured,
    Visits visits,
    List<Happened> timeline,
    String theirClock,
    List<Told> answers,
    AdaptForm adapt,
    List<Told> leftOut) {

  /** How much of a step was done, and whether the plan does without it today. */
  public record StepShare(String title, int percent, boolean leftOut) {}

  /** The visits to come, and the clock by which they are told. */
  public record Visits(List<String> all, String clock) {}

  /** Something that happened. {@code kind} is pain, safety, clinic, person or plain. */
  public record Happened(String when, String what, String kind) {}

  /** A question and its answer, or a step and why it is left out. */
  public record Told(String question, String answer) {}

  /**
   * What somebody of the clinic is needed for.
   *
   * @param stopping the entries that stop the trial
   * @param waiting those that wait for an answer
   */
  record Open(Set<UUID> stopping, Set<UUID> waiting, SafetyHistory safety) {}

  static CarePage of(
      Journey journey,
      ListRow row,
      Open open,
      Visits visits,
      AdaptForm adapt,
      Instant now,
      NeedInWords needs) {
    Words words = needs.words();
    Programme programme = journey.programme();
    Today today = journey.today(now);
    Optional<Entry.Paused> pause = journey.pause(now);
    var findings = journey.findings(now);
    return new CarePage(
        journey.id().toString(),
        NameOnList.of(row, words),
        words.say(
            "care.eyebrow",
            programme.text("programme.title"),
            Math.min(today.day(), today.of()),
            today.of()),
        needs.reason(row),
        StaffRow.tone(row.facts()),
        today.state() instanceof Today.State.Stopped,
        texts(open.stopping()),
        texts(open.waiting()),
        pause.flatMap(Entry.Paused::by).isPresent(),
        pause.filter(one -> one.by().isEmpty()).map(one -> rests(one, words)),
        open.safety(),
        PainView.of(findings, words),
        VerdictInWords.of(findings.pain().verdict(), programme.trial(), words).title(),
        ProgressPage.plan(findings.done(), words),
        findings.done().adherence().byStep().entrySet().stream()
            .map(
                share ->
                    new StepShare(
                        programme.text("steps." + share.getKey() + ".title"),
                        ProgressPage.percent(share.getValue()),
                        today.leftOut().stream()
                            .anyMatch(left -> left.step().equals(share.getKey()))))
            .toList(),
        new MeasuredSoFar(journey, now, words).rows(),
        visits,
        Timeline.of(journey, SafetyHistory.stopsOf(journey, open.stopping()), words),
        Visit.zone(Timeline.clock(journey), words),
        answers(programme, journey.journal().screened().answers(), words),
        adapt,
        today.leftOut().stream()
            .map(
                left ->
                    new Told(programme.text("steps." + left.step() + ".title"), why(left, words)))
            .toList());
  }

  private static List<String> texts(Set<UUID> ids) {
    return ids.stream().map(UUID::toString).sorted().toList();
  }

  private static String rests(Entry.Paused pause, Words words) {
    return pause.reason().isEmpty()
        ? words.say("care.rests")
        : words.say("care.rests.why", pause.reason());
  }

  /** Why a step is not in the plan, for the clinic. */
  static String why(Today.LeftOut left, Words words) {
    return switch (left.cause()) {
      case Today.LeftOut.Cause.ForSafety safety -> words.say("care.left-out.safety");
      case Today.LeftOut.Cause.ByClinic clinic ->
          words.say("care.left-out.clinic", clinic.by(), clinic.reason());
      case Today.LeftOut.Cause.NotOwned aid -> words.say("care.left-out.not-owned");
      case Today.LeftOut.Cause.NotYet notYet -> words.say("care.left-out.not-yet");
      case Today.LeftOut.Cause.ForComparison comparison -> words.say("care.left-out.comparison");
    };
  }

  static List<Told> answers(Programme programme, Answers answers, Words words) {
    List<Told> said = new ArrayList<>();
    for (Map.Entry<String, Answer> one : answers.byQuestion().entrySet()) {
      String question = one.getKey();
      said.add(
          new Told(
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
