package org.counterpose.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The clinic's list in SQL that SQLite and PostgreSQL both speak. */
public final class SqlClinicList {

  private final Database database;

  public SqlClinicList(Database database) {
    this.database = database;
  }

  /**
   * Puts a journey on the list, or changes its place and name there.
   *
   * @param also what is written in the same transaction
   */
  public void share(
      UUID journey, String place, String name, ListRow.Facts facts, Instant at, Also also) {
    database.write(
        connection -> {
          share(connection, journey, place, name, facts, at);
          also.on(connection);
          return Boolean.TRUE;
        });
  }

  /** The same, in the transaction of something else. */
  public static void share(
      Connection connection,
      UUID journey,
      String place,
      String name,
      ListRow.Facts facts,
      Instant at)
      throws SQLException {
    if (!rename(connection, journey, place, name)) {
      insert(connection, journey, place, name, facts, at);
    }
  }

  /** Takes a journey off the list: the clinic sees nothing of it any more. */
  public void withdraw(UUID journey, Also also) {
    database.write(
        connection -> {
          return also.where(remove(connection, journey), connection);
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
    return new ListCounts(
        database.read(
            connection -> {
              List<ListCounts.Counted> counts = new ArrayList<>();
              Sql.each(
                  connection,
                  "SELECT place, programme, version, need, many FROM clinic_count WHERE many > 0",
                  row -> {
                    if (places.isEmpty() || places.contains(row.getString("place"))) {
                      counts.add(
                          new ListCounts.Counted(
                              row.getString("programme"),
                              row.getString("version"),
                              row.getInt("need"),
                              row.getInt("many")));
                    }
                  });
              return counts;
            }));
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
            update(connection, row, now);
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

  /** Marks the row of a journey as due, if it is on the list. */
  static void touch(Connection connection, UUID journey) throws SQLException {
    Sql.run(connection, "UPDATE clinic_row SET due_at = 0 WHERE journey = ?", journey);
  }

  /** Forgets who looked at entries that call for somebody: they call in another way now. */
  public static void unlook(Connection connection, UUID journey, Set<UUID> entries)
      throws SQLException {
    for (UUID entry : entries) {
      Concerns.remove(connection, journey, entry);
    }
  }

  /** Takes all of a journey off the list. */
  static boolean remove(Connection connection, UUID journey) throws SQLException {
    Optional<Counted> row = listed(connection, journey);
    if (row.isPresent()) {
      count(connection, row.get(), -1);
    }
    Sql.run(connection, "DELETE FROM clinic_row WHERE journey = ?", journey);
    Concerns.remove(connection, journey);
    return row.isPresent();
  }

  /** Changes the place and name of a row that is there; false where there is none. */
  private static boolean rename(Connection connection, UUID journey, String place, String name)
      throws SQLException {
    Optional<Counted> row = listed(connection, journey);
    if (row.isEmpty()) {
      return false;
    }
    Sql.run(
        connection,
        "UPDATE clinic_row SET place = ?, name = ?, search = ? WHERE journey = ?",
        place,
        name,
        name.toLowerCase(Locale.ROOT),
        journey);
    Concerns.move(connection, journey, place);
    count(connection, row.get(), -1);
    count(connection, row.get().at(place), 1);
    return true;
  }

  /** Where a row is counted. */
  private record Counted(String place, String programme, String version, int need) {

    static Counted of(String place, ListRow.Facts facts) {
      return new Counted(place, facts.programme(), facts.version(), facts.need());
    }

    Counted at(String other) {
      return new Counted(other, programme, version, need);
    }
  }

  /** Where a row is counted, and how many entries its journal holds. */
  private record Held(Counted row, int entries) {}

  private static Optional<Counted> listed(Connection connection, UUID journey) throws SQLException {
    return Sql.first(
        connection,
        "SELECT place, programme, version, need FROM clinic_row WHERE journey = ?",
        SqlClinicList::counted,
        journey);
  }

  private static Counted counted(ResultSet row) throws SQLException {
    return new Counted(
        row.getString("place"),
        row.getString("programme"),
        row.getString("version"),
        row.getInt("need"));
  }

  /** Adds a row; what arrived while it was summed up makes it due at once. */
  private static void insert(
      Connection connection,
      UUID journey,
      String place,
      String name,
      ListRow.Facts facts,
      Instant at)
      throws SQLException {
    Sql.run(
        connection,
        "INSERT INTO clinic_row (entries, due_at, programme, version, need, reason, since, day,"
            + " last_day, begun, ended, settled, last_at, still_logs, ratings, plan_done,"
            + " steps_done, verdict, change, journey, place, name, search, shared_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values(facts, journey, place, name, name.toLowerCase(Locale.ROOT), at));
    count(connection, Counted.of(place, facts), 1);
    Concerns.keep(connection, journey, place, facts.concerns(), at);
    Sql.run(
        connection,
        "UPDATE clinic_row SET due_at = 0 WHERE journey = ? AND entries <"
            + " (SELECT entries FROM journal_summary WHERE journal = ?)",
        journey,
        journey);
  }

  private static void update(Connection connection, Summed summed, Instant now)
      throws SQLException {
    UUID journey = summed.journey();
    ListRow.Facts facts = summed.facts();
    Optional<Held> there =
        Sql.first(
            connection,
            "SELECT r.place, r.programme, r.version, r.need, s.entries FROM clinic_row r"
                + " JOIN journal_summary s ON s.journal = r.journey WHERE r.journey = ?",
            row -> new Held(counted(row), row.getInt("entries")),
            journey);
    if (there.isEmpty()) {
      return;
    }
    if (facts.entries() < there.get().entries()) {
      touch(connection, journey);
      return;
    }
    Sql.run(
        connection,
        "UPDATE clinic_row SET entries = ?, due_at = ?, programme = ?, version = ?, need = ?,"
            + " reason = ?, since = ?, day = ?, last_day = ?, begun = ?, ended = ?,"
            + " settled = ?, last_at = ?, still_logs = ?, ratings = ?, plan_done = ?, steps_done = ?, verdict = ?,"
            + " change = ? WHERE journey = ?",
        values(facts, journey));
    Counted row = there.get().row();
    Counted after = Counted.of(row.place(), facts);
    if (!after.equals(row)) {
      count(connection, row, -1);
      count(connection, after, 1);
    }
    Concerns.keep(connection, journey, row.place(), facts.concerns(), now);
  }

  private static void count(Connection connection, Counted row, int more) throws SQLException {
    Sql.run(
        connection,
        "INSERT INTO clinic_count (place, programme, version, need, many) VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT (place, programme, version, need) DO UPDATE SET many = clinic_count.many + ?",
        row.place(),
        row.programme(),
        row.version(),
        row.need(),
        more,
        more);
  }

  /** What a row tells of a journal, in the order of its columns, and what comes behind it. */
  private static Object[] values(ListRow.Facts facts, Object... more) {
    return Stream.concat(
            Stream.of(
                facts.entries(),
                facts.dueAt(),
                facts.programme(),
                facts.version(),
                facts.need(),
                facts.reason(),
                facts.since(),
                facts.day(),
                facts.lastDay(),
                facts.begun(),
                facts.ended(),
                facts.settled(),
                facts.lastAt(),
                facts.stillLogging(),
                facts.ratings(),
                facts.planDone(),
                facts.stepsDone(),
                facts.verdict(),
                facts.change()),
            Stream.of(more))
        .toArray();
  }
}
