package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who has which cell of which calendar. A cell that anybody has is had in lane 0, by whoever is to
 * stay the longest, so that the key refuses everybody else.
 */
public final class CalendarCells {

  private static final Rows<Claim> CLAIMS =
      new Rows<>(
          "calendar_cell",
          "practitioner, cell, lane, holder",
          row ->
              new Claim(
                  row.getString("practitioner"),
                  row.getLong("cell"),
                  row.getInt("lane"),
                  Sql.id(row, "holder")));

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
    for (long cell : visit.cells()) {
      if (!takeOver(connection, visit.practitioner(), cell, by)
          && !take(connection, visit.practitioner(), cell, by)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a claim will go through: nothing is taken before it is sure. */
  static boolean canClaim(Connection connection, Visit visit, Claimant by) throws SQLException {
    Set<Long> wanted = new HashSet<>(visit.cells());
    List<Claim> there =
        claims(connection, visit.cells().getFirst(), visit.cells().getLast() + 1, by.now()).stream()
            .filter(claim -> claim.practitioner().equals(visit.practitioner()))
            .filter(claim -> wanted.contains(claim.cell()))
            .toList();
    Set<Long> own =
        there.stream()
            .filter(claim -> by.instead().filter(claim.holder()::equals).isPresent())
            .map(Claim::cell)
            .collect(Collectors.toSet());
    return there.stream().allMatch(claim -> claim.lane() > 0 || own.contains(claim.cell()));
  }

  /** Has a claimant's other holder in this cell's place; false where it has not got it. */
  private static boolean takeOver(
      Connection connection, String practitioner, long cell, Claimant by) throws SQLException {
    if (by.instead().isEmpty()) {
      return false;
    }
    return Sql.changes(
        connection,
        "UPDATE calendar_cell SET holder = ?, until_at = ?"
            + " WHERE practitioner = ? AND cell = ? AND holder = ?",
        by.holder(),
        by.until(),
        practitioner,
        cell,
        by.instead());
  }

  private static boolean take(Connection connection, String practitioner, long cell, Claimant by)
      throws SQLException {
    return Sql.changes(
        connection,
        "INSERT INTO calendar_cell (practitioner, cell, lane, holder, until_at)"
            + " VALUES (?, ?, 0, ?, ?) ON CONFLICT (practitioner, cell, lane) DO UPDATE"
            + " SET holder = excluded.holder, until_at = excluded.until_at"
            + " WHERE calendar_cell.until_at IS NOT NULL AND calendar_cell.until_at <= ?",
        practitioner,
        cell,
        by.holder(),
        by.until(),
        by.now());
  }

  /**
   * Claims every cell, whoever has it: for staff who do so on purpose. A cell that another has for
   * a while is had by this one first.
   */
  public static void overbook(Connection connection, Visit visit, UUID holder, Instant now)
      throws SQLException {
    Claimant by = Claimant.staying(holder, now);
    for (long cell : visit.cells()) {
      if (!take(connection, visit.practitioner(), cell, by)) {
        overbook(connection, visit.practitioner(), cell, holder);
      }
    }
  }

  private static void overbook(Connection connection, String practitioner, long cell, UUID holder)
      throws SQLException {
    Lanes lanes =
        Sql.first(
                connection,
                "SELECT max(lane) AS last, max(CASE WHEN lane = 0 AND until_at IS NOT NULL"
                    + " THEN 1 ELSE 0 END) AS passing"
                    + " FROM calendar_cell WHERE practitioner = ? AND cell = ?",
                row -> new Lanes(row.getInt("last"), Sql.flag(row, "passing")),
                practitioner,
                cell)
            .orElseThrow();
    int free = lanes.last() + 1;
    if (lanes.passing()) {
      Sql.run(
          connection,
          "UPDATE calendar_cell SET lane = ? WHERE practitioner = ? AND cell = ? AND lane = 0",
          free,
          practitioner,
          cell);
    }
    Sql.run(
        connection,
        "INSERT INTO calendar_cell (practitioner, cell, lane, holder) VALUES (?, ?, ?, ?)",
        practitioner,
        cell,
        lanes.passing() ? 0 : free,
        holder);
  }

  /**
   * The lanes of a cell that somebody has.
   *
   * @param passing whether lane 0 is had only for a while
   */
  private record Lanes(int last, boolean passing) {}

  /**
   * Lets every cell of a holder go; whoever shared one moves up. The time is noted as freed, for
   * those who wait.
   */
  public static void release(Connection connection, UUID holder) throws SQLException {
    FreedTimes.noteAllOf(connection, holder);
    drop(connection, holder);
  }

  /** The same without the note: of what was claimed a moment ago, or is noted otherwise. */
  public static void drop(Connection connection, UUID holder) throws SQLException {
    List<Claim> shared = sharedWithOthers(connection, holder);
    Sql.run(connection, "DELETE FROM calendar_cell WHERE holder = ?", holder);
    for (Claim claim : shared) {
      moveUp(connection, claim.practitioner(), claim.cell());
    }
  }

  private static List<Claim> sharedWithOthers(Connection connection, UUID holder)
      throws SQLException {
    return CLAIMS.list(
        connection,
        "WHERE holder = ? AND lane = 0 AND EXISTS (SELECT 1 FROM calendar_cell other"
            + " WHERE other.practitioner = calendar_cell.practitioner"
            + " AND other.cell = calendar_cell.cell AND other.lane > 0)",
        holder);
  }

  private static void moveUp(Connection connection, String practitioner, long cell)
      throws SQLException {
    Sql.run(
        connection,
        "UPDATE calendar_cell SET lane = 0 WHERE practitioner = ? AND cell = ? AND lane ="
            + " (SELECT lane FROM calendar_cell WHERE practitioner = ? AND cell = ?"
            + " ORDER BY CASE WHEN until_at IS NULL THEN 0 ELSE 1 END, lane LIMIT 1)",
        practitioner,
        cell,
        practitioner,
        cell);
  }

  /** Every claim that still holds on the cells from the first to before the last. */
  public static List<Claim> claims(
      Connection connection, long fromCell, long beforeCell, Instant now) throws SQLException {
    return CLAIMS.list(
        connection,
        "WHERE cell >= ? AND cell < ? AND (until_at IS NULL OR until_at > ?)",
        fromCell,
        beforeCell,
        now);
  }

  /** Deletes the claims that ended by themselves. */
  static void purge(Connection connection, Instant now) throws SQLException {
    Sql.run(connection, "DELETE FROM calendar_cell WHERE until_at <= ?", now);
  }
}
