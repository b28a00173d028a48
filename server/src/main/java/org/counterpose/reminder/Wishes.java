package org.counterpose.reminder;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.counterpose.journal.Routine;
import org.counterpose.store.Channel;
import org.counterpose.store.KeptReminder;

/**
 * What a person wants to be reminded of, when and how.
 *
 * @param stepTimes their own times for the steps; none for those of the plan
 * @param ratingAt also for the weekly check and the verdict
 * @param quietFrom nothing comes from here to {@code quietTo}; the same twice means always allowed
 * @param since when they last said so: nothing before it is made up for
 */
public record Wishes(
    Set<Kind> kinds,
    Set<Channel> channels,
    List<LocalTime> stepTimes,
    LocalTime ratingAt,
    LocalTime quietFrom,
    LocalTime quietTo,
    boolean stepNames,
    Instant since) {

  public static final int MOST_STEP_TIMES = 3;

  private static final int HOURS_BEFORE_SLEEP = 2;
  private static final Set<Kind> AT_RATING = Set.of(Kind.RATING, Kind.WEEKLY_CHECK, Kind.VERDICT);

  public Wishes {
    kinds = Set.copyOf(kinds);
    channels = Set.copyOf(channels);
    SortedSet<LocalTime> times = new TreeSet<>(stepTimes);
    stepTimes = List.copyOf(times);
    if (stepTimes.size() > MOST_STEP_TIMES) {
      throw new IllegalArgumentException(
          "at most " + MOST_STEP_TIMES + " times for steps, got " + stepTimes.size());
    }
  }

  /** What is offered to somebody who has said nothing yet: everything, by no channel. */
  public static Wishes offered(Routine routine, Instant now) {
    return new Wishes(
        Set.of(Kind.values()),
        Set.of(),
        List.of(),
        routine.sleep().minusHours(HOURS_BEFORE_SLEEP).withMinute(0),
        routine.sleep(),
        routine.wake(),
        false,
        now);
  }

  /** The same, on one channel more. */
  Wishes alsoBy(Channel channel) {
    Set<Channel> more = EnumSet.of(channel);
    more.addAll(channels);
    return new Wishes(kinds, more, stepTimes, ratingAt, quietFrom, quietTo, stepNames, since);
  }

  static Wishes of(KeptReminder kept) {
    return new Wishes(
        kept.kinds().stream().map(Kind::valueOf).collect(Collectors.toSet()),
        kept.channels(),
        kept.stepTimes(),
        kept.ratingAt(),
        kept.quietFrom(),
        kept.quietTo(),
        kept.stepNames(),
        kept.since());
  }

  /** Their own times at which nothing could come, since they lie in the quiet hours. */
  public List<LocalTime> silenced() {
    List<LocalTime> own = new ArrayList<>();
    if (kinds.contains(Kind.STEPS)) {
      own.addAll(stepTimes);
    }
    if (!Collections.disjoint(kinds, AT_RATING)) {
      own.add(ratingAt);
    }
    return own.stream().filter(quiet()::holds).distinct().toList();
  }

  QuietHours quiet() {
    return new QuietHours(quietFrom, quietTo);
  }
}
