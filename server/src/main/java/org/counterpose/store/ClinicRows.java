package org.counterpose.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The rows of the clinic's list as they are read: one, a page of what is asked for, or each. */
final class ClinicRows {

  private static final String FACTS =
      "entries, due_at, programme, version, need, reason, since, day, last_day, begun, ended,"
          + " settled, last_at, still_logs, ratings, plan_done, steps_done, verdict, change";

  private static final String SELECT =
      "SELECT journey, place, name, "
          + FACTS
          + ", seen_at, seen_by, (SELECT begun_at FROM journal WHERE journal.id ="
          + " clinic_row.journey) AS begun_at, EXISTS (SELECT 1 FROM concern WHERE"
          + " concern.journey = clinic_row.journey AND looked_at IS NULL) AS unlooked"
          + " FROM clinic_row";

  private ClinicRows() {}

  static Optional<ListRow> find(Connection connection, UUID journey, Instant now)
      throws SQLException {
    return Sql.first(
        connection, SELECT + " WHERE journey = ?", withVisit(connection, now), journey);
  }

  /** A page of the list, the most pressing first. */
  static List<ListRow> page(Connection connection, ListQuery query, Instant now)
      throws SQLException {
    StringBuilder sql = new StringBuilder(SELECT + " WHERE 1 = 1");
    List<Object> values = new ArrayList<>();
    if (!query.places().isEmpty()) {
      sql.append(" AND place IN (")
          .append(String.join(", ", Collections.nCopies(query.places().size(), "?")))
          .append(")");
      values.addAll(query.placesInOrder());
    }
    query
        .programme()
        .ifPresent(
            programme -> {
              sql.append(" AND programme = ?");
              values.add(programme);
            });
    query
        .need()
        .ifPresent(
            need -> {
              sql.append(" AND need = ?");
              values.add(need);
            });
    if (!query.search().isEmpty()) {
      String literally = literally(query.search());
      sql.append(" AND (search LIKE ? ESCAPE '!' OR journey LIKE ? ESCAPE '!')");
      values.addAll(List.of("%" + literally + "%", literally + "%"));
    }
    query
        .after()
        .ifPresent(
            after -> {
              sql.append(" AND (need, since, journey) > (?, ?, ?)");
              values.addAll(List.of(after.need(), after.sinceMicros(), after.journey()));
            });
    sql.append(" ORDER BY need, since, journey LIMIT ").append(query.limit());
    return Sql.list(connection, sql.toString(), withVisit(connection, now), values.toArray());
  }

  private static String literally(String search) {
    return search.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  /** Shows what every row of some places tells of its journal, in no order. */
  static void each(Connection connection, Set<String> places, Consumer<ListRow.Facts> reader)
      throws SQLException {
    Sql.each(
        connection,
        "SELECT place, " + FACTS + " FROM clinic_row",
        row -> {
          if (places.isEmpty() || places.contains(row.getString("place"))) {
            reader.accept(facts(row));
          }
        });
  }

  private static Sql.Row<ListRow> withVisit(Connection connection, Instant now) {
    return row -> row(row, nextVisit(connection, row.getString("journey"), now));
  }

  private static Optional<Instant> nextVisit(Connection connection, String journey, Instant now)
      throws SQLException {
    return Sql.first(
            connection,
            "SELECT min(start_at) AS next FROM appointment"
                + " WHERE journey = ? AND cancelled = 0 AND start_at > ?",
            row -> Sql.instantIfAny(row, "next"),
            journey,
            now)
        .orElseThrow();
  }

  private static ListRow row(ResultSet row, Optional<Instant> visit) throws SQLException {
    return new ListRow(
        Sql.id(row, "journey"),
        row.getString("place"),
        row.getString("name"),
        facts(row),
        Sql.instant(row, "begun_at"),
        visit,
        Sql.instantIfAny(row, "seen_at"),
        Sql.text(row, "seen_by"),
        row.getBoolean("unlooked"));
  }

  private static ListRow.Facts facts(ResultSet row) throws SQLException {
    return new ListRow.Facts(
        row.getInt("entries"),
        Sql.instant(row, "due_at"),
        row.getString("programme"),
        row.getString("version"),
        row.getInt("need"),
        row.getString("reason"),
        Sql.instant(row, "since"),
        row.getInt("day"),
        row.getInt("last_day"),
        Sql.flag(row, "begun"),
        Sql.flag(row, "ended"),
        Sql.flag(row, "settled"),
        Sql.instant(row, "last_at"),
        row.getString("still_logs"),
        row.getString("ratings"),
        Sql.numberIfAny(row, "plan_done"),
        row.getString("steps_done"),
        Sql.text(row, "verdict"),
        Sql.text(row, "change"),
        List.of());
  }
}
