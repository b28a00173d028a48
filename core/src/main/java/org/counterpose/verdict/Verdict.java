package org.counterpose.verdict;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the ratings of a trial say of one symptom.
 *
 * @param change the change with what is known of it; empty in the first week, and where nothing was
 *     rated at the beginning or lately
 * @param first the level of the first seven days; empty where none of them was rated
 * @param important the change that matters for this start value, in points
 * @param step the distance between neighbouring ratings that it was judged by, in points: 1, or a
 *     half where any counted rating is a half
 * @param daysUsed days with a rating
 * @param daysOf days of the trial that were looked at: between the two looks those of the first
 * @param soFar whether this is only how it looks before the first verdict is due
 * @param withoutProgramme how many in a hundred get as much better with no programme
 */
public record Verdict(
    Answer answer,
    Optional<Change> change,
    OptionalDouble first,
    int important,
    double step,
    int daysUsed,
    int daysOf,
    boolean soFar,
    Optional<NaturalCourse> withoutProgramme,
    Next next) {

  /** The version of the model: the same ratings under the same version give the same verdict. */
  public static final String MODEL = LevelModel.VERSION;

  /** The same, with something else to come next. */
  public Verdict followedBy(Next other) {
    return new Verdict(
        answer, change, first, important, step, daysUsed, daysOf, soFar, withoutProgramme, other);
  }

  /** The same with a natural course; empty where none was published, or none can be told. */
  Verdict withCourse(Optional<NaturalCourse> course) {
    return new Verdict(
        answer, change, first, important, step, daysUsed, daysOf, soFar, course, next);
  }

  /** Whether the level began so low that an important relief would end below no pain at all. */
  public boolean leavesNoRoom() {
    return first.isPresent() && first.getAsDouble() < important;
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
}
