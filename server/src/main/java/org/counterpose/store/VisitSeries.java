package org.counterpose.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Visits that were booked together, every so many weeks. */
public final class VisitSeries {

  private VisitSeries() {}

  /**
   * A series as it was wished for; its visits may since have gone their own ways.
   *
   * @param start of the first, by which the others' local time goes
   * @param revision how often any of them was changed
   */
  public record Kept(UUID id, int weeks, int visits, Instant start, int revision) {}

  public static void add(Connection connection, Kept series) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO visit_series (id, weeks, visits, start_at, revision)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      insert.setString(1, series.id().toString());
      insert.setInt(2, series.weeks());
      insert.setInt(3, series.visits());
      insert.setLong(4, Micros.of(series.start()));
      insert.setInt(5, series.revision());
      insert.executeUpdate();
    }
  }

  public static Optional<Kept> find(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, weeks, visits, start_at, revision FROM visit_series WHERE id = ?")) {
      select.setString(1, id.toString());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Kept(
                    UUID.fromString(row.getString(1)),
                    row.getInt(2),
                    row.getInt(3),
                    Micros.instant(row.getLong(4)),
                    row.getInt(5)))
            : Optional.empty();
      }
    }
  }

  /** Counts a change of any of its visits. */
  public static void changed(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE visit_series SET revision = revision + 1 WHERE id = ?")) {
      update.setString(1, id.toString());
      update.executeUpdate();
    }
  }

  static void forgetEmpty(Connection connection) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM visit_series WHERE NOT EXISTS (SELECT 1 FROM appointment"
                + " WHERE appointment.series = visit_series.id)")) {
      delete.executeUpdate();
    }
  }
}
