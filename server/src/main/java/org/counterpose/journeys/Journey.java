package org.counterpose.journeys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.plan.Comparison;
import org.counterpose.plan.DueMeasure;
import org.counterpose.plan.Findings;
import org.counterpose.plan.OtherMeasures;
import org.counterpose.plan.Plan;
import org.counterpose.plan.Today;
import org.counterpose.programme.Programme;
import org.counterpose.verdict.Ratings;
import org.counterpose.verdict.Verdict;

/** A trial that somebody opened with its key: the programme, and the journal at that moment. */
public record Journey(UUID id, Programme programme, Journal journal) implements Opened {

  public Today today(Instant now) {
    return new Plan(programme).today(journal, now);
  }

  /**
   * The least pain, 0 to 10, of a rating at a moment that has the safety questions asked first;
   * empty where none would.
   */
  public Optional<Integer> asksFrom(Instant now) {
    return new Plan(programme).asksFrom(journal, now);
  }

  /** When the person's day of a moment ends, and their next one begins. */
  public Instant dayEnds(Instant now) {
    return new Plan(programme).dayEnds(journal, now);
  }

  /** The pause that holds now, the clinic's before the person's own, also under a stop. */
  public Optional<Entry.Paused> pause(Instant now) {
    return new Plan(programme).pause(journal, now);
  }

  public Ratings ratings(Instant now) {
    return new Plan(programme).ratings(journal, now);
  }

  /** The last rating of each day of the trial so far, by day. */
  public SortedMap<Integer, Entry.Rated> rated(Instant now) {
    return new Plan(programme).rated(journal, now);
  }

  /** What the trial has found by the day of a moment. */
  public Findings findings(Instant now) {
    return new Plan(programme).findings(journal, now);
  }

  /** The activities that the person chose, at most three. */
  public List<String> activities(Instant now) {
    return new Plan(programme).activities(journal, now);
  }

  /** What the person is to measure this week and has not yet. */
  public List<DueMeasure> measuresDue(Instant now) {
    return new Plan(programme).measuresDue(journal, now);
  }

  public OtherMeasures otherMeasures(Instant now) {
    return new Plan(programme).otherMeasures(journal, now);
  }

  /** The latest comparison that the person chose, without what its days show. */
  public Optional<Comparison> comparison(Instant now) {
    return new Plan(programme).comparison(journal, now);
  }

  /** The comparison of days with and without a step, if the person chose one. */
  public Optional<Plan.Compared> compared(Instant now) {
    return new Plan(programme).compared(journal, now);
  }

  /** The ids of the steps that could be compared. */
  public List<String> comparable(Instant now) {
    return new Plan(programme).comparable(journal, now);
  }

  public Verdict verdict(Instant now) {
    return new Plan(programme).verdict(journal, now);
  }

  /** The verdict on stiffness; empty where it was never rated. */
  public Optional<Verdict> stiffness(Instant now) {
    return new Plan(programme).stiffness(journal, now);
  }
}
