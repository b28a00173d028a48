package org.counterpose.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Statements with their values, in one line each: ids go as text, instants as microseconds, yes and
 * no as 1 and 0.
 */
final class Sql {

  /** How a row becomes a value. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** What is done with a row. */
  @FunctionalInterface
  interface Reader {
    void take(ResultSet row) throws SQLException;
  }

  private Sql() {}

  /** Changes rows, and says how many. */
  static int run(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    }
  }

  /** Changes a row; false where there is none to change. */
  static boolean changes(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    return run(connection, sql, values) == 1;
  }

  static <T> List<T> list(Connection connection, String sql, Row<T> row, @Nullable Object... values)
      throws SQLException {
    List<T> list = new ArrayList<>();
    each(connection, sql, found -> list.add(row.read(found)), values);
    return list;
  }

  /** Reads row by row, for what is too much to hold at once. */
  static void each(Connection connection, String sql, Reader reader, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.take(rows);
        }
      }
    }
  }

  static <T> Optional<T> first(
      Connection connection, String sql, Row<T> row, @Nullable Object... values)
      throws SQLException {
    return list(connection, sql, row, values).stream().findFirst();
  }

  static long count(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    return first(connection, sql, row -> row.getLong(1), values).orElseThrow();
  }

  /** Whether there is a row. */
  static boolean isAny(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    return first(connection, sql, row -> Boolean.TRUE, values).isPresent();
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Micros.instant(row.getLong(column));
  }

  static Optional<Instant> instantIfAny(ResultSet row, String column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Micros.instant(micros));
  }

  static OptionalInt numberIfAny(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
  }

  static boolean flag(ResultSet row, String column) throws SQLException {
    return row.getInt(column) == 1;
  }

  static UUID id(ResultSet row, String column) throws SQLException {
    return UUID.fromString(row.getString(column));
  }

  static Optional<UUID> idIfAny(ResultSet row, String column) throws SQLException {
    return text(row, column).map(UUID::fromString);
  }

  static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      set(statement, i + 1, values[i]);
    }
  }

  private static void set(PreparedStatement statement, int at, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(at, Types.NULL);
      case Optional<?> maybe -> set(statement, at, maybe.orElse(null));
      case OptionalInt maybe -> set(statement, at, maybe.isPresent() ? maybe.getAsInt() : null);
      case String text -> statement.setString(at, text);
      case UUID id -> statement.setString(at, id.toString());
      case Instant moment -> statement.setLong(at, Micros.of(moment));
      case Integer number -> statement.setInt(at, number);
      case Long number -> statement.setLong(at, number);
      case Boolean flag -> statement.setInt(at, flag ? 1 : 0);
      default -> throw new IllegalArgumentException("the store writes no " + value.getClass());
    }
  }
}
