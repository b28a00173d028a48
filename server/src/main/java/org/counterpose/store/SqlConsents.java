package org.counterpose.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What persons agreed to and took back, and where they can be reached, in portable SQL. */
public final class SqlConsents {

  /** An agreement. {@code words} is the version of what was agreed to. */
  public record Given(String kind, String words, Instant at, Optional<Instant> withdrawnAt) {}

  private final Database database;

  public SqlConsents(Database database) {
    this.database = database;
  }

  /** Notes an agreement, unless it holds already. */
  public static void give(
      Connection connection, UUID journey, String kind, String words, Instant at)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO consent (journey, kind, words, given_at)"
                + " SELECT ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM consent"
                + " WHERE journey = ? AND kind = ? AND withdrawn_at IS NULL)"
                + " ON CONFLICT (journey, kind, given_at) DO UPDATE SET withdrawn_at = NULL")) {
      insert.setString(1, journey.toString());
      insert.setString(2, kind);
      insert.setString(3, words);
      insert.setLong(4, Micros.of(at));
      insert.setString(5, journey.toString());
      insert.setString(6, kind);
      insert.executeUpdate();
    }
  }

  /** Notes that it is taken back. */
  public static void withdraw(Connection connection, UUID journey, String kind, Instant at)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE consent SET withdrawn_at = ?"
                + " WHERE journey = ? AND kind = ? AND withdrawn_at IS NULL")) {
      update.setLong(1, Micros.of(at));
      update.setString(2, journey.toString());
      update.setString(3, kind);
      update.executeUpdate();
    }
  }

  /** Every agreement of a journey's person, oldest first. */
  public List<Given> of(UUID journey) {
    return database.read(
        connection -> {
          List<Given> given = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT kind, words, given_at, withdrawn_at FROM consent WHERE journey = ?"
                      + " ORDER BY given_at, kind")) {
            select.setString(1, journey.toString());
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                long withdrawn = row.getLong(4);
                boolean holds = row.wasNull();
                given.add(
                    new Given(
                        row.getString(1),
                        row.getString(2),
                        Micros.instant(row.getLong(3)),
                        holds ? Optional.empty() : Optional.of(Micros.instant(withdrawn))));
              }
            }
          }
          return given;
        });
  }

  /** Keeps a confirmed address; another one before it goes. */
  public static void contact(Connection connection, UUID journey, String email, Instant at)
      throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO contact (journey, email, confirmed_at) VALUES (?, ?, ?)"
                + " ON CONFLICT (journey) DO UPDATE SET email = excluded.email,"
                + " confirmed_at = excluded.confirmed_at")) {
      upsert.setString(1, journey.toString());
      upsert.setString(2, email);
      upsert.setLong(3, Micros.of(at));
      upsert.executeUpdate();
    }
  }

  public static void forgetContact(Connection connection, UUID journey) throws SQLException {
    delete(connection, "contact", journey);
  }

  /** The confirmed address of a journey's person. */
  public Optional<String> email(UUID journey) {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT email FROM contact WHERE journey = ?")) {
            select.setString(1, journey.toString());
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
          }
        });
  }

  static void eraseOf(Connection connection, UUID journey) throws SQLException {
    delete(connection, "consent", journey);
    delete(connection, "contact", journey);
  }

  private static void delete(Connection connection, String table, UUID journey)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM " + table + " WHERE journey = ?")) {
      delete.setString(1, journey.toString());
      delete.executeUpdate();
    }
  }
}
