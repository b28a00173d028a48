package org.counterpose.verdict;

import java.util.List;

/**
 * What the comparisons of several people show of one step together: each person has an effect of
 * their own, and these scatter around the one that is looked for (a random-effects model, the
 * scatter summed over a grid).
 *
 * @param estimate how much more pain there is on days without the step, in points
 * @param low with {@code high} the 90 % interval
 * @param between how much people differ in it (SD), in points
 * @param daysWithout rated days without the step, of all of them
 */
public record PooledEffect(
    int people,
    int daysWithout,
    double estimate,
    double low,
    double high,
    double between,
    PartEffect.Answer answer) {

  /** Nothing is told of fewer people, so that nobody is seen in it. Our own choice. */
  public static final int LEAST_PEOPLE = 5;

  private static final double TAIL = 0.05;

  /** People's own effects scatter by half a point or less, most likely (our own choice). */
  private static final double USUAL_BETWEEN = 0.5;

  private static final double STEP = 0.1;
  private static final int STEPS = 21;

  /** The effect is the only unknown number. */
  private static final int[] ALONE = {0};

  /**
   * Pools the effects of some people.
   *
   * @throws IllegalArgumentException for fewer than {@link #LEAST_PEOPLE}
   */
  public static PooledEffect of(List<PartEffect> effects) {
    if (effects.size() < LEAST_PEOPLE) {
      throw new IllegalArgumentException(
          "at least " + LEAST_PEOPLE + " people are pooled, got " + effects.size());
    }
    List<Seen> all = effects.stream().map(Seen::of).toList();
    double[] likely = new double[STEPS];
    double[] means = new double[STEPS];
    double[] variances = new double[STEPS];
    for (int at = 0; at < STEPS; at++) {
      double between = at * STEP;
      double z = between / USUAL_BETWEEN;
      State state = new State(1);
      state.clear();
      state.set(0, 0, LevelModel.EFFECT_SD * LevelModel.EFFECT_SD);
      for (Seen seen : all) {
        state.learn(ALONE, seen.value(), seen.variance() + between * between);
      }
      likely[at] = state.likely() - z * z / 2;
      means[at] = state.mean(0);
      variances[at] = state.covariance(0, 0);
    }
    double[] weights = Posterior.weights(likely);
    NormalMixture effect = new NormalMixture(weights, means, variances);
    double between = 0;
    for (int at = 0; at < STEPS; at++) {
      between += weights[at] * at * STEP;
    }
    double low = effect.quantile(TAIL);
    double high = effect.quantile(1 - TAIL);
    return new PooledEffect(
        effects.size(),
        effects.stream().mapToInt(PartEffect::daysWithout).sum(),
        effect.mean(),
        low,
        high,
        between,
        PartEffect.answer(effect.below(0), low, high));
  }

  /** What a person's days alone say, with what was supposed of the effect beforehand taken off. */
  private record Seen(double value, double variance) {
    static Seen of(PartEffect effect) {
      double known = 1 / (effect.error() * effect.error());
      double before = 1 / (LevelModel.EFFECT_SD * LevelModel.EFFECT_SD);
      double own = Math.max(1e-6, known - before);
      return new Seen(effect.estimate() * known / own, 1 / own);
    }
  }
}
