package org.counterpose.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An appointment to be kept.
 *
 * @param tokenHash of the token that opens it
 * @param choices where and when it may be; the first that nobody has is taken
 * @param summary what goes along of a journey, with the journey's id
 * @param zone the person's own clock, where they told it
 * @param language that the person is written to in; the clinic's own where empty
 * @param series the visits that it is booked with
 */
public record NewAppointment(
    UUID id,
    String tokenHash,
    String service,
    List<Visit> choices,
    String name,
    String email,
    Optional<UUID> journey,
    Optional<String> summary,
    Optional<String> zone,
    Optional<String> language,
    Optional<InSeries> series,
    Instant at) {

  /** Which of a series' visits it is, from 1. */
  public record InSeries(UUID series, int number) {}

  public NewAppointment {
    choices = List.copyOf(choices);
    if (choices.isEmpty()) {
      throw new IllegalArgumentException("an appointment has a time, got none for " + id);
    }
  }

  /** One visit alone, at one time. */
  public NewAppointment(
      UUID id,
      String tokenHash,
      String service,
      Visit visit,
      String name,
      String email,
      Optional<UUID> journey,
      Optional<String> summary,
      Instant at) {
    this(
        id,
        tokenHash,
        service,
        List.of(visit),
        name,
        email,
        journey,
        summary,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        at);
  }
}
