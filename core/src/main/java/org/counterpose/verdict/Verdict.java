package org.counterpose.verdict;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the ratings of a trial say. Points are those of the 0 to 10 scale; a change is the first
 * seven days less the last seven, so that relief is positive and worsening negative.
 *
 * @param estimate the change, and {@code low} to {@code high} its 90 % interval; empty where there
 *     is nothing to compare
 * @param first mean of the first seven days
 * @param last mean of the last seven days
 * @param important the change that matters for this start value
 * @param daysUsed days with a rating
 * @param daysOf days of the trial so far
 * @param withoutProgramme how many in a hundred get as much better with no programme
 */
public record Verdict(
    Answer answer,
    OptionalDouble estimate,
    OptionalDouble low,
    OptionalDouble high,
    OptionalDouble first,
    OptionalDouble last,
    int important,
    int daysUsed,
    int daysOf,
    Optional<NaturalCourse> withoutProgramme,
    Next next) {

  /** The same, with something else to come next. */
  public Verdict followedBy(Next other) {
    return new Verdict(
        answer,
        estimate,
        low,
        high,
        first,
        last,
        important,
        daysUsed,
        daysOf,
        withoutProgramme,
        other);
  }

  /** The four answers, and no more. */
  public enum Answer {
    BETTER,
    NO_CLEAR_CHANGE,
    WORSE,
    NOT_ENOUGH_DAYS
  }

  /** What comes next. */
  public enum Next {
    /** Before the first verdict: go on and keep rating. */
    KEEP_RATING,
    /** Unclear at the first verdict: the trial goes on to its last day. */
    GO_ON,
    KEEP_GOING_LIGHTLY,
    /** No improvement after the trial is itself a reason to be seen. */
    BOOK,
    GET_CHECKED
  }

  /**
   * Of a hundred people with this start value, with no programme, so many improve as much; and how
   * unsure that is.
   */
  public record NaturalCourse(int inHundred, int low, int high) {}
}
