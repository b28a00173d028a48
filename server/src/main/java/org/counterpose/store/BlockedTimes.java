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

/** Times that staff took out of a calendar: a break, a holiday. */
public final class BlockedTimes {

  private BlockedTimes() {}

  public record Blocked(UUID id, String practitioner, Instant start, Instant end, String why) {}

  /** Blocks the cells; false, and nothing kept, where somebody has one of them. */
  public static boolean add(Connection connection, Blocked blocked, List<Long> cells, Instant now)
      throws SQLException {
    Visit as = new Visit(blocked.practitioner(), blocked.start(), blocked.end(), cells);
    if (!CalendarCells.claim(connection, as, CalendarCells.Claimant.staying(blocked.id(), now))) {
      CalendarCells.release(connection, blocked.id());
      return false;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO blocked_time (id, practitioner, start_at, end_at, why)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      insert.setString(1, blocked.id().toString());
      insert.setString(2, blocked.practitioner());
      insert.setLong(3, Micros.of(blocked.start()));
      insert.setLong(4, Micros.of(blocked.end()));
      insert.setString(5, blocked.why());
      insert.executeUpdate();
    }
    return true;
  }

  public static Optional<Blocked> find(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, practitioner, start_at, end_at, why FROM blocked_time WHERE id = ?")) {
      select.setString(1, id.toString());
      return all(select).stream().findFirst();
    }
  }

  /** The blocked times that touch a stretch of time. */
  public static List<Blocked> between(Connection connection, Instant from, Instant before)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, practitioner, start_at, end_at, why FROM blocked_time"
                + " WHERE start_at < ? AND end_at > ? ORDER BY start_at, id")) {
      select.setLong(1, Micros.of(before));
      select.setLong(2, Micros.of(from));
      return all(select);
    }
  }

  private static List<Blocked> all(PreparedStatement select) throws SQLException {
    List<Blocked> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(
            new Blocked(
                UUID.fromString(row.getString(1)),
                row.getString(2),
                Micros.instant(row.getLong(3)),
                Micros.instant(row.getLong(4)),
                row.getString(5)));
      }
    }
    return found;
  }

  /** Opens a blocked time again. */
  public static void end(Connection connection, UUID id) throws SQLException {
    CalendarCells.release(connection, id);
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM blocked_time WHERE id = ?")) {
      delete.setString(1, id.toString());
      delete.executeUpdate();
    }
  }

  static void forget(Connection connection, Instant endedBefore) throws SQLException {
    for (String sql :
        List.of(
            "DELETE FROM calendar_cell WHERE holder IN (SELECT id FROM blocked_time WHERE end_at"
                + " < ?)",
            "DELETE FROM blocked_time WHERE end_at < ?")) {
      try (PreparedStatement delete = connection.prepareStatement(sql)) {
        delete.setLong(1, Micros.of(endedBefore));
        delete.executeUpdate();
      }
    }
  }
}
