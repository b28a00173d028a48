package org.counterpose.clinic;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterpose.store.SafetyStop;

/**
 * How long people waited whom a safety answer stopped, until somebody of the clinic looked.
 *
 * @param people how many were stopped
 * @param waiting how many of them still wait for a first look at an answer
 * @param median the time within which half of the waits ended; empty where too many still wait
 * @param late the time within which nine in ten ended
 */
public record FirstLooks(
    int people, Outcomes.Share waiting, Optional<Duration> median, Optional<Duration> late) {

  /** Whether they may be told: a stop of few people is theirs. */
  public boolean isTold() {
    return people == 0 || people >= Outcomes.LEAST;
  }

  /** What one look ended, or what still waits for one: however many answers of a person it is. */
  private record Wait(UUID person, Instant from, Optional<Instant> until) {

    Wait(SafetyStop stop) {
      this(stop.journey(), stop.knownAt(), stop.lookedAt());
    }

    Duration length(Instant now) {
      Duration length = Duration.between(from, until.orElse(now));
      return length.isNegative() ? Duration.ZERO : length;
    }
  }

  private record Ended(UUID person, Optional<Instant> at) {}

  static FirstLooks of(List<SafetyStop> stops, Instant now) {
    Collection<Wait> waits =
        stops.stream()
            .map(Wait::new)
            .collect(
                Collectors.toMap(
                    wait -> new Ended(wait.person(), wait.until()),
                    Function.identity(),
                    BinaryOperator.minBy(Comparator.comparing(Wait::from))))
            .values();
    int people = people(waits);
    int waiting = people(waits.stream().filter(wait -> wait.until().isEmpty()).toList());
    return new FirstLooks(
        people,
        new Outcomes.Share(people, waiting),
        within(0.5, waits, now),
        within(0.9, waits, now));
  }

  private static int people(Collection<Wait> waits) {
    return (int) waits.stream().map(Wait::person).distinct().count();
  }

  /**
   * The time within which a part of the waits ended. Those that go on count for as long as they
   * have lasted: leaving them out would make a clinic look quicker the more it overlooks (Kaplan
   * and Meier 1958).
   */
  private static Optional<Duration> within(double part, Collection<Wait> waits, Instant now) {
    List<Wait> byLength =
        waits.stream()
            .sorted(
                Comparator.comparing((Wait wait) -> wait.length(now))
                    .thenComparing(wait -> wait.until().isEmpty()))
            .toList();
    double goingOn = 1;
    int left = byLength.size();
    for (Wait wait : byLength) {
      if (wait.until().isPresent()) {
        goingOn *= (left - 1.0) / left;
        if (goingOn <= 1 - part + 1e-9) {
          return Optional.of(wait.length(now));
        }
      }
      left--;
    }
    return Optional.empty();
  }
}
