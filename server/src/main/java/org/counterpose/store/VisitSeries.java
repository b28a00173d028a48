package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Visits that were booked together, every so many weeks. */
public final class VisitSeries {

  private static final Rows<Kept> SERIES =
      new Rows<>(
          "visit_series",
          "id, weeks, visits, start_at, revision",
          row ->
              new Kept(
                  Sql.id(row, "id"),
                  row.getInt("weeks"),
                  row.getInt("visits"),
                  Sql.instant(row, "start_at"),
                  row.getInt("revision")));

  private VisitSeries() {}

  /**
   * A series as it was wished for; its visits may since have gone their own ways.
   *
   * @param start of the first, by which the others' local time goes
   * @param revision how often any of them was changed
   */
  public record Kept(UUID id, int weeks, int visits, Instant start, int revision) {}

  public static void add(Connection connection, Kept series) throws SQLException {
    Sql.run(
        connection,
        "INSERT INTO visit_series (id, weeks, visits, start_at, revision) VALUES (?, ?, ?, ?, ?)",
        series.id(),
        series.weeks(),
        series.visits(),
        series.start(),
        series.revision());
  }

  public static Optional<Kept> find(Connection connection, UUID id) throws SQLException {
    return SERIES.first(connection, "WHERE id = ?", id);
  }

  /** Counts a change of any of its visits. */
  public static void changed(Connection connection, UUID id) throws SQLException {
    Sql.run(connection, "UPDATE visit_series SET revision = revision + 1 WHERE id = ?", id);
  }

  static void forgetEmpty(Connection connection) throws SQLException {
    Sql.run(
        connection,
        "DELETE FROM visit_series WHERE NOT EXISTS (SELECT 1 FROM appointment"
            + " WHERE appointment.series = visit_series.id)");
  }
}
