package org.counterpose.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who has which cell of which calendar. A cell that anybody has is had in lane 0, by whoever is to
 * stay the longest, so that the key refuses everybody else.
 */
public final class CalendarCells {

  private CalendarCells() {}

  /** One claimed cell. */
  public record Claim(String practitioner, long cell, int lane, UUID holder) {}

  /**
   * Who claims, and for how long.
   *
   * @param until when the claim ends by itself; empty for one that stays
   * @param instead a holder whose cells are taken over where they are in the way
   * @param now claims that ended before this are nobody's
   */
  public record Claimant(
      UUID holder, Optional<Instant> until, Optional<UUID> instead, Instant now) {

    /** Whoever stays. */
    public static Claimant staying(UUID holder, Instant now) {
      return new Claimant(holder, Optional.empty(), Optional.empty(), now);
    }
  }

  /** Claims every cell of a visit; false at the first that somebody else has. */
  public static boolean claim(Connection connection, Visit visit, Claimant by) throws SQLException {
    return claim(connection, visit.practitioner(), visit.cells(), by);
  }

  /** Claims every cell; false at the first that somebody else has. */
  public static boolean claim(
      Connection connection, String practitioner, List<Long> cells, Claimant by)
      throws SQLException {
    for (long cell : cells) {
      if (!takeOver(connection, practitioner, cell, by)
          && !take(connection, practitioner, cell, by)) {
        return false;
      }
    }
    return true;
  }

  /** Has a claimant's other holder in this cell's place; false where it has not got it. */
  private static boolean takeOver(
      Connection connection, String practitioner, long cell, Claimant by) throws SQLException {
    if (by.instead().isEmpty()) {
      return false;
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE calendar_cell SET holder = ?, until_at = ?"
                + " WHERE practitioner = ? AND cell = ? AND holder = ?")) {
      update.setString(1, by.holder().toString());
      until(update, 2, by);
      update.setString(3, practitioner);
      update.setLong(4, cell);
      update.setString(5, by.instead().get().toString());
      return update.executeUpdate() == 1;
    }
  }

  private static boolean take(Connection connection, String practitioner, long cell, Claimant by)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO calendar_cell (practitioner, cell, lane, holder, until_at)"
                + " VALUES (?, ?, 0, ?, ?) ON CONFLICT (practitioner, cell, lane) DO UPDATE"
                + " SET holder = excluded.holder, until_at = excluded.until_at"
                + " WHERE calendar_cell.until_at IS NOT NULL AND calendar_cell.until_at <= ?")) {
      insert.setString(1, practitioner);
      insert.setLong(2, cell);
      insert.setString(3, by.holder().toString());
      until(insert, 4, by);
      insert.setLong(5, Micros.of(by.now()));
      return insert.executeUpdate() == 1;
    }
  }

  private static void until(PreparedStatement statement, int index, Claimant by)
      throws SQLException {
    if (by.until().isPresent()) {
      statement.setLong(index, Micros.of(by.until().get()));
    } else {
      statement.setNull(index, Types.BIGINT);
    }
  }

  /**
   * Claims every cell, whoever has it: for staff who do so on purpose. A cell that another has for
   * a while is had by this one first.
   *
   * @return whether anybody else has one of them
   */
  public static boolean overbook(Connection connection, Visit visit, UUID holder, Instant now)
      throws SQLException {
    boolean shared = false;
    Claimant by = Claimant.staying(holder, now);
    for (long cell : visit.cells()) {
      if (!take(connection, visit.practitioner(), cell, by)) {
        shared = true;
        overbook(connection, visit.practitioner(), cell, holder);
      }
    }
    return shared;
  }

  private static void overbook(Connection connection, String practitioner, long cell, UUID holder)
      throws SQLException {
    int lane = 0;
    boolean passing = false;
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT max(lane), max(CASE WHEN lane = 0 AND until_at IS NOT NULL THEN 1 ELSE 0 END)"
                + " FROM calendar_cell WHERE practitioner = ? AND cell = ?")) {
      select.setString(1, practitioner);
      select.setLong(2, cell);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        lane = row.getInt(1) + 1;
        passing = row.getInt(2) == 1;
      }
    }
    if (passing) {
      try (PreparedStatement update =
          connection.prepareStatement(
              "UPDATE calendar_cell SET lane = ?"
                  + " WHERE practitioner = ? AND cell = ? AND lane = 0")) {
        update.setInt(1, lane);
        update.setString(2, practitioner);
        update.setLong(3, cell);
        update.executeUpdate();
      }
      lane = 0;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO calendar_cell (practitioner, cell, lane, holder) VALUES (?, ?, ?, ?)")) {
      insert.setString(1, practitioner);
      insert.setLong(2, cell);
      insert.setInt(3, lane);
      insert.setString(4, holder.toString());
      insert.executeUpdate();
    }
  }

  /** Lets every cell of a holder go; whoever shared one moves up. */
  public static void release(Connection connection, UUID holder) throws SQLException {
    List<Claim> shared = sharedWithOthers(connection, holder);
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM calendar_cell WHERE holder = ?")) {
      delete.setString(1, holder.toString());
      delete.executeUpdate();
    }
    for (Claim claim : shared) {
      moveUp(connection, claim.practitioner(), claim.cell());
    }
  }

  private static List<Claim> sharedWithOthers(Connection connection, UUID holder)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT own.practitioner, own.cell, own.lane, own.holder FROM calendar_cell own"
                + " WHERE own.holder = ? AND own.lane = 0 AND EXISTS (SELECT 1 FROM calendar_cell"
                + " other WHERE other.practitioner = own.practitioner AND other.cell = own.cell"
                + " AND other.lane > 0)")) {
      select.setString(1, holder.toString());
      return claims(select);
    }
  }

  private static void moveUp(Connection connection, String practitioner, long cell)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE calendar_cell SET lane = 0 WHERE practitioner = ? AND cell = ? AND lane ="
                + " (SELECT lane FROM calendar_cell WHERE practitioner = ? AND cell = ?"
                + " ORDER BY CASE WHEN until_at IS NULL THEN 0 ELSE 1 END, lane LIMIT 1)")) {
      update.setString(1, practitioner);
      update.setLong(2, cell);
      update.setString(3, practitioner);
      update.setLong(4, cell);
      update.executeUpdate();
    }
  }

  /** Every claim that still holds on the cells from the first to before the last. */
  public static List<Claim> claims(
      Connection connection, long fromCell, long beforeCell, Instant now) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT practitioner, cell, lane, holder FROM calendar_cell WHERE cell >= ? AND cell < ?"
                + " AND (until_at IS NULL OR until_at > ?)")) {
      select.setLong(1, fromCell);
      select.setLong(2, beforeCell);
      select.setLong(3, Micros.of(now));
      return claims(select);
    }
  }

  private static List<Claim> claims(PreparedStatement select) throws SQLException {
    List<Claim> claims = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        claims.add(
            new Claim(
                row.getString(1),
                row.getLong(2),
                row.getInt(3),
                UUID.fromString(row.getString(4))));
      }
    }
    return claims;
  }

  /** Deletes the claims that ended by themselves. */
  static void purge(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM calendar_cell WHERE until_at <= ?")) {
      delete.setLong(1, Micros.of(now));
      delete.executeUpdate();
    }
  }
}
