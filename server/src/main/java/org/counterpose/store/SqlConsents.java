package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
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
    Sql.run(
        connection,
        "INSERT INTO consent (journey, kind, words, given_at)"
            + " SELECT ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM consent"
            + " WHERE journey = ? AND kind = ? AND withdrawn_at IS NULL)"
            + " ON CONFLICT (journey, kind, given_at) DO UPDATE SET withdrawn_at = NULL",
        journey,
        kind,
        words,
        at,
        journey,
        kind);
  }

  /** Notes that it is taken back. */
  public static void withdraw(Connection connection, UUID journey, String kind, Instant at)
      throws SQLException {
    Sql.run(
        connection,
        "UPDATE consent SET withdrawn_at = ?"
            + " WHERE journey = ? AND kind = ? AND withdrawn_at IS NULL",
        at,
        journey,
        kind);
  }

  /** Whether an agreement was given or taken back after a moment. */
  public static boolean isToldAfter(Connection connection, UUID journey, String kind, Instant at)
      throws SQLException {
    return Sql.count(
            connection,
            "SELECT count(*) FROM consent WHERE journey = ? AND kind = ?"
                + " AND coalesce(withdrawn_at, given_at) > ?",
            journey,
            kind,
            at)
        > 0;
  }

  /** Every agreement of a journey's person, oldest first. */
  public List<Given> of(UUID journey) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                "SELECT kind, words, given_at, withdrawn_at FROM consent WHERE journey = ?"
                    + " ORDER BY given_at, kind",
                row ->
                    new Given(
                        row.getString("kind"),
                        row.getString("words"),
                        Sql.instant(row, "given_at"),
                        Sql.instantIfAny(row, "withdrawn_at")),
                journey));
  }

  /** Keeps a confirmed address; another one before it goes. */
  public static void contact(Connection connection, UUID journey, String email, Instant at)
      throws SQLException {
    Sql.run(
        connection,
        "INSERT INTO contact (journey, email, confirmed_at) VALUES (?, ?, ?)"
            + " ON CONFLICT (journey) DO UPDATE SET email = excluded.email,"
            + " confirmed_at = excluded.confirmed_at",
        journey,
        email,
        at);
    SqlReminders.changed(connection, journey); // what waits goes to the address that holds
  }

  public static void forgetContact(Connection connection, UUID journey) throws SQLException {
    Sql.run(connection, "DELETE FROM contact WHERE journey = ?", journey);
    SqlReminders.changed(connection, journey);
  }

  /** The confirmed address of a journey's person. */
  public Optional<String> email(UUID journey) {
    return database.read(connection -> email(connection, journey));
  }

  public static Optional<String> email(Connection connection, UUID journey) throws SQLException {
    return Sql.first(
        connection,
        "SELECT email FROM contact WHERE journey = ?",
        row -> row.getString("email"),
        journey);
  }

  static void eraseOf(Connection connection, UUID journey) throws SQLException {
    Sql.run(connection, "DELETE FROM consent WHERE journey = ?", journey);
    forgetContact(connection, journey);
  }
}
