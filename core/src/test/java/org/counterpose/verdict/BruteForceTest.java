package org.counterpose.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The posterior once more by plain loops that share nothing with the model's own algebra: the one
 * for rounding and for the ends of the scale, the other for the drift, the wandering level and the
 * grid of scatters.
 */
class BruteForceTest {

  private static final String RELIEF = "7 6 7 5 -1 6 5 5 6 4 5 -1 4 3 4 3 4 -1 3 2 3";
  private static final String STEADY = "4 5 -1 5 6 5 4 5 -1 -1 5 6 5 4 5 5 6 4 -1 5 5";
  private static final String RISING = "3 4 3 3 4 5 4 4 5 6 5 4 6 6 5 7 6 -1 6 7 6";

  @ParameterizedTest(name = "{0} with an SD of {2}")
  @CsvSource({
    "relief, " + RELIEF + ", 0.8, 0.3, 0.05",
    "steady, " + STEADY + ", 0.5, 0, 0.05",
    "rising, " + RISING + ", 1.26, 0.6, 0.05",
    "from the ceiling, 10 9 10 10 9 10 8 9 8 7 8 6 7 6 7 5 6 5 6 4 5, 0.8, 0.3, 0.25",
    "from the floor, 0 1 0 0 1 0 2 1 2 3 2 4 3 4 3 5 4 5 4 6 5, 0.8, 0.3, 0.25",
    "to the floor, 3 2 2 -1 3 2 1 2 1 2 1 0 1 -1 1 0 1 0 0 1 0, 0.8, 0.3, 0.25",
    "to the ceiling, 8 7 8 8 9 8 8 9 9 -1 8 9 10 9 10 9 -1 10 9 10 10, 1, 0.3, 0.25"
  })
  void every_level_drift_and_day_on_a_fine_grid_agrees(
      String name, String ratings, double sd, double rho, double tolerance) {
    double[] days = days(ratings);
    Posterior told = LevelModel.posterior(Days.of(days).ratings(), List.of(still(sd, rho)));

    compare(name, told, new EveryLevel(days, sd, rho).weigh(), tolerance);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"relief, " + RELIEF, "steady, " + STEADY, "rising, " + RISING})
  void one_large_matrix_for_every_scatter_on_a_fine_grid_agrees(String name, String ratings) {
    double[] days = days(ratings);
    Posterior told = LevelModel.posterior(Days.of(days).ratings()).orElseThrow();

    compare(name, told, new EveryScatter(days).weigh(), 0.03);
  }

  private static LevelModel.Setting still(double sd, double rho) {
    return new LevelModel.Setting(new Scatter(sd, rho, 0), 0);
  }

  private static double[] days(String ratings) {
    return Arrays.stream(ratings.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static void compare(String name, Posterior told, Weighed brute, double tolerance) {
    System.out.printf(
        "%s: model %.3f (%.3f to %.3f), brute force %.3f (%.3f to %.3f)%n",
        name,
        told.first() - told.last(),
        told.quantile(0.05),
        told.quantile(0.95),
        brute.mean(),
        brute.quantile(0.05),
        brute.quantile(0.95));
    assertThat(told.first() - told.last()).isCloseTo(brute.mean(), within(tolerance));
    assertThat(told.quantile(0.05)).isCloseTo(brute.quantile(0.05), within(tolerance));
    assertThat(told.quantile(0.95)).isCloseTo(brute.quantile(0.95), within(tolerance));
    for (double points : new double[] {1, 2, 3}) {
      assertThat(told.falls(points)).isCloseTo(1 - brute.below(points), within(tolerance / 2));
      assertThat(told.rises(points)).isCloseTo(brute.below(-points), within(tolerance / 2));
    }
  }
}
