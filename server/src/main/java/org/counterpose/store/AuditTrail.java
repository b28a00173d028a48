package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The trail of who saw or changed what: lines are added and read, never changed. */
public final class AuditTrail {

  private static final Rows<AuditLine> LINES =
      new Rows<>(
          "audit",
          "at, staff, who, what, journey, detail",
          row ->
              new AuditLine(
                  Sql.instant(row, "at"),
                  Sql.idIfAny(row, "staff"),
                  row.getString("who"),
                  row.getString("what"),
                  Sql.idIfAny(row, "journey"),
                  row.getString("detail")));

  private final Database database;

  public AuditTrail(Database database) {
    this.database = database;
  }

  /** Adds a line in the transaction of what it tells of. */
  public static void add(Connection connection, AuditLine line) throws SQLException {
    Sql.run(
        connection,
        "INSERT INTO audit (id, at, staff, who, what, journey, detail)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        UUID.randomUUID(),
        line.at(),
        line.staff(),
        line.who(),
        line.what(),
        line.journey(),
        line.detail());
  }

  /** Adds a line of something that changed nothing, such as a look. */
  public void record(AuditLine line) {
    database.write(
        connection -> {
          add(connection, line);
          return Boolean.TRUE;
        });
  }

  /** What is told of a journey, oldest first. */
  public List<AuditLine> of(UUID journey) {
    return database.read(
        connection -> LINES.list(connection, "WHERE journey = ? ORDER BY at, id", journey));
  }

  /** The latest lines of all, newest first. */
  public List<AuditLine> latest(int limit) {
    return database.read(
        connection -> LINES.list(connection, "ORDER BY at DESC, id LIMIT ?", limit));
  }

  static void eraseOf(Connection connection, UUID journey) throws SQLException {
    Sql.run(connection, "INSERT INTO erasing (journey) VALUES (?)", journey);
    Sql.run(connection, "DELETE FROM audit WHERE journey = ?", journey);
    Sql.run(connection, "DELETE FROM erasing WHERE journey = ?", journey);
  }
}
