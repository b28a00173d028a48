package org.counterpose.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.counterpose.verdict.PartEffect.Answer;
import org.junit.jupiter.api.Test;

class PartEffectTest {

  private static final long SEED = 20261126;
  private static final int PEOPLE = 1200;

  /** One day in three from day 8 on, as chance drew it once. */
  private static final Set<Integer> WITHOUT = Set.of(9, 11, 16, 18, 22, 25, 27);

  private static final Set<Integer> WITH =
      days(8, 28).stream().filter(day -> !WITHOUT.contains(day)).collect(Collectors.toSet());

  @Test
  void agrees_with_one_large_matrix_over_a_fine_grid() {
    double[] days =
        new double[] {
          6, 5, 7, 6, -1, 5, 6, 5, 7, 5, 6, 4, -1, 5, 5, 7, 4, 6, 4, -1, 4, 6, 3, 4, 6, 4, 5, 3
        };
    NormalMixture told = LevelModel.effect(Days.of(days).ratings(), WITHOUT);
    Weighed brute =
        new EveryScatter(days, WITHOUT.stream().map(day -> day - 1).collect(Collectors.toSet()))
            .weighEffect();

    System.out.printf(
        "effect: model %.3f (%.3f to %.3f), brute force %.3f (%.3f to %.3f)%n",
        told.mean(),
        told.quantile(0.05),
        told.quantile(0.95),
        brute.mean(),
        brute.quantile(0.05),
        brute.quantile(0.95));
    assertThat(told.mean()).isCloseTo(brute.mean(), within(0.03));
    assertThat(told.quantile(0.05)).isCloseTo(brute.quantile(0.05), within(0.03));
    assertThat(told.quantile(0.95)).isCloseTo(brute.quantile(0.95), within(0.03));
    assertThat(told.below(0)).isCloseTo(brute.below(0), within(0.02));
  }

  @Test
  void a_step_without_effect_is_nearly_always_too_few_days_to_tell() {
    Told told = told(0);

    assertThat(told.more() + told.less()).isBetween(0.04, 0.16);
    assertThat(told.tooFew()).isGreaterThan(0.7);
    assertThat(told.covers()).isBetween(0.87, 0.95);
  }

  @Test
  void an_effect_of_a_point_and_a_half_is_often_seen_and_held_by_the_interval() {
    Told told = told(1.5);

    assertThat(told.more()).isGreaterThan(0.6);
    assertThat(told.less()).isLessThan(0.005);
    assertThat(told.covers()).isBetween(0.8, 0.95);
  }

  @Test
  void three_days_without_are_too_few_however_clear_they_look() {
    Days days = Days.of(28, day -> WITHOUT.contains(day) && day < 17 ? 9 : 3);

    assertThat(PartEffect.of(days.ratings(), Set.of(9, 11, 16), WITH).answer())
        .isEqualTo(Answer.TOO_FEW_DAYS);
  }

  @Test
  void days_are_counted_where_they_were_rated() {
    Days days = Days.of(28, day -> day == 9 || day == 10 ? Double.NaN : 5 + day % 2);
    PartEffect effect = PartEffect.of(days.ratings(), WITHOUT, WITH);

    assertThat(effect.daysWithout()).isEqualTo(6);
    assertThat(effect.daysWith()).isEqualTo(13);
  }

  @Test
  void many_people_together_show_what_one_cannot() {
    List<PartEffect> effects = new ArrayList<>();
    for (int at = 0; at < 60; at++) {
      effects.add(effect(0.6, at));
    }
    PooledEffect pooled = PooledEffect.of(effects);

    System.out.printf(
        "60 people, truth 0.6, seed %d: %.2f (%.2f to %.2f), between people %.2f%n",
        SEED, pooled.estimate(), pooled.low(), pooled.high(), pooled.between());
    assertThat(pooled.answer()).isEqualTo(Answer.MORE_PAIN_WITHOUT);
    assertThat(pooled.low()).isLessThan(0.6);
    assertThat(pooled.high()).isGreaterThan(0.6);
    assertThat(pooled.high() - pooled.low())
        .isLessThan((effects.getFirst().high() - effects.getFirst().low()) / 3);
    assertThat(pooled.people()).isEqualTo(60);
  }

  @Test
  void the_pooled_interval_holds_the_truth_nine_times_in_ten() {
    int held = 0;
    int pools = 100;
    for (int pool = 0; pool < pools; pool++) {
      RandomGenerator random = random(pool);
      List<PartEffect> effects = new ArrayList<>();
      for (int person = 0; person < 12; person++) {
        double error = 0.4 + 0.3 * random.nextDouble();
        double own = 0.5 + 0.4 * random.nextGaussian();
        double seen = own + error * random.nextGaussian();
        double shrink = 1 / (1 + error * error);
        effects.add(
            new PartEffect(
                seen * shrink, 0, 0, error * Math.sqrt(shrink), 7, 13, Answer.TOO_FEW_DAYS));
      }
      PooledEffect pooled = PooledEffect.of(effects);
      held += pooled.low() <= 0.5 && 0.5 <= pooled.high() ? 1 : 0;
    }

    assertThat(held / (double) pools).isBetween(0.82, 0.97);
  }

  @Test
  void fewer_than_five_people_are_not_pooled() {
    List<PartEffect> four = List.of(effect(0, 1), effect(0, 2), effect(0, 3), effect(0, 4));

    assertThatThrownBy(() -> PooledEffect.of(four))
        .hasMessage("at least 5 people are pooled, got 4");
  }

  private record Told(double more, double less, double tooFew, double covers) {}

  private static Told told(double truth) {
    int more = 0;
    int less = 0;
    int tooFew = 0;
    int covers = 0;
    for (int at = 0; at < PEOPLE; at++) {
      PartEffect effect = effect(truth, at);
      more += effect.answer() == Answer.MORE_PAIN_WITHOUT ? 1 : 0;
      less += effect.answer() == Answer.LESS_PAIN_WITHOUT ? 1 : 0;
      tooFew += effect.answer() == Answer.TOO_FEW_DAYS ? 1 : 0;
      covers += effect.low() <= truth && truth <= effect.high() ? 1 : 0;
    }
    double all = PEOPLE;
    Told told = new Told(more / all, less / all, tooFew / all, covers / all);
    System.out.printf("effect %.1f, %d people, seed %d: %s%n", truth, PEOPLE, SEED, told);
    return told;
  }

  /**
   * Somebody who gets 2 points better in four weeks, and has so much more pain without the step.
   */
  private static PartEffect effect(double truth, long number) {
    RandomGenerator random = random(number);
    double sd = 1.1 * Math.exp(0.4 * random.nextGaussian());
    SortedMap<Integer, Double> byDay = new TreeMap<>();
    double noise = sd * random.nextGaussian();
    for (int day = 1; day <= 28; day++) {
      if (random.nextDouble() > 0.15) {
        double pain = 6 - 2 * day / 28.0 + noise + (WITHOUT.contains(day) ? truth : 0);
        byDay.put(day, Math.clamp(Math.rint(pain), 0, 10));
      }
      noise = 0.3 * noise + sd * Math.sqrt(1 - 0.09) * random.nextGaussian();
    }
    return PartEffect.of(new Ratings(byDay, 28, OptionalDouble.empty()), WITHOUT, WITH);
  }

  private static RandomGenerator random(long number) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(SEED * 1_000_003 + number);
  }

  private static Set<Integer> days(int from, int to) {
    Set<Integer> days = new TreeSet<>();
    for (int day = from; day <= to; day++) {
      days.add(day);
    }
    return days;
  }
}
