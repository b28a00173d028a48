package org.counterpose.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The stops for safety of the journeys on the clinic's list, and who looked at them. */
final class SafetyStops {

  private SafetyStops() {}

  /** Those of some places, oldest first. */
  static List<SafetyStop> at(Connection connection, Set<String> places) throws SQLException {
    List<Placed> all =
        Sql.list(
            connection,
            "SELECT s.journey, r.programme, s.known_at, s.looked_at, s.place"
                + " FROM safety_stop s JOIN clinic_row r ON r.journey = s.journey"
                + " ORDER BY s.known_at, s.journey, s.stopped_at",
            row -> new Placed(row.getString("place"), stop(row)));
    return all.stream()
        .filter(one -> places.isEmpty() || places.contains(one.place()))
        .map(Placed::stop)
        .toList();
  }

  private record Placed(String place, SafetyStop stop) {}

  /** Keeps when each stop was; one that is there stays as it is. */
  static void keep(
      Connection connection, UUID journey, String place, List<Instant> stops, Instant knownAt)
      throws SQLException {
    for (Instant stoppedAt : stops) {
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

  static void move(Connection connection, UUID journey, String place) throws SQLException {
    Sql.run(connection, "UPDATE safety_stop SET place = ? WHERE journey = ?", place, journey);
  }

  /** Notes who looked at those that were known by then and that nobody had looked at. */
  static void looked(Connection connection, UUID journey, String by, Instant at, Instant knownBy)
      throws SQLException {
    Sql.run(
        connection,
        "UPDATE safety_stop SET looked_at = ?, looked_by = ?"
            + " WHERE journey = ? AND looked_at IS NULL AND known_at <= ?",
        at,
        by,
        journey,
        knownBy);
  }

  static void remove(Connection connection, UUID journey) throws SQLException {
    Sql.run(connection, "DELETE FROM safety_stop WHERE journey = ?", journey);
  }

  private static SafetyStop stop(ResultSet row) throws SQLException {
    return new SafetyStop(
        Sql.id(row, "journey"),
        row.getString("programme"),
        Sql.instant(row, "known_at"),
        Sql.instantIfAny(row, "looked_at"));
  }
}
