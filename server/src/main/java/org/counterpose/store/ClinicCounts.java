package org.counterpose.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How many rows of the clinic's list there are of each kind, kept with every change of a row. */
final class ClinicCounts {

  private ClinicCounts() {}

  /** Where a row is counted. */
  record Kind(String place, String programme, String version, int need) {

    static Kind of(String place, ListRow.Facts facts) {
      return new Kind(place, facts.programme(), facts.version(), facts.need());
    }

    /** Reads it from a row. */
    static Kind of(ResultSet row) throws SQLException {
      return new Kind(
          row.getString("place"),
          row.getString("programme"),
          row.getString("version"),
          row.getInt("need"));
    }

    Kind at(String other) {
      return new Kind(other, programme, version, need);
    }
  }

  /** How many there are on each version of a programme, for each need. */
  static ListCounts of(Connection connection, Set<String> places) throws SQLException {
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
    return new ListCounts(counts);
  }

  static void add(Connection connection, Kind kind) throws SQLException {
    count(connection, kind, 1);
  }

  static void take(Connection connection, Kind kind) throws SQLException {
    count(connection, kind, -1);
  }

  static void move(Connection connection, Kind from, Kind to) throws SQLException {
    if (!to.equals(from)) {
      take(connection, from);
      add(connection, to);
    }
  }

  private static void count(Connection connection, Kind kind, int more) throws SQLException {
    Sql.run(
        connection,
        "INSERT INTO clinic_count (place, programme, version, need, many) VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT (place, programme, version, need) DO UPDATE SET many = clinic_count.many + ?",
        kind.place(),
        kind.programme(),
        kind.version(),
        kind.need(),
        more,
        more);
  }
}
