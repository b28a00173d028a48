package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where appointments are kept. An appointment claims cells of its practitioner's calendar by a key
 * of the tables, so that of two who want one cell the second is refused, whoever looked first. What
 * must be true together is done in one {@link #write}.
 */
public interface Appointments {

  /** Does a work in one transaction. */
  <T extends @Nullable Object> T write(Work<T> work);

  /** Reads of one moment. */
  <T extends @Nullable Object> T read(Work<T> work);

  /**
   * Keeps the appointment and its claims, or remembers that it was taken; either way under the
   * request's key. A key that came before gets its first answer, and nothing else happens.
   *
   * @param held a hold of who asks, whose cells become the appointment's
   */
  BookingAnswer book(
      Connection connection, BookingKey key, NewAppointment appointment, Optional<UUID> held)
      throws SQLException;

  /** The same, in a transaction of its own. */
  default BookingAnswer book(BookingKey key, NewAppointment appointment) {
    return write(connection -> book(connection, key, appointment, Optional.empty()));
  }

  /**
   * Keeps appointments of one request, all of them or none, under its key.
   *
   * @param held a hold of who asks, which ends with it
   * @throws Conflict where somebody has one of the times
   */
  BookingAnswer bookAll(
      Connection connection, BookingKey key, List<NewAppointment> appointments, Optional<UUID> held)
      throws SQLException;

  /**
   * Keeps an appointment at its first choice; false, and nothing kept, where somebody has a cell.
   *
   * @param instead whose cells become the appointment's
   */
  boolean keep(Connection connection, NewAppointment appointment, Optional<UUID> instead)
      throws SQLException;

  /** Whether nobody has a cell of an appointment's first choice, not even for a while. */
  boolean isFree(Connection connection, NewAppointment appointment) throws SQLException;

  /**
   * Keeps an appointment at its first choice under its request's key; a key that came before gets
   * its first answer, and nothing else happens.
   *
   * @param beside whether it is kept even where somebody has the time
   * @throws Conflict where somebody has the time and it is not; the key is then not used up
   */
  BookingAnswer bookOnPurpose(
      Connection connection, BookingKey key, NewAppointment appointment, boolean beside)
      throws SQLException;

  /** The answer that a key got before. */
  Optional<BookingAnswer> answer(String keyHash, String requestHash);

  /** The appointment that a token opens. */
  Optional<KeptAppointment> find(Connection connection, String tokenHash) throws SQLException;

  /** The same, read by itself. */
  default Optional<KeptAppointment> find(String tokenHash) {
    return read(connection -> find(connection, tokenHash));
  }

  Optional<KeptAppointment> find(Connection connection, UUID id) throws SQLException;

  /** A further token that opens an appointment. */
  void addLink(Connection connection, UUID appointment, String tokenHash) throws SQLException;

  /**
   * Lets the claims of an appointment go and takes others.
   *
   * @param reason what the clinic says about it, where it was the clinic
   * @throws Conflict where one of the new cells is taken; the old claims then stay
   * @return the appointment as it now is; unchanged where it was cancelled, empty where there is
   *     none
   */
  Optional<KeptAppointment> move(
      Connection connection, UUID id, Visit to, Instant at, Optional<String> reason)
      throws SQLException;

  /** Moves appointments of one series to times of one wish, all of them or none. */
  void moveAll(Connection connection, List<Move> moves, Instant at, Optional<String> reason)
      throws SQLException;

  /** One appointment's new time. */
  record Move(UUID id, Visit to) {}

  /** Cancels and lets the claims go; a second time changes nothing. */
  Optional<KeptAppointment> cancel(
      Connection connection, UUID id, Instant at, Optional<String> reason) throws SQLException;

  /** Keeps why staff booked it beside another, or outside the hours. */
  void onPurpose(Connection connection, UUID id, String why) throws SQLException;

  /** Keeps whether somebody came; empty takes it back. */
  Optional<KeptAppointment> attended(Connection connection, UUID id, Optional<String> attended)
      throws SQLException;

  /** Every claim on the cells from the first to before the last. */
  default List<CalendarCells.Claim> claims(long fromCell, long beforeCell) {
    return read(
        connection -> CalendarCells.claims(connection, fromCell, beforeCell, Instant.EPOCH));
  }

  /** Takes the summary of a journey away from its visits that are not over. */
  void withoutSummary(Connection connection, UUID journey, Instant now) throws SQLException;

  /** The appointments to which a journey's summary went along. */
  List<KeptAppointment> ofJourney(UUID journey);

  /** The appointments of a series, in its order. */
  List<KeptAppointment> ofSeries(Connection connection, UUID series) throws SQLException;

  /** The appointments that touch a stretch of time, in order of time. */
  List<KeptAppointment> between(Instant from, Instant before);

  /** Deletes the appointments that ended before an instant, and all that belongs to them. */
  int forget(Instant endedBefore);
}
