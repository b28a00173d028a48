package org.counterpose.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * The model behind the verdict: a person's daily ratings are a level that drifts and wanders, what
 * the entry brought with it, and noise from day to day of which a part is carried over.
 *
 * <pre>
 * rating(t)  = round(clamp(level(t) + entry(t) + noise(t)))
 * level(t+1) = level(t) + drift + N(0, wander^2)
 * entry(t+1) = 0.5 entry(t)
 * noise(t+1) = rho noise(t) + N(0, sd^2 (1 - rho^2))
 * </pre>
 *
 * <p>For given {@code sd}, {@code rho} and {@code wander} all the rest is jointly normal and is
 * computed exactly, day by day; these three are summed over a grid. No random number is drawn.
 * Rounding adds the variance of its step; a rating of 0 or 10 is taken as somewhat beyond.
 * docs/method.md tells it in full.
 */
final class LevelModel {

  /** Changes whenever the same ratings could give another verdict. */
  static final String VERSION = "2.0";

  /** Days in each of the two weeks that are compared. */
  static final int WINDOW = 7;

  /** The first day's level: anywhere on the scale, so that it leans on nothing but the ratings. */
  private static final double LEVEL_MEAN = 5;

  private static final double LEVEL_SD = 5;

  /**
   * The change over three weeks: as likely a fall as a rise. So wide that it leans on a person's
   * own days (our own choice, by simulation; docs/decisions/009).
   */
  private static final double CHANGE_SD = 6;

  private static final double CHANGE_DAYS = 21;

  /**
   * What the first day has above the level: people come when it hurts (measures.md: an entry "at
   * least 1 above the person's own mean"). Half of it is left the day after. Our own choice between
   * those who enter on a flare and those who do not, by simulation.
   */
  private static final double ENTRY_MEAN = 0.25;

  private static final double ENTRY_SD = 0.9;
  private static final double ENTRY_KEPT = 0.5;

  /**
   * The remembered average of the week before lies somewhat above the days' own (Broderick and
   * others, Pain 2008;139:146: recall is inflated, by how much differs). Size and spread are our
   * own choice; it weighs about as much as one rated day.
   */
  private static final double RECALL_ABOVE = 0.3;

  private static final double RECALL_SD = 1.3;

  /** Day-to-day SD: lognormal, median 1.1, from 0.4 to 2.5 (measures.md; published 1.2 and 1.6). */
  private static final double SD_MEDIAN = 1.1;

  private static final double SD_SPREAD = 0.4;
  private static final double[] SDS = {0.4, 0.5, 0.63, 0.8, 1, 1.26, 1.58, 2, 2.5};

  /** Lag-1 correlation: 0.3, from 0 to 0.6 (measures.md). */
  private static final double RHO_MEAN = 0.3;

  private static final double RHO_SPREAD = 0.15;
  private static final double[] RHOS = {0, 0.15, 0.3, 0.45, 0.6};

  /**
   * How far the level wanders from an even drift in a day, in points, so that early, late and
   * sudden relief are followed too. Our own choice, by simulation.
   */
  private static final double[] WANDERS = {0.15, 0.3};

  private static final double[] WANDER_WEIGHTS = {0.5, 0.5};

  /**
   * How far beyond an end of the scale a day lies that was rated there, and how unsure that is, in
   * points: mean and spread of what lies beyond the end, for a level near it and an SD of about 1.
   */
  private static final double BEYOND = 0.3;

  private static final double BEYOND_SD = 0.5;

  /** Kinds of scatter that are less likely than this are left out of the drawing. */
  private static final double WORTH_DRAWING = 1e-3;

  private static final int LEVEL = 0;
  private static final int DRIFT = 1;
  private static final int ENTRY = 2;
  private static final int NOISE = 3;
  private static final int FIRST = 4;
  private static final int LAST = 5;
  private static final int SIZE = 6;

  /** What a left-out step adds to the day's rating; beside the others where days are compared. */
  private static final int EFFECT = SIZE;

  /**
   * A step's part in a day's pain: as likely more as less, seldom above 2 points (our own choice; a
   * day's pain scatters by about a point for all reasons together).
   */
  static final double EFFECT_SD = 1;

  private static final int[] LEVEL_ALONE = {LEVEL};
  private static final int[] RATING = {LEVEL, ENTRY, NOISE};
  private static final int[] RATING_WITHOUT = {LEVEL, ENTRY, NOISE, EFFECT};

  /** One point of the grid, with the logarithm of how likely it is beforehand. */
  record Setting(Scatter scatter, double likely) {}

  private static final List<Setting> GRID = grid();

  private final int days;

  /** The rating of each day, from 1; not a number where there is none. */
  private final double[] byDay;

  private final Ratings ratings;
  private final double step;
  private final State state;

  private final Kept kept;

  /** The days on which the step that is compared was left out. */
  private final Set<Integer> without;

  /** What is kept of the days beside the two weeks' means. */
  private enum Kept {
    WEEKS,
    /** The level of each day. */
    LEVELS,
    /** The effect of leaving a step out. */
    EFFECT
  }

  private LevelModel(Ratings ratings, Kept kept, Set<Integer> without) {
    this.ratings = ratings;
    this.kept = kept;
    this.without = without;
    days = ratings.day();
    step = ratings.step();
    byDay = new double[days + 1];
    Arrays.fill(byDay, Double.NaN);
    ratings.byDay().forEach((day, rating) -> byDay[day] = rating);
    state =
        new State(
            switch (kept) {
              case WEEKS -> SIZE;
              case LEVELS -> SIZE + days;
              case EFFECT -> SIZE + 1;
            });
  }

  private static List<Setting> grid() {
    List<Setting> grid = new ArrayList<>();
    for (double sd : SDS) {
      for (double rho : RHOS) {
        for (int at = 0; at < WANDERS.length; at++) {
          double bySd = StrictMath.log(sd / SD_MEDIAN) / SD_SPREAD;
          double byRho = (rho - RHO_MEAN) / RHO_SPREAD;
          grid.add(
              new Setting(
                  new Scatter(sd, rho, WANDERS[at]),
                  -(bySd * bySd + byRho * byRho) / 2 + StrictMath.log(WANDER_WEIGHTS[at])));
        }
      }
    }
    return List.copyOf(grid);
  }

  /** What the ratings tell of the two weeks; empty where nothing was rated. */
  static Optional<Posterior> posterior(Ratings ratings) {
    return ratings.byDay().isEmpty() ? Optional.empty() : Optional.of(posterior(ratings, GRID));
  }

  /** The same, over a grid of one's own. */
  static Posterior posterior(Ratings ratings, List<Setting> grid) {
    LevelModel model = new LevelModel(ratings, Kept.WEEKS, Set.of());
    List<TwoWeeks> pairs = new ArrayList<>(grid.size());
    double[] likely = model.overAll(grid, at -> pairs.add(model.pair(grid.get(at).scatter())));
    return Posterior.of(pairs, likely);
  }

  /** Whether a day of the first week was rated: without one nobody knows where it began. */
  static boolean beganRated(Ratings ratings) {
    return !ratings.byDay().headMap(WINDOW + 1).isEmpty();
  }

  /** Whether each day of both weeks was rated: then it is not for want of days. */
  static boolean ratedWhole(Ratings ratings) {
    return ratings.byDay().headMap(WINDOW + 1).size() == WINDOW
        && ratings.byDay().tailMap(ratings.day() - WINDOW + 1).size() == WINDOW;
  }

  /** Whether there is something to compare: a rating in each week, and more than one week. */
  static boolean compares(Ratings ratings) {
    return ratings.day() > WINDOW
        && beganRated(ratings)
        && !ratings.byDay().tailMap(ratings.day() - WINDOW + 1).isEmpty();
  }

  /**
   * The standard deviation of the change, had every day been rated; for a scatter that is taken as
   * known.
   */
  static double spreadWithEveryDay(Scatter scatter, Ratings ratings) {
    LevelModel model = new LevelModel(ratings, Kept.WEEKS, Set.of());
    Arrays.fill(model.byDay, LEVEL_MEAN);
    model.run(scatter);
    return model.pair(scatter).changeSd();
  }

  /**
   * What leaving a step out adds to the pain of its day, in points.
   *
   * @param without the days on which it was left out
   */
  static NormalMixture effect(Ratings ratings, Set<Integer> without) {
    LevelModel model = new LevelModel(ratings, Kept.EFFECT, without);
    double[] means = new double[GRID.size()];
    double[] variances = new double[GRID.size()];
    double[] likely =
        model.overAll(
            GRID,
            at -> {
              means[at] = model.state.mean(EFFECT);
              variances[at] = model.state.covariance(EFFECT, EFFECT);
            });
    return new NormalMixture(Posterior.weights(likely), means, variances);
  }

  /** The level of each day with its 90 % band; empty where nothing was rated. */
  static List<DayLevel> levels(Ratings ratings) {
    return ratings.byDay().isEmpty()
        ? List.of()
        : new LevelModel(ratings, Kept.LEVELS, Set.of()).levels();
  }

  private List<DayLevel> levels() {
    LevelModel quick = new LevelModel(ratings, Kept.WEEKS, Set.of());
    double[] weights = Posterior.weights(quick.overAll(GRID, at -> {}));
    double[] mean = new double[days];
    double[] square = new double[days];
    double drawn = 0;
    for (int at = 0; at < weights.length; at++) {
      if (weights[at] > WORTH_DRAWING) {
        drawn += weights[at];
        run(GRID.get(at).scatter());
        for (int day = 0; day < days; day++) {
          double level = state.mean(SIZE + day);
          mean[day] += weights[at] * level;
          square[day] += weights[at] * (level * level + state.covariance(SIZE + day, SIZE + day));
        }
      }
    }
    List<DayLevel> levels = new ArrayList<>(days);
    for (int day = 0; day < days; day++) {
      double level = mean[day] / drawn;
      double reach = Normal.TAIL * Math.sqrt(Math.max(0, square[day] / drawn - level * level));
      levels.add(
          new DayLevel(day + 1, onScale(level), onScale(level - reach), onScale(level + reach)));
    }
    return levels;
  }

  private static double onScale(double level) {
    return Math.clamp(level, TwoWeeks.LOWEST, TwoWeeks.HIGHEST);
  }

  private TwoWeeks pair(Scatter scatter) {
    return new TwoWeeks(
        1,
        scatter,
        state.mean(FIRST),
        state.mean(LAST),
        state.covariance(FIRST, FIRST),
        state.covariance(LAST, LAST),
        state.covariance(FIRST, LAST));
  }

  /**
   * Goes through the days once for each kind of scatter.
   *
   * @param then is given the place of each in the grid while the state is what it left
   * @return the logarithms of how likely each is
   */
  private double[] overAll(List<Setting> grid, IntConsumer then) {
    double[] likely = new double[grid.size()];
    for (int at = 0; at < likely.length; at++) {
      likely[at] = grid.get(at).likely() + run(grid.get(at).scatter());
      then.accept(at);
    }
    return likely;
  }

  /** Goes through the days; the logarithm of how likely the ratings are for that scatter. */
  private double run(Scatter scatter) {
    double variance = scatter.sd() * scatter.sd();
    double fresh = variance * (1 - scatter.rho() * scatter.rho());
    double wander = scatter.wander() * scatter.wander();
    int window = Math.min(WINDOW, days);
    begin(variance);
    for (int day = 1; day <= days; day++) {
      if (day > 1) {
        state.add(LEVEL, 1, DRIFT);
        state.blur(LEVEL, wander);
        state.scale(ENTRY, ENTRY_KEPT);
        state.scale(NOISE, scatter.rho());
        state.blur(NOISE, fresh);
      }
      if (day <= window) {
        state.add(FIRST, 1.0 / window, LEVEL);
      }
      if (day > days - window) {
        state.add(LAST, 1.0 / window, LEVEL);
      }
      if (kept == Kept.LEVELS) {
        state.add(SIZE + day - 1, 1, LEVEL);
      }
      if (!Double.isNaN(byDay[day])) {
        learn(byDay[day], without.contains(day) ? RATING_WITHOUT : RATING);
      }
    }
    return state.likely();
  }

  /** What is known before the first day, and the average that was told at entry. */
  private void begin(double variance) {
    state.clear();
    state.set(LEVEL, LEVEL_MEAN, LEVEL_SD * LEVEL_SD);
    double drift = CHANGE_SD / CHANGE_DAYS;
    state.set(DRIFT, 0, drift * drift);
    state.set(ENTRY, ENTRY_MEAN, ENTRY_SD * ENTRY_SD);
    state.set(NOISE, 0, variance);
    if (kept == Kept.EFFECT) {
      state.set(EFFECT, 0, EFFECT_SD * EFFECT_SD);
    }
    if (ratings.before().isPresent()) {
      state.learn(
          LEVEL_ALONE, ratings.before().getAsDouble() - RECALL_ABOVE, RECALL_SD * RECALL_SD);
    }
  }

  /**
   * A rating at an end of the scale says that the day lay there or beyond: it is taken as somewhat
   * beyond, and as less exact.
   */
  private void learn(double rating, int[] of) {
    double rounding = step * step / 12;
    if (rating == TwoWeeks.LOWEST) {
      state.learn(of, TwoWeeks.LOWEST - BEYOND, rounding + BEYOND_SD * BEYOND_SD);
    } else if (rating == TwoWeeks.HIGHEST) {
      state.learn(of, TwoWeeks.HIGHEST + BEYOND, rounding + BEYOND_SD * BEYOND_SD);
    } else {
      state.learn(of, rating, rounding);
    }
  }
}
