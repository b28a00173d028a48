package org.counterpose.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where appointments are kept. An appointment claims cells of its practitioner's calendar by a key
 * of the tables, so that of two who want one cell the second is refused, whoever looked first.
 */
public interface Appointments {

  /**
   * Keeps the appointment and its claims, or remembers that it was taken; either way under the
   * request's key and in one transaction. A key that came before gets its first answer, and nothing
   * else happens.
   */
  BookingAnswer book(BookingKey key, NewAppointment appointment);

  /** The answer that a key got before. */
  Optional<BookingAnswer> answer(String keyHash, String requestHash);

  Optional<KeptAppointment> find(String tokenHash);

  /**
   * Lets the claims of an appointment go and takes others, in one transaction.
   *
   * @throws Conflict where one of the new cells is taken; the old claims then stay
   * @return the appointment as it now is; unchanged where it was cancelled, empty where there is
   *     none
   */
  Optional<KeptAppointment> move(UUID id, Visit to, Instant at);

  /** Cancels and lets the claims go; a second time changes nothing. */
  Optional<KeptAppointment> cancel(UUID id, Instant at);

  /** Every claim on the cells from the first to before the last. */
  List<Claim> claims(long fromCell, long beforeCell);

  /** One claimed cell. */
  record Claim(String practitioner, long cell, UUID appointment) {}

  /** The appointments to which a journey's summary went along. */
  List<KeptAppointment> ofJourney(UUID journey);

  /** Deletes the appointments that ended before an instant, and all that belongs to them. */
  int forget(Instant endedBefore);
}
