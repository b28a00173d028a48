package org.counterpose.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Connections to the one file of a data folder, set up so that a commit is on the disk. */
record Sqlite(Path folder) {

  /** Marks a file as Counterpose's, in SQLite's header: the letters CPSE. */
  static final int APPLICATION_ID = 0x43505345;

  private static final String EVERY_CONNECTION = "?busy_timeout=5000&foreign_keys=on";

  Path file() {
    return folder.resolve("counterpose.db");
  }

  /**
   * A connection that writes. {@code synchronous=FULL} puts each commit on the disk before it
   * returns; {@code secure_delete} writes zeros over what is deleted.
   */
  Connection writer() throws SQLException {
    return open("&journal_mode=WAL&synchronous=FULL&transaction_mode=IMMEDIATE&secure_delete=on");
  }

  /** A connection that reads what was committed, and cannot write. */
  Connection reader() throws SQLException {
    Connection connection = open("&transaction_mode=DEFERRED");
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = on");
    }
    return connection;
  }

  String url() {
    return "jdbc:sqlite:" + file();
  }

  private Connection open(String settings) throws SQLException {
    return DriverManager.getConnection(url() + EVERY_CONNECTION + settings);
  }

  /**
   * Empties the write-ahead log into the file, so that deleted content is in neither. False where
   * someone still reads from it.
   */
  static boolean emptyLog(Connection connection, int waitMillis) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + waitMillis);
      try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
        return row.next() && row.getInt(1) == 0;
      } finally {
        statement.execute("PRAGMA busy_timeout = 5000");
      }
    }
  }

  static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
