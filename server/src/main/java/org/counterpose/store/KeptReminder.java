package org.counterpose.store;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a person wants to be reminded of, as it is kept.
 *
 * @param kinds by name
 * @param stepTimes the person's own; none for the plan's
 * @param stepNames whether a message may name the steps
 * @param since when it was last set
 */
public record KeptReminder(
    UUID journey,
    Set<String> kinds,
    Set<Channel> channels,
    List<LocalTime> stepTimes,
    LocalTime ratingAt,
    LocalTime quietFrom,
    LocalTime quietTo,
    boolean stepNames,
    Instant since) {

  public KeptReminder {
    kinds = Set.copyOf(kinds);
    channels = Set.copyOf(channels);
    stepTimes = List.copyOf(stepTimes);
  }
}
