package org.counterpose.journeys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.plan.Compared;
import org.counterpose.plan.Comparison;
import org.counterpose.plan.DueMeasure;
import org.counterpose.plan.Findings;
import org.counterpose.plan.Moment;
import org.counterpose.plan.OtherMeasures;
import org.counterpose.plan.Plan;
import org.counterpose.plan.Today;
import org.counterpose.programme.Programme;
import org.counterpose.verdict.Ratings;
import org.counterpose.verdict.Verdict;

/** A trial that somebody opened with its key: its plan, and the journal at that moment. */
public record Journey(UUID id, Plan plan, Journal journal) implements Opened {

  public Programme programme() {
    return plan.programme();
  }

  /** How the trial stands at a moment: read once, whatever is asked of it. */
  public Moment at(Instant now) {
    return plan.at(journal, now);
  }

  public Today today(Instant now) {
    return at(now).today();
  }

  /**
   * The least pain, 0 to 10, of a rating at a moment that has the safety questions asked first;
   * empty where none would.
   */
  public Optional<Integer> asksFrom(Instant now) {
    return at(now).asksFrom();
  }

  /** When the person's day of a moment ends, and their next one begins. */
  public Instant dayEnds(Instant now) {
    return at(now).dayEnds();
  }

  /** The pause that holds now, the clinic's before the person's own, also under a stop. */
  public Optional<Entry.Paused> pause(Instant now) {
    return at(now).pause();
  }

  public Ratings ratings(Instant now) {
    return at(now).ratings();
  }

  /** The last rating of each day of the trial so far, by day. */
  public SortedMap<Integer, Entry.Rated> rated(Instant now) {
    return at(now).rated();
  }

  /** What the trial has found by the day of a moment. */
  public Findings findings(Instant now) {
    return at(now).findings();
  }

  /** The activities that the person chose, at most three. */
  public List<String> activities(Instant now) {
    return at(now).activities();
  }

  /** What the person is to measure this week and has not yet. */
  public List<DueMeasure> measuresDue(Instant now) {
    return at(now).measuresDue();
  }

  public OtherMeasures otherMeasures(Instant now) {
    return at(now).otherMeasures();
  }

  /** The latest comparison that the person chose, without what its days show. */
  public Optional<Comparison> comparison(Instant now) {
    return at(now).comparison();
  }

  /** The comparison of days with and without a step, if the person chose one. */
  public Optional<Compared> compared(Instant now) {
    return at(now).compared();
  }

  /** The ids of the steps that could be compared. */
  public List<String> comparable(Instant now) {
    return at(now).comparable();
  }

  public Verdict verdict(Instant now) {
    return at(now).verdict();
  }

  /** The verdict on stiffness; empty where it was never rated. */
  public Optional<Verdict> stiffness(Instant now) {
    return at(now).stiffness();
  }
}
