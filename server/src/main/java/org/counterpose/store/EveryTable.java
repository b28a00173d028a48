package org.counterpose.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every table that names a journey keeps of it. The tables are asked of the database itself,
 * so that one that is new is never left out of what a person is handed.
 */
final class EveryTable {

  private static final String JOURNEY = "journey";

  /**
   * What is never handed over, table by table: who reads it could do more than read. A letter to an
   * address holds a link that is for the owner of that address alone, and whoever holds a trial may
   * have typed somebody else's.
   */
  private static final Map<String, Set<String>> SECRET =
      Map.of(
          "message",
          Set.of("recipient", "plain", "html", "calendar", "unsubscribe"),
          "push_subscription",
          Set.of("endpoint", "p256dh", "auth"));

  /** What tells how the person is reached and signs in: for who may change that. */
  private static final Set<String> OF_SIGNING_IN =
      Set.of("account_journey", "contact", "email_link", "passkey", "session");

  /** What is kept of a person's account, which holds the trial. */
  private static final String OF_THE_ACCOUNT =
      " IN (SELECT account FROM account_journey WHERE journey = ?)";

  private EveryTable() {}

  /** The tables with a column that names a journey. */
  static TreeSet<String> thatNamesAJourney(Connection connection) throws SQLException {
    TreeSet<String> tables = new TreeSet<>();
    try (ResultSet row = connection.getMetaData().getColumns(null, null, "%", JOURNEY)) {
      while (row.next()) {
        tables.add(row.getString("TABLE_NAME"));
      }
    }
    return tables;
  }

  /**
   * The rows of a journey by table, each by column; secrets and what proves them are left out.
   *
   * @param signingIn whether it is told how the person signs in, and where
   */
  static SortedMap<String, List<Map<String, Object>>> of(
      Connection connection, UUID journey, boolean signingIn) throws SQLException {
    SortedMap<String, List<Map<String, Object>>> all = new TreeMap<>();
    SortedMap<String, String> where = new TreeMap<>();
    thatNamesAJourney(connection).forEach(table -> where.put(table, JOURNEY + " = ?"));
    where.put("passkey", "owner" + OF_THE_ACCOUNT);
    where.put("session", "account" + OF_THE_ACCOUNT);
    if (!signingIn) {
      where.keySet().removeAll(OF_SIGNING_IN);
    }
    for (Map.Entry<String, String> table : where.entrySet()) {
      Set<String> secret = SECRET.getOrDefault(table.getKey(), Set.of());
      List<Map<String, Object>> rows =
          Sql.list(
              connection,
              "SELECT * FROM " + table.getKey() + " WHERE " + table.getValue(),
              row -> told(row, secret),
              journey);
      if (!rows.isEmpty()) {
        all.put(table.getKey(), rows);
      }
    }
    return all;
  }

  private static Map<String, Object> told(ResultSet row, Set<String> secret) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, Object> told = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String name = columns.getColumnName(i).toLowerCase(Locale.ROOT);
      Object value = row.getObject(i);
      if (value != null
          && !name.equals(JOURNEY)
          && !name.endsWith("_hash")
          && !secret.contains(name)) {
        told.put(name, told(name, value));
      }
    }
    return told;
  }

  /** A moment as ISO 8601 writes it, and everything else as it is kept. */
  private static Object told(String name, @Nullable Object value) {
    boolean moment =
        name.equals("at") || name.equals("since") || name.matches(".*_(at|after|until)");
    return moment && value instanceof Number micros
        ? Micros.instant(micros.longValue()).toString()
        : String.valueOf(value);
  }
}
