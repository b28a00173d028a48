package org.counterpose.plan;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The days of a trial that are still to come, as its journal stands. */
public final class ComingDays {

  private ComingDays() {}

  /**
   * This moment, and the beginning of each day after it: each day once, whether it is of 23, 24 or
   * 25 hours.
   *
   * @param trial how the trial stands at a moment
   * @param last the last day of the trial that is told, from 1
   */
  public static List<Moment> of(Function<Instant, Moment> trial, Instant now, int last) {
    return Stream.iterate(
            trial.apply(now),
            moment -> moment.day() <= last,
            moment -> trial.apply(moment.dayEnds()))
        .toList();
  }
}
