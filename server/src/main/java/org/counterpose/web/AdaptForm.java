package org.counterpose.web;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.counterpose.journal.Adaptation;
import org.counterpose.plan.Today;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;
import org.counterpose.words.Words;

/**
 * The form that changes a person's plan: for each step nothing, left out, as the programme has it,
 * or another dose or other times; and the reason, which the person reads.
 *
 * @param faults what is wrong in what was sent; nothing of it was kept
 */
public record AdaptForm(List<StepFields> steps, String reason, List<String> faults) {

  private static final int LONGEST_REASON = 500;

  /**
   * One step's part of the form.
   *
   * @param now how it stands in the plan, in words
   * @param unit what the number counts: minutes, or seconds of a hold
   * @param takes whether the step has holds
   * @param hasDose whether its dose can be changed here; that of breaks cannot
   */
  public record StepFields(
      String id,
      String title,
      String now,
      String unit,
      boolean takes,
      boolean hasDose,
      String change,
      String amount,
      String holds,
      String times) {}

  /** The form as it is first shown. */
  static AdaptForm empty(Programme programme, Today today, Words words) {
    return of(programme, today, field -> Optional.empty(), List.of(), words);
  }

  /** The form as it was sent, with what is wrong. */
  static AdaptForm sent(
      Programme programme,
      Today today,
      Function<String, Optional<String>> sent,
      List<String> faults,
      Words words) {
    return of(programme, today, sent, faults, words);
  }

  private static AdaptForm of(
      Programme programme,
      Today today,
      Function<String, Optional<String>> sent,
      List<String> faults,
      Words words) {
    return new AdaptForm(
        programme.steps().stream()
            .map(step -> fields(programme, step, today, sent, words))
            .toList(),
        sent.apply("reason").orElse(""),
        faults);
  }

  private static StepFields fields(
      Programme programme,
      Step step,
      Today today,
      Function<String, Optional<String>> sent,
      Words words) {
    boolean holds = step.dose() instanceof Dose.Holds;
    return new StepFields(
        step.id(),
        programme.text("steps." + step.id() + ".title"),
        now(step, today, words),
        words.say(holds ? "adapt.unit.seconds" : "adapt.unit.minutes"),
        holds,
        !(step.dose() instanceof Dose.Breaks),
        sent.apply("change-" + step.id()).orElse("keep"),
        sent.apply("amount-" + step.id()).orElse(""),
        sent.apply("holds-" + step.id()).orElse(""),
        sent.apply("times-" + step.id()).orElse(""));
  }

  private static String now(Step step, Today today, Words words) {
    List<Today.PlannedStep> planned =
        today.steps().stream().filter(one -> one.step().equals(step.id())).toList();
    if (planned.isEmpty()) {
      return words.say("adapt.now.none");
    }
    return words.say(
        "adapt.now",
        org.counterpose.words.Doses.told(words, step, planned.getFirst()),
        planned.size());
  }

  /** What was asked for; every fault is noted. */
  static Optional<List<Adaptation>> read(
      Programme programme,
      Function<String, Optional<String>> sent,
      List<String> faults,
      Words words) {
    List<Adaptation> changes = new ArrayList<>();
    for (Step step : programme.steps()) {
      String title = programme.text("steps." + step.id() + ".title");
      switch (sent.apply("change-" + step.id()).orElse("keep")) {
        case "keep" -> {}
        case "leave-out" -> changes.add(new Adaptation.LeaveOut(step.id()));
        case "as-before" -> changes.add(new Adaptation.AsBefore(step.id()));
        case "change" -> changed(step, title, sent, changes, faults, words);
        default -> faults.add(words.say("adapt.wrong.choice", title));
      }
    }
    if (changes.isEmpty() && faults.isEmpty()) {
      faults.add(words.say("adapt.wrong.nothing"));
    }
    String reason = sent.apply("reason").orElse("").strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      faults.add(words.say("adapt.wrong.reason", LONGEST_REASON));
    }
    return faults.isEmpty() ? Optional.of(changes) : Optional.empty();
  }

  private static void changed(
      Step step,
      String title,
      Function<String, Optional<String>> sent,
      List<Adaptation> changes,
      List<String> faults,
      Words words) {
    String amount = sent.apply("amount-" + step.id()).orElse("").strip();
    String holds = sent.apply("holds-" + step.id()).orElse("").strip();
    String times = sent.apply("times-" + step.id()).orElse("").strip();
    if (amount.isEmpty() && holds.isEmpty() && times.isEmpty()) {
      faults.add(words.say("adapt.wrong.empty", title));
      return;
    }
    if (!amount.isEmpty() || !holds.isEmpty()) {
      portion(step, amount, holds)
          .ifPresentOrElse(changes::add, () -> faults.add(words.say("adapt.wrong.amount", title)));
    }
    if (!times.isEmpty()) {
      times(step, times)
          .ifPresentOrElse(changes::add, () -> faults.add(words.say("adapt.wrong.times", title)));
    }
  }

  private static Optional<Adaptation> portion(Step step, String amount, String holds) {
    try {
      boolean hasHolds = step.dose() instanceof Dose.Holds;
      if (amount.isEmpty() || step.dose() instanceof Dose.Breaks) {
        return Optional.empty();
      }
      double number = Double.parseDouble(amount.replace(',', '.'));
      int seconds = (int) Math.round(hasHolds ? number : 60 * number);
      return Optional.of(
          new Adaptation.Portioned(
              step.id(),
              seconds,
              hasHolds && !holds.isEmpty()
                  ? Optional.of(Integer.valueOf(holds))
                  : Optional.empty()));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no number, or beyond what a portion can be
    }
  }

  private static Optional<Adaptation> times(Step step, String times) {
    try {
      List<LocalTime> read = new ArrayList<>();
      for (String time : times.split("[,;\\s]+")) {
        read.add(LocalTime.parse(time.length() == 4 ? "0" + time : time));
      }
      return Optional.of(new Adaptation.AtTimes(step.id(), read));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
