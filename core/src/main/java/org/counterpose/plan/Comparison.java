package org.counterpose.plan;

import java.util.UUID;

/**
 * A comparison of days with a step and days without it. In each block of three days one is drawn by
 * chance on which the step is left out; the draw depends on the seed alone.
 *
 * @param from its first day of the trial
 * @param until the first day that no longer belongs to it
 */
public record Comparison(String step, long seed, int from, int until) {

  /** The first week is what the verdict compares with: nothing is left out in it. */
  private static final int FIRST_DAY = 8;

  private static final int BLOCK = 3;

  /** What SplitMix64 adds for each further number. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** One that was chosen on a day, by the id of the choice. */
  static Comparison chosen(String step, UUID choice, int day) {
    long seed = choice.getMostSignificantBits() ^ choice.getLeastSignificantBits();
    return new Comparison(step, seed, Math.max(FIRST_DAY, day + 1), Integer.MAX_VALUE);
  }

  /** Ended on a day: on that day nothing is left out any more. */
  Comparison endedOn(int day) {
    return new Comparison(step, seed, from, Math.min(until, day));
  }

  /** Whether it runs, or is still to begin, on a day. */
  public boolean runsOn(int day) {
    return day < until;
  }

  /** Whether a day belongs to it, with the step or without. */
  public boolean holds(int day) {
    return day >= from && day < until;
  }

  /** Whether the step is left out on a day. */
  public boolean leavesOut(int day) {
    if (!holds(day)) {
      return false;
    }
    int block = (day - from) / BLOCK;
    long drawn = mixed(seed + block * GOLDEN);
    return (day - from) % BLOCK == Long.remainderUnsigned(drawn, BLOCK);
  }

  /** Spreads a number over all others (Steele and others, OOPSLA 2014: the mix of SplitMix64). */
  private static long mixed(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
