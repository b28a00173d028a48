package org.counterpose.plan;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.counterpose.programme.Outcome;
import org.counterpose.verdict.ComplaintDuration;
import org.counterpose.verdict.DayLevel;
import org.counterpose.verdict.Ratings;
import org.counterpose.verdict.Verdict;

/**
 * All that a trial has found by one of its days: what the person's page and the clinician's summary
 * tell. The same version of the pack, the same version of the model and the same journal give the
 * same findings at every moment of a day.
 *
 * @param stiffness empty where stiffness was never rated
 * @param lasted how long the complaint had lasted at the check; empty where it was not told
 * @param saferOn the days on which the programme was made safer
 * @param stop what the safety answers that stopped the trial ask for; empty where none did
 */
public record Findings(
    Origin origin,
    Span span,
    Judged pain,
    Optional<Judged> stiffness,
    OtherMeasures otherMeasures,
    Optional<ComplaintDuration> lasted,
    Done done,
    SortedSet<Integer> saferOn,
    Optional<Outcome> stop) {

  public Findings {
    saferOn = Collections.unmodifiableSortedSet(new TreeSet<>(saferOn));
  }

  /** What the findings were computed with. */
  public record Origin(String programme, String version, String model) {}

  /**
   * The days of a trial.
   *
   * @param began the date of day 1
   * @param day the last day that counts, from 1
   * @param of the trial's last day
   */
  public record Span(LocalDate began, int day, int of) {

    /** The date of a day of the trial. */
    public LocalDate date(int dayOfTrial) {
      return began.plusDays(dayOfTrial - 1L);
    }
  }

  /**
   * One symptom: its ratings, the level of each day with its band, and what they say.
   *
   * @param levels empty where nothing was rated
   */
  public record Judged(Verdict verdict, Ratings ratings, List<DayLevel> levels) {

    public Judged {
      levels = List.copyOf(levels);
    }
  }

  /**
   * How much of the plan was done on whole days.
   *
   * @param days days 1 to this one count; 0 on the first day. Today counts once it is over.
   * @param rested those of them on which the plan was paused or stopped for some time
   */
  public record Done(Adherence adherence, int days, Set<Integer> rested) {
    public Done {
      rested = Set.copyOf(rested);
    }

    /** The share of the plan, 0 to 1; empty before a day is over on which something was due. */
    public OptionalDouble share() {
      return adherence.byStep().isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(adherence.overall());
    }
  }

  /** Which measures say better and which say worse. */
  public Directions directions() {
    return Directions.of(this);
  }
}
