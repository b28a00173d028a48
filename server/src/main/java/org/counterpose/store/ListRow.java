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
 * @param name as the person wants to be known to the clinic; a short form of the id without one
 * @param visit the start of the next visit, if one is booked
 * @param seenAt when somebody of the clinic last looked, and {@code seenBy} who
 * @param unlooked whether a stop for safety is there that nobody has looked at yet
 */
public record ListRow(
    UUID journey,
    String place,
    String name,
    Facts facts,
    Optional<Instant> visit,
    Optional<Instant> seenAt,
    Optional<String> seenBy,
    boolean unlooked) {

  /**
   * What a row tells of a journal.
   *
   * @param entries how many entries it was summed up from
   * @param dueAt when it must be summed up anew, whatever arrives
   * @param need the rank of the reason, 0 the most pressing
   * @param since since when the reason holds
   * @param day the day of the trial, and {@code lastDay} its last
   * @param loggedDay the last day of the trial on which anything was logged, 0 for none
   * @param ratings of pain over the last 21 days, oldest first, joined by commas; empty where
   *     missing
   * @param planDone percent
   * @param stepsDone percent by step, as {@code rolled-towel=80,posture-band=55}
   * @param change the verdict's change and its interval in points, as {@code 2.5 1.6 3.3}
   * @param stops when each safety answer that stops it was given, oldest first
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
      boolean ended,
      Instant lastAt,
      int loggedDay,
      String ratings,
      OptionalInt planDone,
      String stepsDone,
      Optional<String> verdict,
      Optional<String> change,
      List<Instant> stops) {}
}
