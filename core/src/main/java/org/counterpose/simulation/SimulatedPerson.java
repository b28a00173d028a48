package org.counterpose.simulation;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.counterpose.verdict.Judge;
import org.counterpose.verdict.Ratings;

/**
 * Somebody whose ratings are made up and whose truth is known (measures.md, "Simulated people").
 *
 * @param level the true level of each day, from the first, 0 to 10
 * @param ratings 28 days as they were rated, with the remembered average of the week before
 */
record SimulatedPerson(double[] level, Ratings ratings) {

  static final int DAYS = 28;

  private static final int WEEK = 7;
  private static final double SPREAD_OF_SD = 0.4;
  private static final double LEAST_SD = 0.4;
  private static final double MOST_SD = 2.5;
  private static final double SPREAD_OF_RHO = 0.15;
  private static final double MOST_RHO = 0.6;
  private static final double WANDER = 0.25;

  /** A remembered average is somewhat too high, and higher on a bad day; sizes are our own. */
  private static final double RECALL_ABOVE = 0.3;

  private static final double RECALL_SD = 0.8;
  private static final double RECALL_BY_TODAY = 0.2;

  private static final double MISSED_WHEN_BAD = 0.8;
  private static final double MOST_MISSED = 0.95;

  private static final double FLARE = 1;
  private static final double LASTING_FLARE = 2;
  private static final double FLARE_KEPT = StrictMath.pow(0.5, 0.25);

  /** The same scenario, seed and number give the same person. */
  static SimulatedPerson draw(Scenario scenario, long seed, long number) {
    RandomGenerator random =
        RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 1_000_003 + number);
    double start =
        scenario.start().least()
            + (scenario.start().most() - scenario.start().least()) * random.nextDouble();
    double sd =
        between(
            LEAST_SD,
            MOST_SD,
            () -> scenario.scatter().sd * StrictMath.exp(SPREAD_OF_SD * random.nextGaussian()));
    double rho =
        between(0, MOST_RHO, () -> scenario.scatter().rho + SPREAD_OF_RHO * random.nextGaussian());
    double noise =
        scenario.entry() == Scenario.Entry.FLARE
            ? between(FLARE, Double.MAX_VALUE, () -> sd * random.nextGaussian())
            : sd * random.nextGaussian();
    double fresh = sd * Math.sqrt(1 - rho * rho);
    double before = before(start, noise, rho, fresh, random);
    double[] level = level(scenario, start, random);
    SortedMap<Integer, Double> byDay = new TreeMap<>();
    double flare = scenario.entry() == Scenario.Entry.LASTING_FLARE ? LASTING_FLARE : 0;
    for (int day = 1; day <= DAYS; day++) {
      boolean comes = day == 1 && scenario.entry() == Scenario.Entry.FLARE;
      if (random.nextDouble() >= missing(scenario.rating(), day, noise / sd) || comes) {
        byDay.put(day, rated(level[day - 1] + flare + noise));
      }
      noise = rho * noise + fresh * random.nextGaussian();
      flare *= FLARE_KEPT;
    }
    for (int day = 0; day < DAYS; day++) {
      level[day] = Math.clamp(level[day], 0, 10);
    }
    return new SimulatedPerson(level, new Ratings(byDay, DAYS, OptionalDouble.of(before)));
  }

  /** The true change from the first seven days to the seven that end on a day; relief positive. */
  double change(int day) {
    return start() - mean(day - WEEK, day);
  }

  /** The true level of the first seven days. */
  double start() {
    return mean(0, WEEK);
  }

  private double mean(int from, int to) {
    return Arrays.stream(level, from, to).average().orElseThrow();
  }

  private static double before(
      double start, double today, double rho, double fresh, RandomGenerator random) {
    double noise = today;
    double sum = 0;
    for (int day = 0; day < WEEK; day++) {
      noise = rho * noise + fresh * random.nextGaussian();
      sum += noise;
    }
    return rated(
        start
            + sum / WEEK
            + RECALL_ABOVE
            + RECALL_BY_TODAY * today
            + RECALL_SD * random.nextGaussian());
  }

  /** The level of each day, such that the change between the weeks is the scenario's. */
  private static double[] level(Scenario scenario, double start, RandomGenerator random) {
    Scenario.Course course = scenario.course();
    double first = 0;
    double last = 0;
    for (int day = 1; day <= WEEK; day++) {
      first += course.share(day) / WEEK;
      last += course.share(DAYS - WEEK + day) / WEEK;
    }
    double change =
        scenario.relief().important() * Judge.importantChange(start) + scenario.relief().points();
    double[] level = new double[DAYS];
    double wandered = 0;
    for (int day = 1; day <= DAYS; day++) {
      level[day - 1] = start - change * (course.share(day) - first) / (last - first) + wandered;
      if (course == Scenario.Course.WANDERING) {
        wandered += WANDER * random.nextGaussian();
      }
    }
    return level;
  }

  private static double missing(Scenario.Rating rating, int day, double badness) {
    double rising = 0.5 + (day - 1) / (DAYS - 1.0);
    return switch (rating) {
      case MOST_DAYS -> rating.missing * rising;
      case HALF_THE_DAYS -> rating.missing;
      case FEWER_ON_BAD_DAYS ->
          Math.clamp(rating.missing * rising * (1 + MISSED_WHEN_BAD * badness), 0, MOST_MISSED);
    };
  }

  private static double rated(double pain) {
    return Math.clamp(Math.rint(pain), 0, 10);
  }

  private interface Draw {
    double draw();
  }

  private static double between(double least, double most, Draw draw) {
    double value = draw.draw();
    while (value < least || value > most) {
      value = draw.draw();
    }
    return value;
  }
}
