package org.counterpose.simulation;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.counterpose.programme.Programme;
import org.counterpose.verdict.Change;
import org.counterpose.verdict.Ratings;
import org.counterpose.verdict.Verdict;

/** The trials of many made-up people of one scenario, and shares of what was told to them. */
public final class Trials {

  /** 21 days, to 28 where that is unclear. */
  private static final Programme.Trial TRIAL =
      Programme.Trial.forBackPain(21, SimulatedPerson.DAYS);

  private final List<Outcome> outcomes;

  private Trials(List<Outcome> outcomes) {
    this.outcomes = outcomes;
  }

  /**
   * Runs them on all processors. The same scenario, number and seed give the same shares.
   *
   * @param done is told how far it has come, 0 to 1
   */
  public static Trials run(Scenario scenario, int people, long seed, DoubleConsumer done) {
    AtomicInteger finished = new AtomicInteger();
    return new Trials(
        IntStream.range(0, people)
            .parallel()
            .mapToObj(
                number -> {
                  SimulatedPerson person = SimulatedPerson.draw(scenario, seed, number);
                  Outcome outcome = Outcome.of(person, TRIAL);
                  done.accept(finished.incrementAndGet() / (double) people);
                  return outcome;
                })
            .toList());
  }

  /** The 28 days of one of the people, as they were rated. */
  public static Ratings ratings(Scenario scenario, long seed, long number) {
    return SimulatedPerson.draw(scenario, seed, number).ratings();
  }

  /** The share that is left with an answer: on day 21 where that was clear, else on day 28. */
  public double kept(Verdict.Answer answer) {
    return share(outcome -> outcome.kept() == answer);
  }

  public double onDay21(Verdict.Answer answer) {
    return share(outcome -> outcome.first().answer() == answer);
  }

  public double onDay28(Verdict.Answer answer) {
    return share(outcome -> outcome.last().answer() == answer);
  }

  /** The share that another rule calls better on day 28. */
  public double better(OtherRule rule) {
    return share(outcome -> outcome.better().contains(rule));
  }

  /** The share that would be called better on day 28 by other bounds. */
  public double better(double important, double relief) {
    return share(
        outcome ->
            outcome.last().answer() != Verdict.Answer.NOT_ENOUGH_DAYS
                && outcome
                    .last()
                    .change()
                    .filter(change -> change.important() >= important && change.relief() >= relief)
                    .isPresent());
  }

  /** The share of day 28's intervals that hold the true change. */
  public double coverage() {
    return outcomes.stream()
        .filter(Outcome::hasInterval)
        .mapToDouble(outcome -> outcome.covers() ? 1 : 0)
        .average()
        .orElse(0);
  }

  /** How far day 28's estimates lie above the true relief on average, in points. */
  public double bias() {
    return outcomes.stream()
        .filter(Outcome::hasInterval)
        .mapToDouble(Outcome::error)
        .average()
        .orElse(0);
  }

  /** The width of day 28's intervals on average, in points. */
  public double width() {
    return average(change -> change.high() - change.low());
  }

  /** The true change by day 28 on average, in points. */
  public double trueChange() {
    return outcomes.stream().mapToDouble(Outcome::change).average().orElse(0);
  }

  private double average(ToDoubleFunction<Change> of) {
    return outcomes.stream()
        .flatMap(outcome -> outcome.last().change().stream())
        .mapToDouble(of)
        .average()
        .orElse(0);
  }

  private double share(Predicate<Outcome> of) {
    return outcomes.stream().filter(of).count() / (double) outcomes.size();
  }
}
