package org.counterpose.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpose.journeys.Journey;
import org.counterpose.plan.Today;

/**
 * What a person is to be reminded of around a moment, from the trial, their wishes, their
 * appointments and the time alone.
 *
 * <p>What is late is made up for within two hours, and an appointment for as long as it lies ahead;
 * never in the quiet hours. What then comes close together is one message.
 */
public final class Outlook {

  /** How far ahead it looks. */
  public static final Duration AHEAD = Duration.ofHours(1);

  private static final Duration BEHIND = Duration.ofHours(2);
  private static final Duration TOGETHER = Duration.ofMinutes(30);

  /**
   * An appointment of the person's.
   *
   * @param madeAt when it was booked or last moved
   */
  public record Appointment(UUID id, Instant start, Instant madeAt) {}

  private final Wishes wishes;
  private final ZonedDateTime now;
  private final List<Candidate> inTime;

  private Outlook(Wishes wishes, ZonedDateTime now, Stream<Candidate> all) {
    this.wishes = wishes;
    this.now = now;
    this.inTime =
        all.flatMap(candidate -> open(candidate).stream())
            .sorted(Comparator.comparing(candidate -> candidate.at().toInstant()))
            .toList();
  }

  /** What may come from a moment on. */
  public static Outlook at(
      Journey journey, Wishes wishes, List<Appointment> appointments, Instant now) {
    ZoneId zone = journey.journal().routine().zone();
    Map<LocalDate, Today> days = new LinkedHashMap<>();
    for (Instant moment : List.of(now, now.plus(AHEAD))) {
      Today today = journey.today(moment);
      days.putIfAbsent(today.date(), today);
    }
    Stream<Candidate> trial =
        days.values().stream().flatMap(day -> OfTheTrial.on(day, journey, wishes, now).stream());
    Stream<Candidate> visits =
        wishes.kinds().contains(Kind.APPOINTMENT)
            ? OfVisits.of(appointments, zone).stream()
            : Stream.empty();
    return new Outlook(wishes, now.atZone(zone), Stream.concat(trial, visits));
  }

  /** The same where it may still come, put off to the end of the quiet hours. */
  private Optional<Candidate> open(Candidate planned) {
    Candidate awake = planned.at(wishes.quiet().over(planned.at()));
    if (awake.at().toInstant().isBefore(wishes.since())) {
      return Optional.empty();
    }
    Candidate bound = awake.isVisit() ? awake : awake.notAfter(awake.at().plus(BEHIND).toInstant());
    ZonedDateTime end = wishes.quiet().over(now);
    boolean waits = end.isAfter(now) && bound.at().isBefore(end);
    return Optional.of(waits ? bound.at(end) : bound)
        .filter(one -> goesAt(one).isBefore(one.until()));
  }

  /** What is late goes now. */
  private Instant goesAt(Candidate candidate) {
    Instant at = candidate.at().toInstant();
    return at.isBefore(now.toInstant()) ? now.toInstant() : at;
  }

  /** The reminders until an hour ahead, in time, of what somebody was not told of already. */
  public List<Reminder> besides(Set<String> told) {
    List<Reminder> all = new ArrayList<>();
    List<Candidate> group = new ArrayList<>();
    for (Candidate next : inTime) {
      if (told.contains(next.part().occasion())) {
        continue;
      }
      if (!group.isEmpty() && !areClose(group.getFirst(), next)) {
        all.add(joined(group));
        group.clear();
      }
      group.add(next);
    }
    if (!group.isEmpty()) {
      all.add(joined(group));
    }
    Instant horizon = now.plus(AHEAD).toInstant();
    return all.stream().filter(one -> one.at().toInstant().isBefore(horizon)).toList();
  }

  private boolean areClose(Candidate first, Candidate next) {
    return Duration.between(goesAt(first), goesAt(next)).compareTo(TOGETHER) <= 0;
  }

  private Reminder joined(List<Candidate> group) {
    Candidate first = group.getFirst();
    ZonedDateTime goes = goesAt(first).atZone(now.getZone());
    Stream<Instant> ends = group.stream().map(Candidate::until);
    Instant stands =
        Stream.concat(ends, wishes.quiet().nextAfter(goes).stream())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Instant until =
        group.stream().map(Candidate::until).max(Comparator.naturalOrder()).orElseThrow();
    return new Reminder(first.at(), stands, until, group.stream().map(Candidate::part).toList());
  }
}
