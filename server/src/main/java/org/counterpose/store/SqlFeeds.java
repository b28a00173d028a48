package org.counterpose.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
        connection -> {
          try (PreparedStatement upsert =
              connection.prepareStatement(
                  "INSERT INTO calendar_feed (journey, secret_hash, at) VALUES (?, ?, ?)"
                      + " ON CONFLICT (journey) DO UPDATE SET secret_hash = excluded.secret_hash,"
                      + " at = excluded.at")) {
            upsert.setString(1, journey.toString());
            upsert.setString(2, secretHash);
            upsert.setLong(3, Micros.of(at));
            return upsert.executeUpdate();
          }
        });
  }

  public void end(UUID journey) {
    database.write(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM calendar_feed WHERE journey = ?")) {
            delete.setString(1, journey.toString());
            return delete.executeUpdate();
          }
        });
  }

  public boolean has(UUID journey) {
    return find("journey = ?", journey.toString()).isPresent();
  }

  /** Whose calendar a secret opens. */
  public Optional<UUID> openedBy(String secretHash) {
    return find("secret_hash = ?", secretHash);
  }

  private Optional<UUID> find(String where, String only) {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT journey FROM calendar_feed WHERE " + where)) {
            select.setString(1, only);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(UUID.fromString(row.getString(1))) : Optional.empty();
            }
          }
        });
  }
}
