package org.counterpose.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterpose.simulation.Characteristics.Wanted;
import org.counterpose.simulation.Scenario.Entry;
import org.counterpose.simulation.Scenario.Rating;
import org.counterpose.simulation.Scenario.Relief;
import org.counterpose.verdict.Verdict;
import org.counterpose.verdict.Verdict.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of docs/method.md with fewer people, and whole where there is time. */
class SimulatedTrialsTest {

  private static final long SEED = 20261126;
  private static final int PEOPLE = 2000;
  private static final Path METHOD = Path.of("..", "docs", "method.md");

  static Stream<Wanted> rows() {
    return Characteristics.required().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void each_row_holds_what_it_must(Wanted row) {
    Trials trials = Trials.run(row.scenario(), PEOPLE, SEED, done -> {});

    System.out.printf(
        Locale.ROOT,
        "%s, %d people, seed %d: better %.2f %%, worse %.2f %%, too few %.1f %%, covers %.1f %%%n",
        row.scenario().name(),
        PEOPLE,
        SEED,
        100 * trials.onDay28(Answer.BETTER),
        100 * trials.onDay28(Answer.WORSE),
        100 * trials.onDay28(Answer.NOT_ENOUGH_DAYS),
        100 * trials.coverage());
    assertThat(row.must().holds().test(trials)).as(row.must().words()).isTrue();
    assertThat(trials.coverage()).isBetween(0.87, 0.93);
  }

  @Test
  void two_looks_mislead_stable_people_hardly_more_than_one() {
    Trials trials = Trials.run(Scenario.of("stable", Relief.NONE), PEOPLE, SEED, done -> {});

    assertThat(trials.kept(Answer.BETTER)).isLessThanOrEqualTo(0.025);
    assertThat(trials.kept(Answer.BETTER)).isGreaterThan(trials.onDay28(Answer.BETTER));
  }

  @Test
  void half_of_the_days_missing_leaves_more_people_without_an_answer() {
    Scenario stable = Scenario.of("stable", Relief.NONE);
    Trials most = Trials.run(stable, 500, SEED, done -> {});
    Trials half = Trials.run(stable.rating(Rating.HALF_THE_DAYS), 500, SEED, done -> {});

    assertThat(half.onDay28(Answer.NOT_ENOUGH_DAYS))
        .isGreaterThan(5 * most.onDay28(Answer.NOT_ENOUGH_DAYS));
  }

  @Test
  void the_same_seed_gives_the_same_people_and_another_gives_others() {
    Scenario scenario = Scenario.of("stable", Relief.NONE);

    assertThat(SimulatedPerson.draw(scenario, SEED, 7).ratings())
        .isEqualTo(SimulatedPerson.draw(scenario, SEED, 7).ratings());
    assertThat(SimulatedPerson.draw(scenario, SEED, 7).ratings())
        .isNotEqualTo(SimulatedPerson.draw(scenario, SEED, 8).ratings());
    assertThat(SimulatedPerson.draw(scenario, SEED, 7).ratings())
        .isNotEqualTo(SimulatedPerson.draw(scenario, SEED + 1, 7).ratings());
  }

  @Test
  void made_up_people_are_as_they_are_described() {
    List<SimulatedPerson> people = draw(Scenario.of("relief", Relief.points(2)), 4000);
    List<Double> spreads = new ArrayList<>();
    double missing = 0;
    double lateMissing = 0;
    for (SimulatedPerson person : people) {
      assertThat(person.start()).isBetween(2.9, 8.1);
      assertThat(person.change(28)).isCloseTo(2, within(1e-9));
      missing += 28 - person.ratings().byDay().size();
      lateMissing += 14 - person.ratings().byDay().tailMap(15).size();
      spreads.add(spread(person));
    }
    Collections.sort(spreads);

    assertThat(missing / (28 * 4000)).isCloseTo(0.15, within(0.005));
    assertThat(lateMissing / missing).isBetween(0.6, 0.65);
    assertThat(spreads.get(2000)).as("median SD, with rounding").isBetween(1.05, 1.2);
  }

  @Test
  void who_enters_on_a_flare_begins_a_point_or_more_above_the_level() {
    Scenario flare = Scenario.of("flare", Relief.NONE).coming(Entry.FLARE);

    assertThat(draw(flare, 1000))
        .allSatisfy(
            person -> {
              Double first = person.ratings().byDay().get(1);
              if (first != null) {
                assertThat(first)
                    .isGreaterThanOrEqualTo(Math.min(10, Math.rint(person.level()[0] + 1)));
              }
            });
  }

  @Test
  void the_description_is_of_the_model_that_is_used() throws Exception {
    assertThat(Files.readString(METHOD)).contains("Model version " + Verdict.MODEL + ";");
  }

  @Test
  @Tag("slow")
  void the_whole_table_holds_and_is_the_one_in_the_description() throws Exception {
    Characteristics measured = Characteristics.measure(10_000, SEED, done -> {});

    assertThat(measured.allHold()).isTrue();
    assertThat(Files.readString(METHOD)).contains(measured.tables());
    measured
        .plots()
        .forEach(
            (name, svg) ->
                assertThat(METHOD.resolveSibling("method").resolve(name)).hasContent(svg));
  }

  private static List<SimulatedPerson> draw(Scenario scenario, int people) {
    return IntStream.range(0, people)
        .mapToObj(number -> SimulatedPerson.draw(scenario, SEED, number))
        .toList();
  }

  /** The SD of the ratings around the true level. */
  private static double spread(SimulatedPerson person) {
    return Math.sqrt(
        person.ratings().byDay().entrySet().stream()
            .mapToDouble(day -> Math.pow(day.getValue() - person.level()[day.getKey() - 1], 2))
            .average()
            .orElse(0));
  }
}
