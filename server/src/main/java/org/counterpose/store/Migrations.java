package org.counterpose.store;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.flywaydb.core.Flyway;

/**
 * Brings the tables to what this version of the product knows, by numbered steps. Flyway does it,
 * and is left asleep where nothing is to be done: waking it costs a start a second of work.
 */
final class Migrations {

  private static final String STEPS = "db/migration/";
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Migrations() {}

  /** Runs the steps that are missing; refuses a database of someone else or of a newer version. */
  static void run(Sqlite sqlite) throws SQLException {
    SortedSet<Integer> known = known();
    try (Connection connection = sqlite.writer()) {
      SortedSet<Integer> applied = applied(sqlite, connection);
      refuseNewer(sqlite, known, applied);
      if (applied.equals(known)) {
        return;
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA application_id = " + Sqlite.APPLICATION_ID);
      }
    }
    FLYWAY.setLevel(Level.WARNING);
    Flyway.configure()
        .dataSource(sqlite.url() + "?busy_timeout=5000&synchronous=FULL", null, null)
        .locations("classpath:" + STEPS)
        .load()
        .migrate();
  }

  /** Refuses a database whose tables are not the ones that this version knows. */
  static void mustBeCurrent(Sqlite sqlite, Connection connection) throws SQLException {
    SortedSet<Integer> known = known();
    SortedSet<Integer> applied = applied(sqlite, connection);
    refuseNewer(sqlite, known, applied);
    if (!applied.equals(known)) {
      throw new StoreUnavailable(
          StoreUnavailable.Reason.OLDER,
          "What "
              + sqlite.folder()
              + " holds was written by an older version of Counterpose. Start this one on it once,"
              + " which brings it up to date.");
    }
  }

  /** Refuses a database that a newer version wrote. */
  static void mustNotBeNewer(Sqlite sqlite, Connection connection) throws SQLException {
    refuseNewer(sqlite, known(), applied(sqlite, connection));
  }

  private static void refuseNewer(
      Sqlite sqlite, SortedSet<Integer> known, SortedSet<Integer> applied) {
    if (!known.containsAll(applied)) {
      throw new StoreUnavailable(
          StoreUnavailable.Reason.NEWER,
          "What "
              + sqlite.folder()
              + " holds was written by a newer version of Counterpose (tables "
              + applied.last()
              + ", this one knows "
              + known.last()
              + "). Run that version, or restore a backup that this one made.");
    }
  }

  /** The numbers of the steps that were run on a database; none for an empty one. */
  private static SortedSet<Integer> applied(Sqlite sqlite, Connection connection)
      throws SQLException {
    SortedSet<Integer> applied = new TreeSet<>();
    if (Sqlite.number(connection, "SELECT count(*) FROM sqlite_master") == 0) {
      return applied;
    }
    if (Sqlite.number(connection, "PRAGMA application_id") != Sqlite.APPLICATION_ID) {
      throw new StoreUnavailable(
          StoreUnavailable.Reason.DAMAGED,
          sqlite.file() + " was not made by Counterpose. Choose another folder with --data.");
    }
    if (Sqlite.number(
            connection, "SELECT count(*) FROM sqlite_master WHERE name = 'flyway_schema_history'")
        == 0) {
      return applied;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT version FROM flyway_schema_history"
                    + " WHERE success AND version IS NOT NULL")) {
      while (row.next()) {
        applied.add(Integer.parseInt(row.getString(1)));
      }
    }
    return applied;
  }

  /** The numbers of the steps that this version brings along. */
  static SortedSet<Integer> known() {
    SortedSet<Integer> known = new TreeSet<>();
    for (String name : names()) {
      known.add(Integer.parseInt(name.substring(1, name.indexOf("__"))));
    }
    return known;
  }

  /** The file names of the steps, read from the folder or jar that this class is in. */
  private static Collection<String> names() {
    CodeSource source = Migrations.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException("the store does not know where its migrations are");
    }
    try {
      Path place = Path.of(source.getLocation().toURI());
      if (Files.isDirectory(place)) {
        try (Stream<Path> files = Files.list(place.resolve(STEPS))) {
          return steps(files.map(file -> file.getFileName().toString()));
        }
      }
      try (JarFile jar = new JarFile(place.toFile(), false)) {
        return steps(
            jar.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(STEPS))
                .map(name -> name.substring(STEPS.length())));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the store cannot list its migrations", e);
    }
  }

  private static Collection<String> steps(Stream<String> names) {
    return names.filter(name -> name.matches("V\\d+__\\w+\\.sql")).toList();
  }
}
