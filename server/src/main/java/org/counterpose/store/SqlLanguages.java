package org.counterpose.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** In which language a journey's person is written to, in portable SQL. */
public final class SqlLanguages {

  private final Database database;

  public SqlLanguages(Database database) {
    this.database = database;
  }

  /** The language; empty where the person never read in one. */
  public Optional<String> of(UUID journey) {
    return database.read(connection -> of(connection, journey));
  }

  /** The same, as a transaction sees it. */
  public static Optional<String> of(Connection connection, UUID journey) throws SQLException {
    return Sql.first(
        connection,
        "SELECT language FROM journey_language WHERE journey = ?",
        row -> row.getString("language"),
        journey);
  }

  /** Keeps the language that a person chose; reminders that wait are planned anew in it. */
  public void choose(UUID journey, String language) {
    database.write(
        connection -> {
          keeping(journey, language).on(connection);
          SqlReminders.changed(connection, journey);
          return Boolean.TRUE;
        });
  }

  /** Keeps the language of a journey, in the transaction that it goes with. */
  public static Also keeping(UUID journey, String language) {
    return connection ->
        Sql.run(
            connection,
            "INSERT INTO journey_language (journey, language) VALUES (?, ?)"
                + " ON CONFLICT (journey) DO UPDATE SET language = excluded.language",
            journey,
            language);
  }

  static void eraseOf(Connection connection, UUID journey) throws SQLException {
    Sql.run(connection, "DELETE FROM journey_language WHERE journey = ?", journey);
  }
}
