package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Times that were let go and not yet offered to those who wait. They are noted where the cells are
 * let go, whoever does it and why, so that no way of freeing a time can leave it out.
 */
public final class FreedTimes {

  private static final Rows<Stretch> FREED =
      new Rows<>(
          "freed_time",
          "practitioner, from_cell, before_cell, since_at",
          row ->
              new Stretch(
                  row.getString("practitioner"),
                  row.getLong("from_cell"),
                  row.getLong("before_cell"),
                  Sql.instant(row, "since_at")));

  private FreedTimes() {}

  /**
   * Cells of a practitioner's calendar that follow each other, the last not included.
   *
   * @param since they are news to who joined the list from then on: who was on it before a time was
   *     held for a form could have it, or was offered it
   */
  public record Stretch(String practitioner, long fromCell, long beforeCell, Instant since) {}

  /** Notes what a holder has, which is let go now. */
  static void noteAllOf(Connection connection, UUID holder) throws SQLException {
    Sql.run(
        connection,
        "INSERT INTO freed_time (practitioner, from_cell, before_cell, since_at)"
            + " SELECT practitioner, min(cell), max(cell) + 1, 0 FROM calendar_cell"
            + " WHERE holder = ? GROUP BY practitioner ON CONFLICT DO NOTHING",
        holder);
  }

  /** Notes what a hold still has, which ends now. */
  static void noteHold(Connection connection, UUID hold) throws SQLException {
    noteHolds(connection, "id = ?", hold);
  }

  /** Notes what those holds still have that ended by themselves. */
  static void noteEndedHolds(Connection connection, Instant now) throws SQLException {
    noteHolds(connection, "until_at <= ?", now);
  }

  private static void noteHolds(Connection connection, String which, Object value)
      throws SQLException {
    Sql.run(
        connection,
        "INSERT INTO freed_time (practitioner, from_cell, before_cell, since_at)"
            + " SELECT cells.practitioner, min(cell), max(cell) + 1, since_at"
            + " FROM calendar_cell cells JOIN held_time held ON held.id = cells.holder"
            + " WHERE held."
            + which
            + " GROUP BY cells.practitioner, held.id, since_at ON CONFLICT DO NOTHING",
        value);
  }

  public static boolean hasAny(Connection connection) throws SQLException {
    return Sql.isAny(connection, "SELECT 1 FROM freed_time LIMIT 1");
  }

  /** All that was let go, by time; whoever takes it sees to it, and nobody gets it again. */
  public static List<Stretch> takeAll(Connection connection) throws SQLException {
    List<Stretch> taken = new ArrayList<>();
    for (Stretch stretch :
        FREED.list(connection, "ORDER BY from_cell, practitioner, before_cell, since_at")) {
      if (Sql.changes(
          connection,
          "DELETE FROM freed_time WHERE practitioner = ? AND from_cell = ?"
              + " AND before_cell = ? AND since_at = ?",
          stretch.practitioner(),
          stretch.fromCell(),
          stretch.beforeCell(),
          stretch.since())) {
        taken.add(stretch);
      }
    }
    return taken;
  }
}
