package org.counterpose.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The secret addresses of persons' calendars, hashed, in portable SQL. */
public final class SqlFeeds {

  private final Database database;

  public SqlFeeds(Database database) {
    this.database = database;
  }

  /** Keeps a new secret of a person's calendar; the one before opens nothing any more. */
  public void put(UUID journey, String secretHash, Instant at) {
    database.write(
        connection ->
            Sql.run(
                connection,
                "INSERT INTO calendar_feed (journey, secret_hash, at) VALUES (?, ?, ?)"
                    + " ON CONFLICT (journey) DO UPDATE SET secret_hash = excluded.secret_hash,"
                    + " at = excluded.at",
                journey,
                secretHash,
                at));
  }

  public void end(UUID journey) {
    database.write(
        connection -> Sql.run(connection, "DELETE FROM calendar_feed WHERE journey = ?", journey));
  }

  public boolean has(UUID journey) {
    return database.read(
        connection ->
            Sql.count(connection, "SELECT count(*) FROM calendar_feed WHERE journey = ?", journey)
                > 0);
  }

  /** Whose calendar a secret opens. */
  public Optional<UUID> openedBy(String secretHash) {
    return database.read(
        connection ->
            Sql.first(
                connection,
                "SELECT journey FROM calendar_feed WHERE secret_hash = ?",
                row -> Sql.id(row, "journey"),
                secretHash));
  }
}
