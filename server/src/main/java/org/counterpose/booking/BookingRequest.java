package org.counterpose.booking;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.store.Also;

/**
 * A wish to book.
 *
 * @param key chosen by who asks; the same key with the same wish is the same request
 * @param practitioner an id, or {@link Clinic#ANYONE} for whoever has the most room that day
 * @param place where it must be; anywhere where empty
 * @param visitor the secret of who may hold the time while filling in the form
 * @param zone the person's own clock, where they told it
 */
public record BookingRequest(
    String key,
    String practitioner,
    String service,
    Instant start,
    Person person,
    Optional<Shared> shared,
    Optional<String> place,
    Optional<String> visitor,
    Optional<ZoneId> zone) {

  /**
   * What goes along of a person's trial, because they ticked it.
   *
   * @param agreed records that they did, in the transaction that books
   */
  public record Shared(UUID journey, String summary, Also agreed) {}

  /** By somebody who holds nothing and told no clock, anywhere. */
  public BookingRequest(
      String key,
      String practitioner,
      String service,
      Instant start,
      Person person,
      Optional<Shared> shared) {
    this(
        key,
        practitioner,
        service,
        start,
        person,
        shared,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same by a visitor who may hold the time. */
  public BookingRequest by(Optional<String> holding) {
    return new BookingRequest(
        key, practitioner, service, start, person, shared, place, holding, zone);
  }

  /** The same by somebody with this clock. */
  public BookingRequest in(Optional<ZoneId> own) {
    return new BookingRequest(
        key, practitioner, service, start, person, shared, place, visitor, own);
  }

  /** The same by somebody who reads a language. */
  public BookingRequest reading(String language) {
    return new BookingRequest(
        key,
        practitioner,
        service,
        start,
        person.reading(Optional.of(language)),
        shared,
        place,
        visitor,
        zone);
  }

  /** The same at one place alone. */
  public BookingRequest at(Optional<String> only) {
    return new BookingRequest(
        key, practitioner, service, start, person, shared, only, visitor, zone);
  }
}
