package org.counterpose.verdict;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.counterpose.programme.Programme;
import org.counterpose.verdict.Verdict.Answer;
import org.counterpose.verdict.Verdict.Next;

/**
 * Judges a trial by what {@link LevelModel} leaves possible of the change between the first and the
 * last seven days. The bounds were chosen by simulation: docs/method.md shows how often each answer
 * is given to whom. Nothing here says why a change came about.
 */
public final class Judge {

  /**
   * How sure we want to be. There are two looks at a trial and no more, on its day for a first
   * verdict and on its last day: who looks twice is fooled by chance more often, so the first look
   * asks for more.
   *
   * @param relief the chance of any relief at all that "better" asks for: a person whose days
   *     scatter much reaches a point by luck
   * @param worse the chance of any worsening that "worse" asks for
   */
  private record Bounds(double relief, double worse) {}

  private static final Bounds FIRST_LOOK = new Bounds(0.97, 0.98);
  private static final Bounds LAST_LOOK = new Bounds(0.9, 0.95);

  /** An important relief, or a worsening by a point, must be at least as likely as not. */
  private static final double LIKELY = 0.5;

  /** A worsening that is told as one: a point or more (our own choice, the safer reading). */
  private static final double WORSENING = 1;

  /** An interval of so many points leaves open whether it went well or badly. */
  private static final double WIDE = 3.5;

  /** So much wider than with every day rated: it is the missing days that make it wide. */
  private static final double WIDENED = 1.25;

  /** 5 % in each tail: a 90 % interval. */
  private static final double TAIL = 0.05;

  private Judge() {}

  /**
   * The verdict on the day that the ratings have reached. Days after the trial's last day count for
   * nothing.
   */
  public static Verdict judge(Ratings ratings, Programme.Trial trial) {
    return judge(ratings, trial, Optional.empty());
  }

  /**
   * The same for somebody who told how long it had lasted.
   *
   * @param lasted how long before the trial; it changes the natural course and nothing else
   */
  public static Verdict judge(
      Ratings ratings, Programme.Trial trial, Optional<ComplaintDuration> lasted) {
    Ratings counted = ratings.until(looked(ratings.day(), trial));
    int day = counted.day();
    Known known = Known.of(counted);
    Answer answer = answer(known, counted, trial);
    Verdict verdict =
        new Verdict(
            answer,
            known.change(),
            known.start(),
            known.important(),
            counted.step(),
            counted.byDay().size(),
            day,
            day < trial.days(),
            Optional.empty(),
            next(answer, day, trial));
    return known.start().isEmpty() || verdict.leavesNoRoom()
        ? verdict
        : verdict.withCourse(
            trial
                .naturalCourse()
                .map(
                    published ->
                        switch (published) {
                          case BACK_PAIN ->
                              NaturalCourse.ofBackPain(
                                  known.start().getAsDouble(), known.important(), lasted);
                        }));
  }

  /** The day that is judged: between the two looks it is still the first. */
  private static int looked(int day, Programme.Trial trial) {
    if (day >= trial.extendTo()) {
      return trial.extendTo();
    }
    return Math.min(day, trial.days());
  }

  /** What some ratings tell: the level they start from, and the change if there is one to tell. */
  private record Known(OptionalDouble start, int important, Optional<Change> change) {
    static Known of(Ratings ratings) {
      Optional<Posterior> posterior = LevelModel.posterior(ratings);
      if (posterior.isEmpty()) {
        return new Known(OptionalDouble.empty(), importantChange(0), Optional.empty());
      }
      double start = posterior.get().first();
      int important = importantChange(start);
      return new Known(
          LevelModel.beganRated(ratings) ? OptionalDouble.of(start) : OptionalDouble.empty(),
          important,
          LevelModel.compares(ratings)
              ? Optional.of(Judge.change(posterior.get(), important, ratings))
              : Optional.empty());
    }
  }

  private static Answer answer(Known known, Ratings ratings, Programme.Trial trial) {
    if (ratings.day() < trial.days() || known.change().isEmpty()) {
      return Answer.NOT_ENOUGH_DAYS;
    }
    return answer(
        known.change().get(),
        ratings.day() == trial.extendTo() ? LAST_LOOK : FIRST_LOOK,
        LevelModel.ratedWhole(ratings));
  }

  /**
   * The verdict on stiffness, by the same model. No important change of a stiffness rating has been
   * published: that of pain is used. Nor has a natural course, so there is none. What it says comes
   * next is by stiffness alone.
   */
  public static Verdict judgeStiffness(Ratings stiffness, Programme.Trial trial) {
    return judge(stiffness, trial).withCourse(Optional.empty());
  }

  /**
   * The change of pain that matters, in points: 1 for a start of 1 to 4, 2 for 5 to 7, 3 for 8 to
   * 10 (n = 1232 with back pain; measures.md). A level between two whole numbers goes to the
   * nearer, a half to the stricter.
   */
  public static int importantChange(double start) {
    long whole = Math.round(start);
    return whole <= 4 ? 1 : whole <= 7 ? 2 : 3;
  }

  /** The level of each day with its 90 % band, as far as the trial goes. */
  public static List<DayLevel> levels(Ratings ratings, Programme.Trial trial) {
    return LevelModel.levels(ratings.until(trial.extendTo()));
  }

  private static Change change(Posterior known, int important, Ratings ratings) {
    double first = known.first();
    double last = known.last();
    double low = known.quantile(TAIL);
    double high = known.quantile(1 - TAIL);
    return new Change(
        first - last,
        Math.min(low, first - last),
        Math.max(high, first - last),
        first,
        last,
        known.falls(important),
        known.falls(0),
        known.rises(WORSENING),
        known.rises(0),
        known.scatter(),
        Math.max(high - low, 2 * Normal.TAIL * known.likeliest().changeSd()),
        known.likeliest().changeSd()
            / LevelModel.spreadWithEveryDay(known.likeliest().scatter(), ratings));
  }

  private static Answer answer(Change change, Bounds look, boolean whole) {
    if (!whole && change.reach() > WIDE && change.widened() > WIDENED) {
      return Answer.NOT_ENOUGH_DAYS;
    }
    if (change.important() >= LIKELY && change.relief() >= look.relief()) {
      return Answer.BETTER;
    }
    if (change.worsening() >= LIKELY && change.worse() >= look.worse()) {
      return Answer.WORSE;
    }
    return Answer.NO_CLEAR_CHANGE;
  }

  private static Next next(Answer answer, int day, Programme.Trial trial) {
    return switch (answer) {
      case BETTER -> Next.KEEP_GOING_LIGHTLY;
      case WORSE -> Next.GET_CHECKED;
      case NO_CLEAR_CHANGE, NOT_ENOUGH_DAYS ->
          day < trial.days() ? Next.KEEP_RATING : day < trial.extendTo() ? Next.GO_ON : Next.BOOK;
    };
  }
}
