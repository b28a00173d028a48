package org.counterpose.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * One journey in a row of the clinic's list.
 *
 * @param facts what was summed up from its journal
 * @param name as the person wants to be known to the clinic; empty where they gave none
 * @param begunAt when the trial began, which tells people of one name apart
 * @param visit the start of the next visit, if one is booked
 * @param seenAt when somebody of the clinic last looked, and {@code seenBy} who
 * @param unlooked whether something calls for somebody that nobody has looked at yet
 */
public record ListRow(
    UUID journey,
    String place,
    String name,
    Facts facts,
    Instant begunAt,
    Optional<Instant> visit,
    Optional<Instant> seenAt,
    Optional<String> seenBy,
    boolean unlooked) {

  /** Of how many days a row tells the ratings: three weeks, as far as the eye compares. */
  public static final int DAYS_RATED = 21;

  /**
   * What a row tells of a journal.
   *
   * @param entries how many entries it was summed up from
   * @param dueAt when it must be summed up anew, whatever arrives
   * @param need the rank of the reason, 0 the most pressing
   * @param since since when the reason holds
   * @param day the day of the trial, and {@code lastDay} its last
   * @param begun whether the trial's first day has begun: not while it waits for the clinic
   * @param ended whether its last day is over
   * @param settled whether the longest that a trial may last is over, so that each answer had its
   *     time
   * @param stillLogging whether anything was logged on a day or later, as {@code 3=1,7=0}; only of
   *     days that are over and on which the plan did not rest
   * @param ratings of pain over the last {@link #DAYS_RATED} days, oldest first, joined by commas;
   *     empty where missing
   * @param planDone percent
   * @param stepsDone percent by step, as {@code rolled-towel=80,posture-band=55}
   * @param change the verdict's change and its interval in points, as {@code 2.5 1.6 3.3}
   * @param concerns the entries that call for somebody and have no answer
   */
  public record Facts(
      int entries,
      Instant dueAt,
      String programme,
      String version,
      int need,
      String reason,
      Instant since,
      int day,
      int lastDay,
      boolean begun,
      boolean ended,
      boolean settled,
      Instant lastAt,
      String stillLogging,
      String ratings,
      OptionalInt planDone,
      String stepsDone,
      Optional<String> verdict,
      Optional<String> change,
      List<Concern> concerns) {}
}
