package org.counterpose.plan;

import java.time.Instant;
import org.counterpose.journal.Journal;
import org.counterpose.programme.Programme;

/**
 * What a programme asks of one person from day to day, and how the trial stands. Every answer is a
 * fold over the journal as it is known at a moment: the order in which entries arrived does not
 * matter. What safety answers forbid is forbidden at every moment.
 */
public final class Plan {

  private final Programme programme;

  public Plan(Programme programme) {
    this.programme = programme;
  }

  /** How a trial stands at a moment. */
  public Moment at(Journal journal, Instant now) {
    return new Moment(programme, journal, now);
  }
}
