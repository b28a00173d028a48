package org.counterpose.store;

import java.time.Instant;
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
          for (Level level : levels) {
            Sql.run(
                connection,
                "INSERT INTO rate_bucket (name, sender, left_of, at) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (name, sender) DO UPDATE SET left_of = excluded.left_of,"
                    + " at = excluded.at",
                level.name(),
                level.sender(),
                level.left(),
                level.at());
          }
          Sql.run(connection, "DELETE FROM rate_bucket WHERE at < ?", fullIfBefore);
          return Boolean.TRUE;
        });
  }

  /** All that is kept. */
  public List<Level> all() {
    return database.read(
        connection ->
            Sql.list(
                connection,
                "SELECT name, sender, left_of, at FROM rate_bucket",
                row ->
                    new Level(
                        row.getString("name"),
                        row.getString("sender"),
                        row.getLong("left_of"),
                        Sql.instant(row, "at"))));
  }
}
