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

/** The times that are kept for a while for those who fill in the form, one for each visitor. */
public final class HeldTimes {

  private static final String SELECT =
      "SELECT id, visitor_hash, address_hash, practitioner, service, start_at, until_at"
          + " FROM held_time";

  private HeldTimes() {}

  /**
   * A time that a visitor holds.
   *
   * @param visitorHash of the secret that the visitor's browser has
   * @param addressHash of where the visitor calls from
   */
  public record Held(
      UUID id,
      String visitorHash,
      String addressHash,
      String practitioner,
      String service,
      Instant start,
      Instant until) {}

  /** What a visitor holds still. */
  public static Optional<Held> of(Connection connection, String visitorHash, Instant now)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + " WHERE visitor_hash = ? AND until_at > ?")) {
      select.setString(1, visitorHash);
      select.setLong(2, Micros.of(now));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(held(row)) : Optional.empty();
      }
    }
  }

  /** All that is held still. */
  public static List<Held> all(Connection connection, Instant now) throws SQLException {
    List<Held> held = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + " WHERE until_at > ? ORDER BY start_at")) {
      select.setLong(1, Micros.of(now));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          held.add(held(row));
        }
      }
    }
    return List.copyOf(held);
  }

  private static Held held(ResultSet row) throws SQLException {
    return new Held(
        UUID.fromString(row.getString(1)),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        Micros.instant(row.getLong(6)),
        Micros.instant(row.getLong(7)));
  }

  /** How many times are held from one address. */
  public static int from(Connection connection, String addressHash, Instant now)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT count(*) FROM held_time WHERE address_hash = ? AND until_at > ?")) {
      select.setString(1, addressHash);
      select.setLong(2, Micros.of(now));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  public static void add(Connection connection, Held held) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO held_time (id, visitor_hash, address_hash, practitioner, service,"
                + " start_at, until_at) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, held.id().toString());
      insert.setString(2, held.visitorHash());
      insert.setString(3, held.addressHash());
      insert.setString(4, held.practitioner());
      insert.setString(5, held.service());
      insert.setLong(6, Micros.of(held.start()));
      insert.setLong(7, Micros.of(held.until()));
      insert.executeUpdate();
    }
  }

  /** Ends a hold and lets go what cells it still has. */
  public static void end(Connection connection, UUID hold) throws SQLException {
    CalendarCells.release(connection, hold);
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM held_time WHERE id = ?")) {
      delete.setString(1, hold.toString());
      delete.executeUpdate();
    }
  }

  /** Deletes the holds that ended by themselves. */
  public static void purge(Connection connection, Instant now) throws SQLException {
    CalendarCells.purge(connection, now);
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM held_time WHERE until_at <= ?")) {
      delete.setLong(1, Micros.of(now));
      delete.executeUpdate();
    }
  }
}
