package org.counterpose.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How much is left of the limits, in portable SQL. */
public final class SqlRateBuckets {

  /**
   * How much was left of one sender's limit at a moment.
   *
   * @param sender a hash
   */
  public record Level(String name, String sender, long left, Instant at) {}

  private final Database database;

  public SqlRateBuckets(Database database) {
    this.database = database;
  }

  /** Keeps levels in one transaction, and forgets those that are full again by now. */
  public void keep(List<Level> levels, Instant fullIfBefore) {
    database.write(
        connection -> {
          try (PreparedStatement upsert =
              connection.prepareStatement(
                  "INSERT INTO rate_bucket (name, sender, left_of, at) VALUES (?, ?, ?, ?)"
                      + " ON CONFLICT (name, sender) DO UPDATE SET left_of = excluded.left_of,"
                      + " at = excluded.at")) {
            for (Level level : levels) {
              upsert.setString(1, level.name());
              upsert.setString(2, level.sender());
              upsert.setLong(3, level.left());
              upsert.setLong(4, Micros.of(level.at()));
              upsert.executeUpdate();
            }
          }
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM rate_bucket WHERE at < ?")) {
            delete.setLong(1, Micros.of(fullIfBefore));
            delete.executeUpdate();
          }
          return Boolean.TRUE;
        });
  }

  /** All that is kept. */
  public List<Level> all() {
    return database.read(
        connection -> {
          List<Level> levels = new ArrayList<>();
          try (PreparedStatement select =
                  connection.prepareStatement("SELECT name, sender, left_of, at FROM rate_bucket");
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              levels.add(
                  new Level(
                      row.getString(1),
                      row.getString(2),
                      row.getLong(3),
                      Micros.instant(row.getLong(4))));
            }
          }
          return levels;
        });
  }
}
