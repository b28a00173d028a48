package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as values: which columns are read, and how a row of them becomes one, is said
 * once. What is asked of them follows the table's name: {@code WHERE id = ?}.
 */
record Rows<T>(String table, String columns, Sql.Row<T> row) {

  List<T> list(Connection connection, String which, @Nullable Object... values)
      throws SQLException {
    return Sql.list(connection, select(which), row, values);
  }

  Optional<T> first(Connection connection, String which, @Nullable Object... values)
      throws SQLException {
    return Sql.first(connection, select(which), row, values);
  }

  private String select(String which) {
    return "SELECT " + columns + " FROM " + table + " " + which;
  }
}
