package org.counterpose.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Appointments in SQL that SQLite and PostgreSQL both speak. */
public final class SqlAppointments implements Appointments {

  private static final String COLUMNS =
      "id, practitioner, service, start_at, end_at, revision, cancelled, name, email, journey,"
          + " summary, changed_at";

  private final Database database;

  public SqlAppointments(Database database) {
    this.database = database;
  }

  @Override
  public BookingAnswer book(BookingKey key, NewAppointment appointment) {
    return database.write(
        connection -> {
          if (!remember(connection, key, appointment)) {
            return firstAnswer(connection, key.keyHash(), key.requestHash()).orElseThrow();
          }
          insert(connection, appointment);
          if (claim(connection, appointment.id(), appointment.visit())) {
            return new BookingAnswer.Booked(key.sealedToken(), appointment.visit().end());
          }
          release(connection, appointment.id());
          update(
              connection,
              "UPDATE booking_key SET sealed_token = NULL, appointment = NULL WHERE key_hash = ?",
              key.keyHash());
          update(connection, "DELETE FROM appointment WHERE id = ?", appointment.id().toString());
          return new BookingAnswer.Taken();
        });
  }

  @Override
  public Optional<BookingAnswer> answer(String keyHash, String requestHash) {
    return database.read(connection -> firstAnswer(connection, keyHash, requestHash));
  }

  @Override
  public Optional<KeptAppointment> find(String tokenHash) {
    return database.read(connection -> one(connection, "token_hash = ?", tokenHash));
  }

  @Override
  public Optional<KeptAppointment> move(UUID id, Visit to, Instant at) {
    return database.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE appointment SET practitioner = ?, start_at = ?, end_at = ?,"
                      + " revision = revision + 1, changed_at = ? WHERE id = ? AND cancelled = 0")) {
            update.setString(1, to.practitioner());
            update.setLong(2, Micros.of(to.start()));
            update.setLong(3, Micros.of(to.end()));
            update.setLong(4, Micros.of(at));
            update.setString(5, id.toString());
            if (update.executeUpdate() == 1) {
              release(connection, id);
              if (!claim(connection, id, to)) {
                throw new SQLIntegrityConstraintViolationException("a cell is claimed", "23505");
              }
            }
          }
          return one(connection, "id = ?", id.toString());
        });
  }

  @Override
  public Optional<KeptAppointment> cancel(UUID id, Instant at) {
    return database.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE appointment SET cancelled = 1, revision = revision + 1, changed_at = ?"
                      + " WHERE id = ? AND cancelled = 0")) {
            update.setLong(1, Micros.of(at));
            update.setString(2, id.toString());
            update.executeUpdate();
          }
          release(connection, id);
          return one(connection, "id = ?", id.toString());
        });
  }

  @Override
  public List<Claim> claims(long fromCell, long beforeCell) {
    return database.read(
        connection -> {
          List<Claim> claims = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT practitioner, cell, appointment FROM appointment_cell"
                      + " WHERE cell >= ? AND cell < ?")) {
            select.setLong(1, fromCell);
            select.setLong(2, beforeCell);
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                claims.add(
                    new Claim(row.getString(1), row.getLong(2), UUID.fromString(row.getString(3))));
              }
            }
          }
          return claims;
        });
  }

  @Override
  public List<KeptAppointment> ofJourney(UUID journey) {
    return database.read(
        connection -> all(connection, "journey = ? ORDER BY start_at, id", journey.toString()));
  }

  @Override
  public int forget(Instant endedBefore) {
    return database.read(connection -> hasEnded(connection, endedBefore)) ? wipe(endedBefore) : 0;
  }

  /** Whether there is anything to delete; asked first, since emptying the log has its price. */
  private static boolean hasEnded(Connection connection, Instant before) throws SQLException {
    for (String ended : List.of("appointment WHERE", "booking_key WHERE appointment IS NULL AND")) {
      try (PreparedStatement select =
          connection.prepareStatement("SELECT 1 FROM " + ended + " end_at < ? LIMIT 1")) {
        select.setLong(1, Micros.of(before));
        try (ResultSet row = select.executeQuery()) {
          if (row.next()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private int wipe(Instant endedBefore) {
    return database.wipe(
        connection -> {
          for (String table : List.of("booking_key", "appointment_cell")) {
            try (PreparedStatement delete =
                connection.prepareStatement(
                    "DELETE FROM "
                        + table
                        + " WHERE appointment IN (SELECT id FROM appointment WHERE end_at < ?)")) {
              delete.setLong(1, Micros.of(endedBefore));
              delete.executeUpdate();
            }
          }
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM booking_key WHERE appointment IS NULL AND end_at < ?")) {
            delete.setLong(1, Micros.of(endedBefore));
            delete.executeUpdate();
          }
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM appointment WHERE end_at < ?")) {
            delete.setLong(1, Micros.of(endedBefore));
            return delete.executeUpdate();
          }
        });
  }

  /** Deletes the appointments that a journey's summary went along to, and lets their cells go. */
  static void eraseOf(Connection connection, UUID journey) throws SQLException {
    String of = " WHERE appointment IN (SELECT id FROM appointment WHERE journey = ?)";
    update(connection, "DELETE FROM booking_key" + of, journey.toString());
    update(connection, "DELETE FROM appointment_cell" + of, journey.toString());
    update(connection, "DELETE FROM appointment WHERE journey = ?", journey.toString());
  }

  /** Takes the key; false where it came before. The key decides, not a look beforehand. */
  private static boolean remember(Connection connection, BookingKey key, NewAppointment appointment)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO booking_key (key_hash, request_hash, sealed_token, appointment, end_at)"
                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (key_hash) DO NOTHING")) {
      insert.setString(1, key.keyHash());
      insert.setString(2, key.requestHash());
      insert.setString(3, key.sealedToken());
      insert.setString(4, appointment.id().toString());
      insert.setLong(5, Micros.of(appointment.visit().end()));
      return insert.executeUpdate() == 1;
    }
  }

  private static Optional<BookingAnswer> firstAnswer(
      Connection connection, String keyHash, String requestHash) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT request_hash, sealed_token, end_at FROM booking_key WHERE key_hash = ?")) {
      select.setString(1, keyHash);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        if (!row.getString(1).equals(requestHash)) {
          return Optional.of(new BookingAnswer.OtherRequest());
        }
        String sealed = row.getString(2);
        return Optional.of(
            sealed == null
                ? new BookingAnswer.Taken()
                : new BookingAnswer.Booked(sealed, Micros.instant(row.getLong(3))));
      }
    }
  }

  private static void insert(Connection connection, NewAppointment appointment)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO appointment ("
                + COLUMNS
                + ", token_hash, booked_at) VALUES (?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, appointment.id().toString());
      insert.setString(2, appointment.visit().practitioner());
      insert.setString(3, appointment.service());
      insert.setLong(4, Micros.of(appointment.visit().start()));
      insert.setLong(5, Micros.of(appointment.visit().end()));
      insert.setString(6, appointment.name());
      insert.setString(7, appointment.email());
      setText(insert, 8, appointment.journey().map(UUID::toString).orElse(null));
      setText(insert, 9, appointment.summary().orElse(null));
      insert.setLong(10, Micros.of(appointment.at()));
      insert.setString(11, appointment.tokenHash());
      insert.setLong(12, Micros.of(appointment.at()));
      insert.executeUpdate();
    }
  }

  /** Claims every cell; false at the first that somebody has. */
  private static boolean claim(Connection connection, UUID appointment, Visit visit)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO appointment_cell (practitioner, cell, appointment) VALUES (?, ?, ?)"
                + " ON CONFLICT (practitioner, cell) DO NOTHING")) {
      insert.setString(1, visit.practitioner());
      insert.setString(3, appointment.toString());
      for (long cell : visit.cells()) {
        insert.setLong(2, cell);
        if (insert.executeUpdate() == 0) {
          return false;
        }
      }
      return true;
    }
  }

  private static void release(Connection connection, UUID appointment) throws SQLException {
    update(
        connection, "DELETE FROM appointment_cell WHERE appointment = ?", appointment.toString());
  }

  private static void update(Connection connection, String sql, String only) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, only);
      update.executeUpdate();
    }
  }

  private static Optional<KeptAppointment> one(Connection connection, String where, String only)
      throws SQLException {
    return all(connection, where, only).stream().findFirst();
  }

  private static List<KeptAppointment> all(Connection connection, String where, String only)
      throws SQLException {
    List<KeptAppointment> found = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT " + COLUMNS + " FROM appointment WHERE " + where)) {
      select.setString(1, only);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new KeptAppointment(
                  UUID.fromString(row.getString(1)),
                  row.getString(2),
                  row.getString(3),
                  Micros.instant(row.getLong(4)),
                  Micros.instant(row.getLong(5)),
                  row.getInt(6),
                  row.getInt(7) == 1,
                  row.getString(8),
                  row.getString(9),
                  Optional.ofNullable(row.getString(10)).map(UUID::fromString),
                  Optional.ofNullable(row.getString(11)),
                  Micros.instant(row.getLong(12))));
        }
      }
    }
    return found;
  }

  private static void setText(PreparedStatement statement, int index, @Nullable String text)
      throws SQLException {
    if (text == null) {
      statement.setNull(index, Types.VARCHAR);
    } else {
      statement.setString(index, text);
    }
  }
}
