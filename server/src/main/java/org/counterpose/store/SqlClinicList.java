package org.counterpose.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** The clinic's list in SQL that SQLite and PostgreSQL both speak. */
public final class SqlClinicList {

  private static final String COLUMNS =
      "journey, place, name, entries, due_at, programme, version, need, reason, since, day,"
          + " last_day, ended, last_at, logged_day, ratings, plan_done, steps_done, verdict, change,"
          + " seen_at, seen_by, EXISTS (SELECT 1 FROM safety_stop WHERE safety_stop.journey ="
          + " clinic_row.journey AND looked_at IS NULL) AS unlooked";

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
          if (!rename(connection, journey, place, name)) {
            insert(connection, journey, place, name, facts, at);
          }
          also.on(connection);
          return Boolean.TRUE;
        });
  }

  /** Takes a journey off the list: the clinic sees nothing of it any more. */
  public void withdraw(UUID journey, Also also) {
    database.write(
        connection -> {
          remove(connection, journey);
          also.on(connection);
          return Boolean.TRUE;
        });
  }

  /** The row of a journey; empty where its person does not share it. */
  public Optional<ListRow> find(UUID journey, Instant now) {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT " + COLUMNS + " FROM clinic_row WHERE journey = ?")) {
            select.setString(1, journey.toString());
            return rows(connection, select, now).stream().findFirst();
          }
        });
  }

  /** A page of the list, the most pressing first. */
  public List<ListRow> page(ListQuery query, Instant now) {
    return database.read(
        connection -> {
          StringBuilder sql =
              new StringBuilder("SELECT " + COLUMNS + " FROM clinic_row WHERE 1 = 1");
          if (!query.places().isEmpty()) {
            sql.append(" AND place IN (")
                .append(String.join(", ", Collections.nCopies(query.places().size(), "?")))
                .append(")");
          }
          query.need().ifPresent(need -> sql.append(" AND need = ?"));
          if (!query.search().isEmpty()) {
            sql.append(" AND (search LIKE ? ESCAPE '!' OR journey LIKE ? ESCAPE '!')");
          }
          if (query.after().isPresent()) {
            sql.append(" AND (need, since, journey) > (?, ?, ?)");
          }
          sql.append(" ORDER BY need, since, journey LIMIT ").append(query.limit());
          try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
            int at = 1;
            for (String place : query.placesInOrder()) {
              select.setString(at++, place);
            }
            if (query.need().isPresent()) {
              select.setInt(at++, query.need().get());
            }
            if (!query.search().isEmpty()) {
              String literally = literally(query.search());
              select.setString(at++, "%" + literally + "%");
              select.setString(at++, literally + "%");
            }
            if (query.after().isPresent()) {
              select.setInt(at++, query.after().get().need());
              select.setLong(at++, query.after().get().sinceMicros());
              select.setString(at, query.after().get().journey());
            }
            return rows(connection, select, now);
          }
        });
  }

  private static String literally(String search) {
    return search.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  /** How many journeys there are of each need, by rank. */
  public SortedMap<Integer, Integer> counts(Set<String> places) {
    return database.read(
        connection -> {
          SortedMap<Integer, Integer> counts = new TreeMap<>();
          try (PreparedStatement select =
                  connection.prepareStatement("SELECT place, need, many FROM clinic_count");
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              if (places.isEmpty() || places.contains(row.getString(1))) {
                counts.merge(row.getInt(2), row.getInt(3), Integer::sum);
              }
            }
          }
          return counts;
        });
  }

  /** Shows every row of some places, in no order. */
  public void each(Set<String> places, Consumer<ListRow> reader) {
    database.read(
        connection -> {
          try (PreparedStatement select =
                  connection.prepareStatement("SELECT " + COLUMNS + " FROM clinic_row");
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              if (places.isEmpty() || places.contains(row.getString("place"))) {
                reader.accept(row(row, Optional.empty()));
              }
            }
          }
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
   * Notes that somebody of the clinic looked at a journey, and at the stops of it.
   *
   * @param read the moment at which what they see was read: a stop that came since was not seen
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
          Sql.run(
              connection,
              "UPDATE safety_stop SET looked_at = ?, looked_by = ?"
                  + " WHERE journey = ? AND looked_at IS NULL AND known_at <= ?",
              at,
              by,
              journey,
              read);
          also.on(connection);
          return Boolean.TRUE;
        });
  }

  /**
   * A stop for safety.
   *
   * @param programme of the trial
   * @param knownAt when the clinic could first see it, by the server's clock: a device's own may be
   *     wrong, and what it tells may come late
   * @param lookedAt when somebody first looked at it
   */
  public record Stop(UUID journey, String programme, Instant knownAt, Optional<Instant> lookedAt) {}

  /** The stops of some places' journeys that are on the list, oldest first. */
  public List<Stop> stops(Set<String> places) {
    return database.read(
        connection ->
            Sql.list(
                    connection,
                    "SELECT s.journey, r.programme, s.known_at, s.looked_at, s.place"
                        + " FROM safety_stop s JOIN clinic_row r ON r.journey = s.journey"
                        + " ORDER BY s.known_at, s.journey, s.stopped_at",
                    row -> new Placed(row.getString("place"), stop(row)))
                .stream()
                .filter(one -> places.isEmpty() || places.contains(one.place()))
                .map(Placed::stop)
                .toList());
  }

  /** The stops of one journey, oldest first. */
  public List<Stop> stopsOf(UUID journey) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                "SELECT s.journey, r.programme, s.known_at, s.looked_at"
                    + " FROM safety_stop s JOIN clinic_row r ON r.journey = s.journey"
                    + " WHERE s.journey = ? ORDER BY s.known_at, s.stopped_at",
                SqlClinicList::stop,
                journey));
  }

  private record Placed(String place, Stop stop) {}

  private static Stop stop(ResultSet row) throws SQLException {
    return new Stop(
        Sql.id(row, "journey"),
        row.getString("programme"),
        Sql.instant(row, "known_at"),
        Sql.instantIfAny(row, "looked_at"));
  }

  /** Marks the row of a journey as due, if it is on the list. */
  static void touch(Connection connection, UUID journey) throws SQLException {
    Sql.run(connection, "UPDATE clinic_row SET due_at = 0 WHERE journey = ?", journey);
  }

  /** Takes all of a journey off the list. */
  static void remove(Connection connection, UUID journey) throws SQLException {
    Optional<Counted> row = counted(connection, journey);
    if (row.isPresent()) {
      count(connection, row.get().place(), row.get().need(), -1);
    }
    Sql.run(connection, "DELETE FROM clinic_row WHERE journey = ?", journey);
    Sql.run(connection, "DELETE FROM safety_stop WHERE journey = ?", journey);
  }

  /** Changes the place and name of a row that is there; false where there is none. */
  private static boolean rename(Connection connection, UUID journey, String place, String name)
      throws SQLException {
    Optional<Counted> row = counted(connection, journey);
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
    Sql.run(connection, "UPDATE safety_stop SET place = ? WHERE journey = ?", place, journey);
    count(connection, row.get().place(), row.get().need(), -1);
    count(connection, place, row.get().need(), 1);
    return true;
  }

  /** Where a row is counted. */
  private record Counted(String place, int need) {}

  private static Optional<Counted> counted(Connection connection, UUID journey)
      throws SQLException {
    return Sql.first(
        connection,
        "SELECT place, need FROM clinic_row WHERE journey = ?",
        row -> new Counted(row.getString("place"), row.getInt("need")),
        journey);
  }

  private static void insert(
      Connection connection,
      UUID journey,
      String place,
      String name,
      ListRow.Facts facts,
      Instant at)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO clinic_row (entries, due_at, programme, version, need, reason, since, day,"
                + " last_day, ended, last_at, logged_day, ratings, plan_done, steps_done, verdict,"
                + " change, journey, place, name, search, shared_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      int next = set(insert, facts);
      insert.setString(next++, journey.toString());
      insert.setString(next++, place);
      insert.setString(next++, name);
      insert.setString(next++, name.toLowerCase(Locale.ROOT));
      insert.setLong(next, Micros.of(at));
      insert.executeUpdate();
    }
    count(connection, place, facts.need(), 1);
    stop(connection, journey, place, facts, at);
  }

  private static void update(Connection connection, Summed summed, Instant now)
      throws SQLException {
    String id = summed.journey().toString();
    String place;
    int need;
    int held;
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT r.place, r.need, s.entries FROM clinic_row r"
                + " JOIN journal_summary s ON s.journal = r.journey WHERE r.journey = ?")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return;
        }
        place = row.getString(1);
        need = row.getInt(2);
        held = row.getInt(3);
      }
    }
    if (summed.facts().entries() < held) {
      touch(connection, summed.journey());
      return;
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE clinic_row SET entries = ?, due_at = ?, programme = ?, version = ?, need = ?,"
                + " reason = ?, since = ?, day = ?, last_day = ?, ended = ?, last_at = ?,"
                + " logged_day = ?, ratings = ?, plan_done = ?, steps_done = ?, verdict = ?,"
                + " change = ? WHERE journey = ?")) {
      update.setString(set(update, summed.facts()), id);
      update.executeUpdate();
    }
    if (need != summed.facts().need()) {
      count(connection, place, need, -1);
      count(connection, place, summed.facts().need(), 1);
    }
    stop(connection, summed.journey(), place, summed.facts(), now);
  }

  private static void stop(
      Connection connection, UUID journey, String place, ListRow.Facts facts, Instant knownAt)
      throws SQLException {
    for (Instant stoppedAt : facts.stops()) {
      Sql.run(
          connection,
          "INSERT INTO safety_stop (journey, stopped_at, known_at, place) VALUES (?, ?, ?, ?)"
              + " ON CONFLICT (journey, stopped_at) DO NOTHING",
          journey,
          stoppedAt,
          knownAt,
          place);
    }
  }

  private static void count(Connection connection, String place, int need, int more)
      throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO clinic_count (place, need, many) VALUES (?, ?, ?)"
                + " ON CONFLICT (place, need) DO UPDATE SET many = clinic_count.many + ?")) {
      upsert.setString(1, place);
      upsert.setInt(2, need);
      upsert.setInt(3, more);
      upsert.setInt(4, more);
      upsert.executeUpdate();
    }
  }

  private static int set(PreparedStatement statement, ListRow.Facts facts) throws SQLException {
    int at = 1;
    statement.setInt(at++, facts.entries());
    statement.setLong(at++, Micros.of(facts.dueAt()));
    statement.setString(at++, facts.programme());
    statement.setString(at++, facts.version());
    statement.setInt(at++, facts.need());
    statement.setString(at++, facts.reason());
    statement.setLong(at++, Micros.of(facts.since()));
    statement.setInt(at++, facts.day());
    statement.setInt(at++, facts.lastDay());
    statement.setInt(at++, facts.ended() ? 1 : 0);
    statement.setLong(at++, Micros.of(facts.lastAt()));
    statement.setInt(at++, facts.loggedDay());
    statement.setString(at++, facts.ratings());
    if (facts.planDone().isPresent()) {
      statement.setInt(at++, facts.planDone().getAsInt());
    } else {
      statement.setNull(at++, Types.INTEGER);
    }
    statement.setString(at++, facts.stepsDone());
    statement.setString(at++, facts.verdict().orElse(null));
    statement.setString(at++, facts.change().orElse(null));
    return at;
  }

  private static List<ListRow> rows(Connection connection, PreparedStatement select, Instant now)
      throws SQLException {
    List<ListRow> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows.add(row(row, nextVisit(connection, row.getString("journey"), now)));
      }
    }
    return rows;
  }

  private static Optional<Instant> nextVisit(Connection connection, String journey, Instant now)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT min(start_at) FROM appointment"
                + " WHERE journey = ? AND cancelled = 0 AND start_at > ?")) {
      select.setString(1, journey);
      select.setLong(2, Micros.of(now));
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getLong(1) != 0
            ? Optional.of(Micros.instant(row.getLong(1)))
            : Optional.empty();
      }
    }
  }

  private static ListRow row(ResultSet row, Optional<Instant> visit) throws SQLException {
    int planDone = row.getInt("plan_done");
    OptionalInt done = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(planDone);
    return new ListRow(
        UUID.fromString(row.getString("journey")),
        row.getString("place"),
        row.getString("name"),
        new ListRow.Facts(
            row.getInt("entries"),
            Micros.instant(row.getLong("due_at")),
            row.getString("programme"),
            row.getString("version"),
            row.getInt("need"),
            row.getString("reason"),
            Micros.instant(row.getLong("since")),
            row.getInt("day"),
            row.getInt("last_day"),
            row.getInt("ended") == 1,
            Micros.instant(row.getLong("last_at")),
            row.getInt("logged_day"),
            row.getString("ratings"),
            done,
            row.getString("steps_done"),
            Optional.ofNullable(row.getString("verdict")),
            Optional.ofNullable(row.getString("change")),
            List.of()),
        visit,
        Sql.instantIfAny(row, "seen_at"),
        Sql.text(row, "seen_by"),
        row.getBoolean("unlooked"));
  }
}
