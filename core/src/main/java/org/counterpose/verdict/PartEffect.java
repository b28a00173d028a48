package org.counterpose.verdict;

import java.util.Set;

/**
 * What the days without a step show against those with it, where chance drew which were which. By
 * the draw and not by what was done: who did the step on a day drawn to be without it counts as
 * without.
 *
 * @param estimate how much more pain there was on the days without the step, in points of the 0 to
 *     10 scale; below 0 there was less
 * @param low with {@code high} the 90 % interval
 * @param error the standard deviation of what is possible
 * @param daysWithout rated days that were drawn to be without the step, and {@code daysWith} those
 *     with it
 */
public record PartEffect(
    double estimate,
    double low,
    double high,
    double error,
    int daysWithout,
    int daysWith,
    Answer answer) {

  /** What the days say. */
  public enum Answer {
    /** The usual one: a person's days scatter more than a step is likely to change them. */
    TOO_FEW_DAYS,
    /** Whatever the step does for the same day's pain, it is less than half a point. */
    NO_DIFFERENCE_SEEN,
    MORE_PAIN_WITHOUT,
    LESS_PAIN_WITHOUT
  }

  /** Rated days that there must be without the step, and with it. Our own choice. */
  private static final int LEAST_DAYS = 4;

  /** An effect whose interval keeps within so many points is called none. Our own choice. */
  private static final double SMALL = 0.5;

  private static final double SURE = 0.95;
  private static final double TAIL = 0.05;

  /**
   * Compares the days of a comparison.
   *
   * @param ratings the trial's ratings, without those of days that safety or pain took out
   * @param without days drawn to be without the step
   * @param with days of the comparison drawn to be with it
   */
  public static PartEffect of(Ratings ratings, Set<Integer> without, Set<Integer> with) {
    NormalMixture effect = LevelModel.effect(ratings, without);
    int daysWithout = rated(ratings, without);
    int daysWith = rated(ratings, with);
    double low = effect.quantile(TAIL);
    double high = effect.quantile(1 - TAIL);
    return new PartEffect(
        effect.mean(),
        low,
        high,
        effect.sd(),
        daysWithout,
        daysWith,
        isEnough(daysWithout, daysWith) ? answer(effect.below(0), low, high) : Answer.TOO_FEW_DAYS);
  }

  /** Whether there is enough to be pooled with that of others. */
  public boolean hasDays() {
    return isEnough(daysWithout, daysWith);
  }

  private static boolean isEnough(int daysWithout, int daysWith) {
    return daysWithout >= LEAST_DAYS && daysWith >= LEAST_DAYS;
  }

  static Answer answer(double less, double low, double high) {
    if (less < 1 - SURE) {
      return Answer.MORE_PAIN_WITHOUT;
    }
    if (less > SURE) {
      return Answer.LESS_PAIN_WITHOUT;
    }
    return low > -SMALL && high < SMALL ? Answer.NO_DIFFERENCE_SEEN : Answer.TOO_FEW_DAYS;
  }

  private static int rated(Ratings ratings, Set<Integer> days) {
    return (int) days.stream().filter(ratings.byDay()::containsKey).count();
  }
}
