package org.counterpose.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Compared;
import org.counterpose.plan.Comparison;
import org.counterpose.plan.Today;
import org.counterpose.words.PartInWords;
import org.counterpose.words.Words;

/**
 * What the page of the comparison shows.
 *
 * @param steps the steps to choose from; empty where there are too few, or the trial does not run
 * @param step the step of the latest comparison
 * @param runs what is compared now, in a sentence
 * @param result what the days show, once the trial is over
 */
public record ComparePage(
    List<Choice> steps,
    Optional<String> runs,
    Optional<String> step,
    boolean pooled,
    Optional<PartInWords> result,
    boolean over,
    boolean nothingChosen) {

  public record Choice(String id, String title) {}

  static ComparePage of(Journey journey, Instant now, Words words, boolean nothingChosen) {
    boolean running = journey.today(now).state() instanceof Today.State.Running;
    Optional<Compared> compared = journey.compared(now);
    Optional<String> runs =
        running(journey, now)
            .filter(step -> running)
            .flatMap(step -> compared)
            .map(Compared::comparison)
            .map(one -> words.say("compare.runs", title(journey, one.step()), one.from()));
    return new ComparePage(
        runs.isPresent()
            ? List.of()
            : choices(journey, now).stream()
                .map(step -> new Choice(step, title(journey, step)))
                .toList(),
        runs,
        compared.map(one -> one.comparison().step()),
        compared.map(Compared::pooled).orElse(false),
        running ? Optional.empty() : result(journey, now, words),
        !running,
        nothingChosen);
  }

  /** The step that is being compared. */
  static Optional<String> running(Journey journey, Instant now) {
    int day = journey.today(now).day();
    return journey.comparison(now).filter(one -> one.runsOn(day)).map(Comparison::step);
  }

  /** The steps to choose from: none once the trial is over. */
  static List<String> choices(Journey journey, Instant now) {
    return journey.today(now).state() instanceof Today.State.Running
        ? journey.comparable(now)
        : List.of();
  }

  /** Whether no further day will be compared: the last one has come. */
  static boolean isOver(Today today) {
    return !(today.state() instanceof Today.State.Running) || today.day() >= today.of();
  }

  /** What the days of the comparison show; empty where there was none. */
  static Optional<PartInWords> result(Journey journey, Instant now, Words words) {
    return journey
        .compared(now)
        .flatMap(
            compared ->
                compared
                    .effect()
                    .map(
                        effect ->
                            PartInWords.of(
                                title(journey, compared.comparison().step()), effect, words)));
  }

  private static String title(Journey journey, String step) {
    return journey.programme().textIfAny("steps." + step + ".title").orElse(step);
  }
}
