package org.counterpose.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** One data folder in one file: its database, and in a table more its small files. */
record CopiedFolder(Path file) {

  private static final String FILE_NAME = "[^/\\\\]+";

  /** No part of it is a way out of the folder. */
  private static final String WRITTEN_NAME =
      "("
          + String.join("|", SmallFiles.WRITTEN)
          + ")(/(?!\\.\\.?(/|$))"
          + FILE_NAME
          + "){1,"
          + SmallFiles.DEEPEST
          + "}";

  private static final int HEADER = 72;
  private static final int APPLICATION_ID_AT = 68;

  /** Fills the file with the database as it is at one moment. */
  void fill(Connection connection) throws SQLException {
    try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, file.toString());
      vacuum.execute();
    }
  }

  Connection open() throws SQLException {
    return Sqlite.connect("jdbc:sqlite:" + file + "?journal_mode=DELETE");
  }

  /** Puts the folder's settings, small files all of them, into a table. */
  void add(SmallFiles settings) throws SQLException, IOException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE folder_file (name text PRIMARY KEY, content blob NOT NULL)");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO folder_file (name, content) VALUES (?, ?)")) {
        for (Map.Entry<String, Path> one : settings.files().entrySet()) {
          insert.setString(1, one.getKey());
          insert.setBytes(2, Files.readAllBytes(one.getValue()));
          insert.executeUpdate();
        }
      }
    }
  }

  /** Puts the settings into a folder, and takes them out of the database that it will have. */
  static void takeSettings(Connection connection, Path folder) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("SELECT name, content FROM folder_file")) {
        while (row.next()) {
          Path to = folder.resolve(row.getString(1)); // which fault() found to be within it
          Files.createDirectories(to.getParent());
          SecretFile.make(to, row.getBytes(2)); // keys are among them, and passwords may be
          sync(to);
        }
      }
      statement.execute("DROP TABLE folder_file");
    }
  }

  /** What is wrong with it, read through from end to end; empty where nothing is. */
  Optional<String> fault() {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("PRAGMA integrity_check(1)")) {
        if (!row.next() || !row.getString(1).equals("ok")) {
          return Optional.of(row.getString(1));
        }
      }
      try (ResultSet row = statement.executeQuery("PRAGMA foreign_key_check")) {
        if (row.next()) {
          return Optional.of("a row of " + row.getString(1) + " belongs to nothing");
        }
      }
      try (ResultSet row = statement.executeQuery("SELECT name FROM folder_file")) {
        while (row.next()) {
          if (!isName(row.getString(1))) {
            return Optional.of("it holds a file called " + row.getString(1));
          }
        }
      }
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isName(String name) {
    return (name.matches(FILE_NAME) || name.matches(WRITTEN_NAME))
        && !Sqlite.isItsOwn(Path.of(name).getFileName());
  }

  /** Whether its header is that of an SQLite database marked as Counterpose's. */
  boolean isCounterposes() throws IOException {
    byte[] header;
    try (var in = Files.newInputStream(file)) {
      header = in.readNBytes(HEADER);
    }
    return header.length == HEADER
        && Arrays.equals(
            Arrays.copyOf(header, 16), "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII))
        && ByteBuffer.wrap(header).getInt(APPLICATION_ID_AT) == Sqlite.APPLICATION_ID;
  }

  /** Puts a file, or a folder's list of files, on the disk. */
  static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
