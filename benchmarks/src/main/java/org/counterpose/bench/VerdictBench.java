package org.counterpose.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.counterpose.programme.Programme;
import org.counterpose.simulation.OtherRule;
import org.counterpose.simulation.Scenario;
import org.counterpose.simulation.Trials;
import org.counterpose.verdict.Judge;
import org.counterpose.verdict.Ratings;

/** What a verdict costs: against plain means, with the days, and for many people. */
final class VerdictBench implements Measure {

  private static final long SEED = 20261126;
  private static final int DIARIES = 512;
  private static final int PEOPLE = 100_000;
  private static final int ROUNDS = 3;
  private static final Duration ROUND = Duration.ofSeconds(4);
  private static final Duration MOST_FOR_PEOPLE = Duration.ofMinutes(3);
  private static final double MOST_MILLIS = 20;
  private static final Scenario SCENARIO =
      Scenario.of("the important change", Scenario.Relief.important(1));

  @Override
  public String name() {
    return "verdict";
  }

  @Override
  public String about() {
    return "verdicts a second against plain seven-day means, their growth with the days, and"
        + " 100,000 made-up people";
  }

  @Override
  public List<Row> run(Path folder) throws Exception {
    List<Ratings> month =
        IntStream.range(0, DIARIES).mapToObj(at -> Trials.ratings(SCENARIO, SEED, at)).toList();
    List<Row> rows = new ArrayList<>();
    Consumer<Ratings> judge = judge(28);
    List<Rates> ours = rounds(month, judge);
    List<Rates> means = rounds(month, OtherRule.SEVEN_DAY_MEANS::saysBetter);
    double timesAsFast =
        Rates.median(means, Rates::perSecond) / Rates.median(ours, Rates::perSecond);
    rows.add(
        new Row(
            "verdicts of 28 days, one core / plain seven-day means",
            Rates.perSecond(ours),
            Rates.perSecond(means),
            String.format(Locale.ROOT, "1/%,.0f", timesAsFast),
            ""));
    double millis = 1000 / Rates.median(ours, Rates::perSecond);
    rows.add(
        Row.holds(
            "a verdict of 28 days",
            String.format(Locale.ROOT, "%.2f ms, p99 %.2f ms", millis, p99(ours)),
            p99(ours) < MOST_MILLIS));
    for (int days : new int[] {56, 112, 224, 365}) {
      List<Rates> longer = rounds(diaries(days), judge(days));
      double each = 1000 / Rates.median(longer, Rates::perSecond);
      rows.add(
          Row.ratio(
              "a verdict of " + days + " days / of 28",
              String.format(Locale.ROOT, "%.2f ms", each),
              String.format(Locale.ROOT, "%.2f ms", millis),
              each / millis));
    }
    long begun = System.nanoTime();
    Trials.run(SCENARIO, PEOPLE, SEED, done -> {});
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    rows.add(
        Row.holds(
            "100,000 made-up people, two verdicts each, all cores",
            String.format(Locale.ROOT, "%.0f s", took.toMillis() / 1000.0),
            took.compareTo(MOST_FOR_PEOPLE) < 0));
    return rows;
  }

  private static Consumer<Ratings> judge(int days) {
    Programme.Trial trial = Programme.Trial.forBackPain(21, days);
    return ratings -> Judge.judge(ratings, trial);
  }

  private static double p99(List<Rates> rounds) {
    return Rates.median(rounds, Rates::p99);
  }

  /** The first of each is not counted: the machine is still compiling. */
  private static List<Rates> rounds(List<Ratings> diaries, Consumer<Ratings> what)
      throws Exception {
    List<Rates> rounds = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      rounds.add(Rates.of(1, ROUND, thread -> over(diaries, what)));
    }
    return rounds.subList(1, rounds.size());
  }

  private static Callable<?> over(List<Ratings> diaries, Consumer<Ratings> what) {
    int[] next = {0};
    return () -> {
      what.accept(diaries.get(next[0]++ % diaries.size()));
      return next;
    };
  }

  /** Longer diaries: a steady level of 5 with days that scatter by 1.1, one in seven missing. */
  private static List<Ratings> diaries(int days) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    return IntStream.range(0, DIARIES / 8).mapToObj(at -> diary(days, random)).toList();
  }

  private static Ratings diary(int days, RandomGenerator random) {
    SortedMap<Integer, Double> byDay = new TreeMap<>();
    double noise = 0;
    for (int day = 1; day <= days; day++) {
      noise = 0.3 * noise + 1.05 * random.nextGaussian();
      if (random.nextInt(7) > 0) {
        byDay.put(day, Math.clamp(Math.rint(5 + noise), 0, 10));
      }
    }
    return new Ratings(byDay, days, OptionalDouble.empty());
  }
}
