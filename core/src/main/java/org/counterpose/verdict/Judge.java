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

  /** A relief of the important change must be at least as likely as not. */
  private static final double IMPORTANT = 0.5;

  /**
   * Of any relief at all we want to be surer: a person with much scatter reaches a point by luck.
   */
  private static final double RELIEF = 0.9;

  /** A worsening that is told as one: a point or more (our own choice, the safer reading). */
  private static final double WORSENING = 1;

  private static final double WORSENING_LIKELY = 0.5;

  private static final double WORSE_AT_ALL = 0.95;

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
    Ratings counted = ratings.until(trial.extendTo());
    int day = counted.day();
    Optional<Posterior> posterior = LevelModel.posterior(counted);
    OptionalDouble start =
        posterior.map(known -> OptionalDouble.of(known.first())).orElse(OptionalDouble.empty());
    int important = importantChange(start.orElse(0));
    boolean soFar = day < trial.days();
    Optional<Change> change =
        posterior
            .filter(known -> LevelModel.compares(counted))
            .map(known -> change(known, important, counted));
    Answer answer =
        soFar ? Answer.NOT_ENOUGH_DAYS : change.map(Judge::answer).orElse(Answer.NOT_ENOUGH_DAYS);
    return new Verdict(
        answer,
        change,
        start,
        important,
        counted.byDay().size(),
        day,
        soFar,
        start.isPresent()
            ? Optional.of(NaturalCourse.of(start.getAsDouble(), important, lasted))
            : Optional.empty(),
        next(answer, day, trial));
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
    return new Change(
        first - last,
        known.quantile(TAIL),
        known.quantile(1 - TAIL),
        first,
        last,
        known.falls(important),
        known.falls(0),
        known.rises(WORSENING),
        known.rises(0),
        known.scatter(),
        known.likeliest().changeSd()
            / LevelModel.spreadWithEveryDay(known.likeliest().scatter(), ratings));
  }

  private static Answer answer(Change change) {
    if (change.high() - change.low() > WIDE && change.widened() > WIDENED) {
      return Answer.NOT_ENOUGH_DAYS;
    }
    if (change.important() >= IMPORTANT && change.relief() >= RELIEF) {
      return Answer.BETTER;
    }
    if (change.worsening() >= WORSENING_LIKELY && change.worse() >= WORSE_AT_ALL) {
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
