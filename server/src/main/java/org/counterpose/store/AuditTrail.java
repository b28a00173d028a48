package org.counterpose.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The trail of who saw or changed what: lines are added and read, never changed. */
public final class AuditTrail {

  private final Database database;

  public AuditTrail(Database database) {
    this.database = database;
  }

  /** Adds a line in the transaction of what it tells of. */
  public static void add(Connection connection, AuditLine line) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO audit (id, at, staff, who, what, journey, detail)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, UUID.randomUUID().toString());
      insert.setLong(2, Micros.of(line.at()));
      insert.setString(3, line.staff().map(UUID::toString).orElse(null));
      insert.setString(4, line.who());
      insert.setString(5, line.what());
      insert.setString(6, line.journey().map(UUID::toString).orElse(null));
      insert.setString(7, line.detail());
      insert.executeUpdate();
    }
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
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT at, staff, who, what, journey, detail FROM audit WHERE journey = ?"
                      + " ORDER BY at, id")) {
            select.setString(1, journey.toString());
            return lines(select);
          }
        });
  }

  /** The latest lines of all, newest first. */
  public List<AuditLine> latest(int limit) {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT at, staff, who, what, journey, detail FROM audit"
                      + " ORDER BY at DESC, id LIMIT "
                      + limit)) {
            return lines(select);
          }
        });
  }

  private static List<AuditLine> lines(PreparedStatement select) throws SQLException {
    List<AuditLine> lines = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        lines.add(
            new AuditLine(
                Micros.instant(row.getLong(1)),
                Optional.ofNullable(row.getString(2)).map(UUID::fromString),
                row.getString(3),
                row.getString(4),
                Optional.ofNullable(row.getString(5)).map(UUID::fromString),
                row.getString(6)));
      }
    }
    return lines;
  }

  static void eraseOf(Connection connection, UUID journey) throws SQLException {
    Sql.run(connection, "INSERT INTO erasing (journey) VALUES (?)", journey);
    Sql.run(connection, "DELETE FROM audit WHERE journey = ?", journey);
    Sql.run(connection, "DELETE FROM erasing WHERE journey = ?", journey);
  }
}
