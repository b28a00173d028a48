package org.counterpose.verdict;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Somebody whose ratings are made up: a level that may drift, day-to-day scatter with lag-1
 * correlation, and days that were not rated (measures.md, "Simulated people").
 */
record SimulatedPerson(double start, double sd, double rho, double change, double missing) {

  static SimulatedPerson withPain(double start) {
    return new SimulatedPerson(start, 1.2, 0.3, 0, 0.15);
  }

  /** Better by so many points at the end of four weeks, evenly. */
  SimulatedPerson betterBy(double points) {
    return new SimulatedPerson(start, sd, rho, points, missing);
  }

  SimulatedPerson whoMisses(double share) {
    return new SimulatedPerson(start, sd, rho, change, share);
  }

  /** Ratings to a day; {@code flare}: the first day is at least 1 point above the level. */
  Ratings ratings(int days, boolean flare, RandomGenerator random) {
    double scatter =
        flare ? sd * Math.max(1 / sd, Math.abs(random.nextGaussian())) : sd * random.nextGaussian();
    SortedMap<Integer, Integer> byDay = new TreeMap<>();
    for (int day = 1; day <= days; day++) {
      double level = start - change * (day - 1) / 27;
      if (random.nextDouble() >= missing) {
        byDay.put(day, Math.clamp(Math.round(level + scatter), 0, 10));
      }
      scatter = rho * scatter + sd * Math.sqrt(1 - rho * rho) * random.nextGaussian();
    }
    return new Ratings(byDay, days);
  }
}
