package org.counterpose.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Connections to the one file of a data folder, set up so that a commit is on the disk. */
record Sqlite(Path folder) {

  /** Marks a file as Counterpose's, in SQLite's header: the letters CPSE. */
  static final int APPLICATION_ID = 0x43505345;

  private static final String NAME = "counterpose.db";

  /** Whether a folder has a database of ours. */
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(NAME));
  }

  private static final String EVERY_CONNECTION = "?busy_timeout=5000&foreign_keys=on";

  /** Makes a data folder where there is none, and then for its owner's eyes alone. */
  static void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectory(folder);
    }
  }

  /** The folder's database, which must be there. */
  static Sqlite existing(Path folder) {
    Sqlite sqlite = new Sqlite(folder.toAbsolutePath().normalize());
    if (!Files.isRegularFile(sqlite.file())) {
      throw new StoreUnavailable(
          StoreUnavailable.Reason.MISSING,
          "Nothing is kept in " + sqlite.folder() + " (there is no " + NAME + " in it).");
    }
    return sqlite;
  }

  Path file() {
    return folder.resolve(NAME);
  }

  /** Whether a file of the folder is the database, part of it, or its lock. */
  static boolean isItsOwn(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(NAME) || name.equals(FolderLock.NAME);
  }

  /**
   * A connection that writes. {@code synchronous=FULL} puts each commit on the disk before it
   * returns; {@code secure_delete} writes zeros over what is deleted. The log is carried over into
   * the file after 16000 pages (64 MB) and not after 1000: a page that changed often is then copied
   * once. Keys are ours, so none is fetched back after an insert.
   */
  Connection writer() throws SQLException {
    return KeptStatements.over(
        open(
            "&journal_mode=WAL&synchronous=FULL&transaction_mode=IMMEDIATE&secure_delete=on"
                + "&wal_autocheckpoint=16000&cache_size=-16000&jdbc.get_generated_keys=false"));
  }

  /** A connection that reads what was committed, and cannot write. */
  Connection reader() throws SQLException {
    Connection connection = open("&transaction_mode=DEFERRED");
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = on");
    }
    return KeptStatements.over(connection);
  }

  /** A connection to copy from; SQLite counts a copy among the writes that a reader may not. */
  Connection copier() throws SQLException {
    return open("&transaction_mode=DEFERRED");
  }

  String url() {
    return "jdbc:sqlite:" + file();
  }

  private Connection open(String settings) throws SQLException {
    return connect(url() + EVERY_CONNECTION + settings);
  }

  /** The one way to the driver, so that its library is in place before it looks for it. */
  static Connection connect(String url) throws SQLException {
    NativeLibrary.prepare();
    return DriverManager.getConnection(url);
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
