package org.counterpose.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The keys of requests to book, each with the answer that its request got. */
final class BookingKeys {

  private BookingKeys() {}

  /**
   * Books under a key; one that came before gets its first answer, and nothing else happens. The
   * key decides, not a look beforehand.
   *
   * @param booking the visit that was booked; empty where every time was taken
   */
  static BookingAnswer once(
      Connection connection,
      BookingKey key,
      NewAppointment appointment,
      Work<Optional<Visit>> booking)
      throws SQLException {
    if (!take(connection, key, appointment)) {
      return answer(connection, key.keyHash(), key.requestHash()).orElseThrow();
    }
    Optional<Visit> visit = booking.on(connection);
    return visit.isPresent()
        ? booked(connection, key, visit.get())
        : taken(connection, key.keyHash());
  }

  private static boolean take(Connection connection, BookingKey key, NewAppointment appointment)
      throws SQLException {
    return Sql.changes(
        connection,
        "INSERT INTO booking_key (key_hash, request_hash, sealed_token, appointment, end_at)"
            + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (key_hash) DO NOTHING",
        key.keyHash(),
        key.requestHash(),
        key.sealedToken(),
        appointment.id(),
        appointment.choices().getFirst().end());
  }

  private static BookingAnswer booked(Connection connection, BookingKey key, Visit visit)
      throws SQLException {
    Sql.run(
        connection,
        "UPDATE booking_key SET practitioner = ? WHERE key_hash = ?",
        visit.practitioner(),
        key.keyHash());
    return new BookingAnswer.Booked(
        key.sealedToken(), Optional.of(visit.practitioner()), visit.end());
  }

  private static BookingAnswer taken(Connection connection, String keyHash) throws SQLException {
    Sql.run(
        connection,
        "UPDATE booking_key SET sealed_token = NULL, appointment = NULL WHERE key_hash = ?",
        keyHash);
    return new BookingAnswer.Taken();
  }

  /** The answer that a key got. */
  static Optional<BookingAnswer> answer(Connection connection, String keyHash, String requestHash)
      throws SQLException {
    return Sql.first(
        connection,
        "SELECT request_hash, sealed_token, end_at, practitioner FROM booking_key"
            + " WHERE key_hash = ?",
        row -> answer(row, requestHash),
        keyHash);
  }

  private static BookingAnswer answer(ResultSet row, String requestHash) throws SQLException {
    if (!row.getString("request_hash").equals(requestHash)) {
      return new BookingAnswer.OtherRequest();
    }
    String sealed = row.getString("sealed_token");
    return sealed == null
        ? new BookingAnswer.Taken()
        : new BookingAnswer.Booked(
            sealed, Sql.text(row, "practitioner"), Sql.instant(row, "end_at"));
  }
}
