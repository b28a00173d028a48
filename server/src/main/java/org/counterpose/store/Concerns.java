package org.counterpose.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What calls for somebody of the clinic on its list, since when, and who looked at it first. */
final class Concerns {

  private Concerns() {}

  /** The stops for safety of some places, oldest first. */
  static List<SafetyStop> stopsAt(Connection connection, Set<String> places) throws SQLException {
    List<Placed> all =
        Sql.list(
            connection,
            "SELECT c.journey, r.programme, c.known_at, c.looked_at, c.place"
                + " FROM concern c JOIN clinic_row r ON r.journey = c.journey"
                + " WHERE c.stops = 1 ORDER BY c.known_at, c.journey, c.entry",
            row -> new Placed(row.getString("place"), stop(row)));
    return all.stream()
        .filter(one -> places.isEmpty() || places.contains(one.place()))
        .map(Placed::stop)
        .toList();
  }

  private record Placed(String place, SafetyStop stop) {}

  /** Those of a journey by entry, with who first looked at each; empty where nobody did. */
  static Map<UUID, Optional<FirstLook>> of(Connection connection, UUID journey)
      throws SQLException {
    Map<UUID, Optional<FirstLook>> known = new HashMap<>();
    Sql.each(
        connection,
        "SELECT entry, looked_at, looked_by FROM concern WHERE journey = ?",
        row -> known.put(Sql.id(row, "entry"), look(row)),
        journey);
    return known;
  }

  private static Optional<FirstLook> look(ResultSet row) throws SQLException {
    String by = row.getString("looked_by");
    return Sql.instantIfAny(row, "looked_at").map(at -> new FirstLook(at, by));
  }

  /** Keeps since when each is known; one that is there stays as it is. */
  static void keep(
      Connection connection, UUID journey, String place, List<Concern> concerns, Instant knownAt)
      throws SQLException {
    for (Concern concern : concerns) {
      Sql.run(
          connection,
          "INSERT INTO concern (journey, entry, stops, known_at, place) VALUES (?, ?, ?, ?, ?)"
              + " ON CONFLICT (journey, entry) DO NOTHING",
          journey,
          concern.entry(),
          concern.stops(),
          knownAt,
          place);
    }
  }

  static void move(Connection connection, UUID journey, String place) throws SQLException {
    Sql.run(connection, "UPDATE concern SET place = ? WHERE journey = ?", place, journey);
  }

  /** Notes who looked at those that were known by then and that nobody had looked at. */
  static void looked(Connection connection, UUID journey, String by, Instant at, Instant knownBy)
      throws SQLException {
    Sql.run(
        connection,
        "UPDATE concern SET looked_at = ?, looked_by = ?"
            + " WHERE journey = ? AND looked_at IS NULL AND known_at <= ?",
        at,
        by,
        journey,
        knownBy);
  }

  static void remove(Connection connection, UUID journey) throws SQLException {
    Sql.run(connection, "DELETE FROM concern WHERE journey = ?", journey);
  }

  static void remove(Connection connection, UUID journey, UUID entry) throws SQLException {
    Sql.run(connection, "DELETE FROM concern WHERE journey = ? AND entry = ?", journey, entry);
  }

  private static SafetyStop stop(ResultSet row) throws SQLException {
    return new SafetyStop(
        Sql.id(row, "journey"),
        row.getString("programme"),
        Sql.instant(row, "known_at"),
        Sql.instantIfAny(row, "looked_at"));
  }
}
