package org.counterpose.plan;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.counterpose.journal.Journal;
import org.counterpose.programme.Programme;
import org.counterpose.verdict.Judge;
import org.counterpose.verdict.Ratings;
import org.counterpose.verdict.Verdict;

/**
 * What a programme asks of one person from day to day, and how the trial stands. Every answer is a
 * fold over the journal as it is known at a moment: the order in which entries arrived does not
 * matter. What safety answers forbid is forbidden at every moment. Safe for several threads.
 */
public final class Plan {

  private final Programme programme;

  /** Of journals that are still read: the first verdict is the dearest part of most answers. */
  private final Map<Journal, FirstAnswer> answers =
      Collections.synchronizedMap(new WeakHashMap<>());

  private record FirstAnswer(Ratings ratings, Verdict.Answer answer) {}

  public Plan(Programme programme) {
    this.programme = programme;
  }

  public Programme programme() {
    return programme;
  }

  /** How a trial stands at a moment. */
  public Moment at(Journal journal, Instant now) {
    return new Moment(this, journal, now);
  }

  /**
   * What the first verdict answers.
   *
   * @param ratings those of the journal up to the day of the first verdict
   */
  Verdict.Answer firstAnswer(Journal journal, Ratings ratings) {
    FirstAnswer known = answers.get(journal);
    if (known != null && known.ratings().equals(ratings)) {
      return known.answer();
    }
    Verdict.Answer answer = Judge.judge(ratings, programme.trial()).answer();
    answers.put(journal, new FirstAnswer(ratings, answer));
    return answer;
  }
}
