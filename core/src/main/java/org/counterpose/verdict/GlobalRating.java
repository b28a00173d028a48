package org.counterpose.verdict;

/**
 * How somebody says that it is, all in all, against the start: the 11-point global rating of
 * change.
 *
 * @param day the day of the trial on which they said so
 * @param points -5 (much worse) to +5 (much better)
 */
public record GlobalRating(int day, int points) {

  /** A change that matters: Kamper and others, J Man Manip Ther 2009;17:163. */
  private static final int IMPORTANT = 2;

  public GlobalRating {
    if (points < -5 || points > 5) {
      throw new IllegalArgumentException("a rating of change is -5 to 5, got " + points);
    }
  }

  /** What the points mean. */
  public enum Meaning {
    BETTER,
    ABOUT_THE_SAME,
    WORSE
  }

  public Meaning meaning() {
    if (points >= IMPORTANT) {
      return Meaning.BETTER;
    }
    return points <= -IMPORTANT ? Meaning.WORSE : Meaning.ABOUT_THE_SAME;
  }
}
