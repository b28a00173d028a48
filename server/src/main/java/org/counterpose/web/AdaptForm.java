package org.counterpose.web;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.counterpose.journal.Adaptation;
import org.counterpose.plan.MostOfAStep;
import org.counterpose.plan.Today;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;
import org.counterpose.words.Doses;
import org.counterpose.words.Words;

/**
 * The form that changes a person's plan: for each step nothing, left out, as the programme has it,
 * or another dose or other times; and the reason, which the person reads.
 *
 * @param faults what is wrong in what was sent; nothing of it was kept
 */
public record AdaptForm(List<StepFields> steps, String reason, List<Fault> faults) {

  private static final int LONGEST_REASON = 500;

  /** The choices beside which nothing is typed. */
  private static final Set<String> CHANGES_NO_DOSE = Set.of("keep", "leave-out", "as-before");

  /**
   * One step's part of the form.
   *
   * @param now how it stands in the plan, in words
   * @param unit what the number counts: minutes, or seconds of a hold
   * @param takes whether the step has holds
   * @param hasSets whether it is done in sets of repetitions
   * @param hasDose whether its dose is one amount; that of sets is two numbers, and that of breaks
   *     cannot be changed
   * @param most how much it may be, in words; empty where it cannot be changed
   * @param exampleTimes as many as it may have, or two
   */
  public record StepFields(
      String id,
      String title,
      String now,
      String unit,
      boolean takes,
      boolean hasSets,
      boolean hasDose,
      String most,
      String exampleTimes,
      String change,
      String amount,
      String holds,
      String sets,
      String reps,
      String times) {}

  /**
   * Something that is wrong in a form of the page.
   *
   * @param field the id of the field that it is about
   */
  public record Fault(String field, String text) {}

  /** Whether something is wrong in a field. */
  public boolean isWrong(String field) {
    return faults.stream().anyMatch(fault -> fault.field().equals(field));
  }

  /** The form as it is first shown. */
  static AdaptForm empty(Programme programme, Today today, Words words) {
    return of(programme, today, field -> Optional.empty(), List.of(), words);
  }

  /** The form as it was sent, with what is wrong. */
  static AdaptForm sent(
      Programme programme,
      Today today,
      Function<String, Optional<String>> sent,
      List<Fault> faults,
      Words words) {
    return of(programme, today, sent, faults, words);
  }

  private static AdaptForm of(
      Programme programme,
      Today today,
      Function<String, Optional<String>> sent,
      List<Fault> faults,
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
        step.dose() instanceof Dose.Reps,
        takesAmount(step),
        most(step, words),
        words.say("adapt.times.example", MostOfAStep.of(step).times()),
        sent.apply("change-" + step.id()).orElse("keep"),
        sent.apply("amount-" + step.id()).orElse(""),
        sent.apply("holds-" + step.id()).orElse(""),
        sent.apply("sets-" + step.id()).orElse(""),
        sent.apply("reps-" + step.id()).orElse(""),
        sent.apply("times-" + step.id()).orElse(""));
  }

  private static String most(Step step, Words words) {
    MostOfAStep most = MostOfAStep.of(step);
    return switch (step.dose()) {
      case Dose.Holds holds ->
          words.say("adapt.most.holds", most.holds().orElseThrow(), most.seconds());
      case Dose.Timed timed -> words.say("adapt.most", Doses.length(words, most.seconds()));
      case Dose.Worn worn -> words.say("adapt.most", Doses.length(words, most.seconds()));
      case Dose.Reps reps ->
          most.sets().map(of -> words.say("adapt.most.sets", of.sets(), of.reps())).orElseThrow();
      case Dose.Breaks breaks -> "";
    };
  }

  private static boolean takesAmount(Step step) {
    return !(step.dose() instanceof Dose.Breaks || step.dose() instanceof Dose.Reps);
  }

  private static String now(Step step, Today today, Words words) {
    for (Today.LeftOut left : today.leftOut()) {
      if (left.step().equals(step.id())) {
        return words.say("adapt.now.left-out", CarePage.why(left, words));
      }
    }
    List<Today.PlannedStep> planned =
        today.steps().stream().filter(one -> one.step().equals(step.id())).toList();
    if (planned.isEmpty()) {
      return words.say("adapt.now.none");
    }
    return words.say("adapt.now", Doses.told(words, step, planned.getFirst()), planned.size());
  }

  /** What was asked for; every fault is noted. */
  static Optional<List<Adaptation>> read(
      Programme programme,
      Function<String, Optional<String>> sent,
      List<Fault> faults,
      Words words) {
    List<Adaptation> changes = new ArrayList<>();
    for (Step step : programme.steps()) {
      String title = programme.text("steps." + step.id() + ".title");
      String choice = sent.apply("change-" + step.id()).orElse("keep");
      if (CHANGES_NO_DOSE.contains(choice) && isTyped(step, sent)) {
        faults.add(new Fault("change-" + step.id(), words.say("adapt.wrong.typed", title)));
        continue;
      }
      switch (choice) {
        case "keep" -> {}
        case "leave-out" -> changes.add(new Adaptation.LeaveOut(step.id()));
        case "as-before" -> changes.add(new Adaptation.AsBefore(step.id()));
        case "change" -> changed(step, title, sent, changes, faults, words);
        default ->
            faults.add(new Fault("change-" + step.id(), words.say("adapt.wrong.choice", title)));
      }
    }
    if (changes.isEmpty() && faults.isEmpty()) {
      faults.add(
          new Fault(
              "change-" + programme.steps().getFirst().id(), words.say("adapt.wrong.nothing")));
    }
    String reason = sent.apply("reason").orElse("").strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      faults.add(new Fault("adapt-reason", words.say("adapt.wrong.reason", LONGEST_REASON)));
    }
    return faults.isEmpty() ? Optional.of(changes) : Optional.empty();
  }

  /** Whether a dose or times stand in a step's fields. */
  private static boolean isTyped(Step step, Function<String, Optional<String>> sent) {
    return Stream.of("amount-", "holds-", "times-")
        .anyMatch(field -> !sent.apply(field + step.id()).orElse("").isBlank());
  }

  private static void changed(
      Step step,
      String title,
      Function<String, Optional<String>> sent,
      List<Adaptation> changes,
      List<Fault> faults,
      Words words) {
    String amount = sent.apply("amount-" + step.id()).orElse("").strip();
    String holds = sent.apply("holds-" + step.id()).orElse("").strip();
    String sets = sent.apply("sets-" + step.id()).orElse("").strip();
    String reps = sent.apply("reps-" + step.id()).orElse("").strip();
    String times = sent.apply("times-" + step.id()).orElse("").strip();
    if ((amount + holds + sets + reps + times).isEmpty()) {
      faults.add(
          new Fault(firstField(step) + "-" + step.id(), words.say("adapt.wrong.empty", title)));
      return;
    }
    MostOfAStep most = MostOfAStep.of(step);
    if (!sets.isEmpty() || !reps.isEmpty()) {
      repeated(step, sets, reps, most)
          .ifPresentOrElse(
              changes::add,
              () ->
                  faults.add(
                      new Fault(
                          "sets-" + step.id(),
                          words.say(
                              "adapt.wrong.sets",
                              title,
                              most.sets().map(MostOfAStep.Repetitions::sets).orElse(0),
                              most.sets().map(MostOfAStep.Repetitions::reps).orElse(0)))));
    }
    if (!amount.isEmpty() || !holds.isEmpty()) {
      portion(step, title, amount, holds, most, faults, words).ifPresent(changes::add);
    }
    if (!times.isEmpty()) {
      times(step, times)
          .filter(most::allows)
          .ifPresentOrElse(
              changes::add,
              () ->
                  faults.add(
                      new Fault(
                          "times-" + step.id(),
                          words.say("adapt.wrong.times", title, most.times()))));
    }
  }

  private static String firstField(Step step) {
    if (step.dose() instanceof Dose.Reps) {
      return "sets";
    }
    return takesAmount(step) ? "amount" : "times";
  }

  /** Sets and repetitions within what the programme has; empty where one of them is not. */
  private static Optional<Adaptation> repeated(
      Step step, String sets, String reps, MostOfAStep most) {
    return whole(sets, Adaptation.MOST_SETS)
        .flatMap(
            many ->
                whole(reps, Adaptation.MOST_REPS)
                    .map(each -> new Adaptation.Repeated(step.id(), many, each)))
        .filter(most::allows)
        .map(change -> change);
  }

  private static Optional<Integer> whole(String text, int most) {
    return number(text)
        .filter(number -> number == Math.rint(number) && number >= 1 && number <= most)
        .map(Double::intValue);
  }

  private static Optional<Adaptation> portion(
      Step step,
      String title,
      String amount,
      String holds,
      MostOfAStep most,
      List<Fault> faults,
      Words words) {
    boolean hasHolds = step.dose() instanceof Dose.Holds;
    Optional<Integer> seconds =
        number(amount)
            .map(number -> (int) Math.round(hasHolds ? number : 60 * number))
            .filter(number -> number >= Adaptation.LEAST_SECONDS && number <= most.seconds());
    Optional<Integer> many = whole(holds, most.holds().orElse(0));
    if (seconds.isEmpty()) {
      faults.add(
          new Fault(
              "amount-" + step.id(),
              hasHolds
                  ? words.say("adapt.wrong.hold", title, Adaptation.LEAST_SECONDS, most.seconds())
                  : words.say(
                      "adapt.wrong.amount",
                      title,
                      Doses.length(words, Adaptation.LEAST_SECONDS),
                      Doses.length(words, most.seconds()))));
    }
    if (!holds.isEmpty() && many.isEmpty()) {
      faults.add(
          new Fault(
              "holds-" + step.id(), words.say("adapt.wrong.holds", title, most.holds().orElse(1))));
    }
    return seconds
        .filter(good -> holds.isEmpty() || many.isPresent())
        .map(good -> new Adaptation.Portioned(step.id(), good, many));
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.parseDouble(text.replace(',', '.')));
    } catch (NumberFormatException e) {
      return Optional.empty();
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
