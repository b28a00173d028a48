package org.counterpose.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;

/**
 * Brings the tables to what this version of the product knows, by numbered steps. Flyway does it,
 * and is left asleep where nothing is to be done: waking it costs a start a second of work.
 */
final class Migrations {

  private static final String STEPS = "db/migration/";
  private static final Pattern STEP = Pattern.compile(STEPS + "V(\\d+)__\\w+\\.sql");
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Migrations() {}

  /**
   * Runs the steps that are missing; refuses a database of someone else, of a newer version, or of
   * another build, whose steps of the same numbers were others.
   */
  static void run(Sqlite sqlite) throws SQLException {
    SortedMap<Integer, Integer> known = known();
    try (Connection connection = sqlite.writer()) {
      SortedMap<Integer, Integer> applied = applied(sqlite, connection);
      refuseOthers(sqlite, known, applied);
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
    SortedMap<Integer, Integer> known = known();
    SortedMap<Integer, Integer> applied = applied(sqlite, connection);
    refuseOthers(sqlite, known, applied);
    if (!applied.equals(known)) {
      throw new StoreUnavailable(
          StoreUnavailable.Reason.OLDER,
          "What "
              + sqlite.folder()
              + " holds was written by an older version of Counterpose. Start this one on it once,"
              + " which brings it up to date.");
    }
  }

  /** Refuses a database that a newer version or another build wrote. */
  static void mustNotBeOthers(Sqlite sqlite, Connection connection) throws SQLException {
    refuseOthers(sqlite, known(), applied(sqlite, connection));
  }

  private static void refuseOthers(
      Sqlite sqlite, SortedMap<Integer, Integer> known, SortedMap<Integer, Integer> applied) {
    if (!known.keySet().containsAll(applied.keySet())) {
      throw new StoreUnavailable(
          StoreUnavailable.Reason.NEWER,
          "What "
              + sqlite.folder()
              + " holds was written by a newer version of Counterpose (tables "
              + applied.lastKey()
              + ", this one knows "
              + known.lastKey()
              + "). Run that version, or restore a backup that this one made.");
    }
    applied.forEach(
        (step, checksum) -> {
          if (!checksum.equals(known.get(step))) {
            throw new StoreUnavailable(
                StoreUnavailable.Reason.OTHER_BUILD,
                "What "
                    + sqlite.folder()
                    + " holds was written by another build of Counterpose, whose step "
                    + step
                    + " of the tables is not this one's; nothing was touched: run that build on it,"
                    + " or start this one on another folder with --data.");
          }
        });
  }

  /** The steps that were run on a database, with their checksums; none for an empty one. */
  private static SortedMap<Integer, Integer> applied(Sqlite sqlite, Connection connection)
      throws SQLException {
    SortedMap<Integer, Integer> applied = new TreeMap<>();
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
                "SELECT version, checksum FROM flyway_schema_history"
                    + " WHERE success AND version IS NOT NULL")) {
      while (row.next()) {
        applied.put(Integer.parseInt(row.getString(1)), row.getInt(2));
      }
    }
    return applied;
  }

  /** The steps that this version brings along, with their checksums. */
  static SortedMap<Integer, Integer> known() {
    CodeSource source = Migrations.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException("the store does not know where its migrations are");
    }
    try {
      Path place = Path.of(source.getLocation().toURI());
      if (Files.isDirectory(place)) {
        return known(place.resolve(STEPS));
      }
      try (JarFile jar = new JarFile(place.toFile(), false)) {
        return known(jar);
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the store cannot read its migrations", e);
    }
  }

  private static SortedMap<Integer, Integer> known(Path folder) throws IOException {
    SortedMap<Integer, Integer> known = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Matcher step = STEP.matcher(STEPS + file.getFileName());
        if (step.matches()) {
          known.put(number(step), checksum(Files.newInputStream(file)));
        }
      }
    }
    return known;
  }

  /**
   * Those of a jar, which holds much else: to read a name costs less than to open what it names.
   */
  static SortedMap<Integer, Integer> known(JarFile jar) throws IOException {
    SortedMap<Integer, Integer> known = new TreeMap<>();
    for (JarEntry entry : Collections.list(jar.entries())) {
      Matcher step = STEP.matcher(entry.getName());
      if (step.matches()) {
        known.put(number(step), checksum(jar.getInputStream(entry)));
      }
    }
    return known;
  }

  private static int number(Matcher step) {
    return Integer.parseInt(step.group(1));
  }

  /** That which Flyway keeps of a step: CRC-32 of its lines, without their ends. */
  private static int checksum(InputStream step) throws IOException {
    try (step) {
      CRC32 checksum = new CRC32();
      new String(step.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
      return (int) checksum.getValue();
    }
  }
}
