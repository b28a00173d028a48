package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The clinic's list in SQL that SQLite and PostgreSQL both speak. */
public final class SqlClinicList {

  private final Database database;

  public SqlClinicList(Database database) {
    this.database = database;
  }

  /**
   * A journey that its person lets the clinic see.
   *
   * @param name what the person calls themself
   * @param at since when
   */
  public record Shared(UUID journey, String place, String name, ListRow.Facts facts, Instant at) {}

  /**
   * Puts a journey on the list, or changes its place and name there.
   *
   * @param also what is written in the same transaction
   */
  public void share(Shared row, Also also) {
    database.write(
        connection -> {
          share(connection, row);
          also.on(connection);
          return Boolean.TRUE;
        });
  }

  /** The same, in the transaction of something else. */
  public static void share(Connection connection, Shared row) throws SQLException {
    ClinicRowChanges.put(connection, row);
  }

  /** Takes a journey off the list: the clinic sees nothing of it any more. */
  public void withdraw(UUID journey, Also also) {
    database.write(
        connection -> {
          return also.where(ClinicRowChanges.remove(connection, journey), connection);
        });
  }

  /** The row of a journey; empty where its person does not share it. */
  public Optional<ListRow> find(UUID journey, Instant now) {
    return database.read(connection -> ClinicRows.find(connection, journey, now));
  }

  /** A page of the list, the most pressing first. */
  public List<ListRow> page(ListQuery query, Instant now) {
    return database.read(connection -> ClinicRows.page(connection, query, now));
  }

  /** How many journeys there are on each version of a programme, for each need. */
  public ListCounts counts(Set<String> places) {
    return database.read(connection -> ClinicCounts.of(connection, places));
  }

  /** Shows what every row of some places tells of its journal, in no order. */
  public void each(Set<String> places, Consumer<ListRow.Facts> reader) {
    database.read(
        connection -> {
          ClinicRows.each(connection, places, reader);
          return Boolean.TRUE;
        });
  }

  /** Journeys whose row must be summed up anew, those that something arrived for first. */
  public List<UUID> due(Instant now, int limit) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                "SELECT journey FROM clinic_row WHERE due_at <= ? ORDER BY due_at LIMIT ?",
                row -> Sql.id(row, "journey"),
                now,
                limit));
  }

  /** Journeys that something arrived for since they were summed up. */
  public List<UUID> touched(int limit) {
    return due(Instant.EPOCH, limit);
  }

  /** A row that was summed up anew. */
  public record Summed(UUID journey, ListRow.Facts facts) {}

  /**
   * Writes rows that were summed up anew. One that was summed up from fewer entries than the
   * journal holds stays due.
   */
  public void update(List<Summed> rows, Instant now) {
    if (rows.isEmpty()) {
      return;
    }
    database.write(
        connection -> {
          for (Summed row : rows) {
            ClinicRowChanges.update(connection, row, now);
          }
          return Boolean.TRUE;
        });
  }

  /** Looks at rows that cannot be summed up now only at a later moment. */
  public void putOff(List<UUID> journeys, Instant until) {
    database.write(
        connection -> {
          for (UUID journey : journeys) {
            Sql.run(
                connection, "UPDATE clinic_row SET due_at = ? WHERE journey = ?", until, journey);
          }
          return Boolean.TRUE;
        });
  }

  /**
   * Notes that somebody of the clinic looked at a journey, and at what it called for.
   *
   * @param read the moment at which what they see was read: what came since was not seen
   */
  public void seen(UUID journey, String by, Instant at, Instant read, Also also) {
    database.write(
        connection -> {
          Sql.run(
              connection,
              "UPDATE clinic_row SET seen_at = ?, seen_by = ? WHERE journey = ?",
              at,
              by,
              journey);
          Concerns.looked(connection, journey, by, at, read);
          also.on(connection);
          return Boolean.TRUE;
        });
  }

  /** The stops of some places' journeys that are on the list, oldest first. */
  public List<SafetyStop> stops(Set<String> places) {
    return database.read(connection -> Concerns.stopsAt(connection, places));
  }

  /**
   * The entries of a journey that called for somebody, with who first looked at each; empty where
   * nobody did.
   */
  public Map<UUID, Optional<FirstLook>> concerns(UUID journey) {
    return database.read(connection -> Concerns.of(connection, journey));
  }

  /** Forgets who looked at entries that call for somebody: they call in another way now. */
  public static void unlook(Connection connection, UUID journey, Set<UUID> entries)
      throws SQLException {
    for (UUID entry : entries) {
      Concerns.remove(connection, journey, entry);
    }
  }
}
