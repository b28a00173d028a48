package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The times that are kept for a while for those who fill in the form, one for each visitor. */
public final class HeldTimes {

  private static final Rows<Held> HELD =
      new Rows<>(
          "held_time",
          "id, visitor_hash, address_hash, practitioner, service, start_at, since_at, until_at",
          row ->
              new Held(
                  Sql.id(row, "id"),
                  row.getString("visitor_hash"),
                  row.getString("address_hash"),
                  row.getString("practitioner"),
                  row.getString("service"),
                  Sql.instant(row, "start_at"),
                  Sql.instant(row, "since_at"),
                  Sql.instant(row, "until_at")));

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
      Instant since,
      Instant until) {}

  /** What a visitor holds still. */
  public static Optional<Held> of(Connection connection, String visitorHash, Instant now)
      throws SQLException {
    return HELD.first(connection, "WHERE visitor_hash = ? AND until_at > ?", visitorHash, now);
  }

  /** All that is held still. */
  public static List<Held> all(Connection connection, Instant now) throws SQLException {
    return HELD.list(connection, "WHERE until_at > ? ORDER BY start_at", now);
  }

  /** How many times are held from one address. */
  public static long from(Connection connection, String addressHash, Instant now)
      throws SQLException {
    return Sql.count(
        connection,
        "SELECT count(*) FROM held_time WHERE address_hash = ? AND until_at > ?",
        addressHash,
        now);
  }

  public static void add(Connection connection, Held held) throws SQLException {
    Sql.run(
        connection,
        "INSERT INTO held_time (id, visitor_hash, address_hash, practitioner, service, start_at,"
            + " since_at, until_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        held.id(),
        held.visitorHash(),
        held.addressHash(),
        held.practitioner(),
        held.service(),
        held.start(),
        held.since(),
        held.until());
  }

  /** Ends a hold and lets go what cells it still has. */
  public static void end(Connection connection, UUID hold) throws SQLException {
    FreedTimes.noteHold(connection, hold);
    CalendarCells.drop(connection, hold);
    Sql.run(connection, "DELETE FROM held_time WHERE id = ?", hold);
  }

  /** Deletes the holds that ended by themselves. */
  public static void purge(Connection connection, Instant now) throws SQLException {
    FreedTimes.noteEndedHolds(connection, now);
    CalendarCells.purge(connection, now);
    Sql.run(connection, "DELETE FROM held_time WHERE until_at <= ?", now);
  }
}
