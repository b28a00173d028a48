package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Times that staff took out of a calendar: a break, a holiday. */
public final class BlockedTimes {

  private static final Rows<Blocked> BLOCKED =
      new Rows<>(
          "blocked_time",
          "id, practitioner, start_at, end_at, why",
          row ->
              new Blocked(
                  Sql.id(row, "id"),
                  row.getString("practitioner"),
                  Sql.instant(row, "start_at"),
                  Sql.instant(row, "end_at"),
                  row.getString("why")));

  private BlockedTimes() {}

  public record Blocked(UUID id, String practitioner, Instant start, Instant end, String why) {}

  /** Blocks the cells; false, and nothing kept, where somebody has one of them. */
  public static boolean add(Connection connection, Blocked blocked, List<Long> cells, Instant now)
      throws SQLException {
    Visit as = new Visit(blocked.practitioner(), blocked.start(), blocked.end(), cells);
    if (!CalendarCells.claim(connection, as, CalendarCells.Claimant.staying(blocked.id(), now))) {
      CalendarCells.drop(connection, blocked.id());
      return false;
    }
    Sql.run(
        connection,
        "INSERT INTO blocked_time (id, practitioner, start_at, end_at, why) VALUES (?, ?, ?, ?, ?)",
        blocked.id(),
        blocked.practitioner(),
        blocked.start(),
        blocked.end(),
        blocked.why());
    return true;
  }

  public static Optional<Blocked> find(Connection connection, UUID id) throws SQLException {
    return BLOCKED.first(connection, "WHERE id = ?", id);
  }

  /** The blocked times that touch a stretch of time. */
  public static List<Blocked> between(Connection connection, Instant from, Instant before)
      throws SQLException {
    return BLOCKED.list(
        connection, "WHERE start_at < ? AND end_at > ? ORDER BY start_at, id", before, from);
  }

  /** Opens a blocked time again. */
  public static void end(Connection connection, UUID id) throws SQLException {
    CalendarCells.release(connection, id);
    Sql.run(connection, "DELETE FROM blocked_time WHERE id = ?", id);
  }

  static void forget(Connection connection, Instant endedBefore) throws SQLException {
    Sql.run(
        connection,
        "DELETE FROM calendar_cell WHERE holder IN (SELECT id FROM blocked_time WHERE end_at < ?)",
        endedBefore);
    Sql.run(connection, "DELETE FROM blocked_time WHERE end_at < ?", endedBefore);
  }
}
