package org.counterpose.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

  @TempDir Path folder;

  @Test
  void a_folder_of_the_first_version_is_brought_up_to_date_and_keeps_what_it_holds()
      throws SQLException {
    Sqlite sqlite = new Sqlite(folder);
    UUID journey = UUID.randomUUID();
    Flyway.configure()
        .dataSource(sqlite.url(), null, null)
        .locations("classpath:db/migration")
        .target("1")
        .load()
        .migrate();
    execute(
        "PRAGMA application_id = " + Sqlite.APPLICATION_ID,
        "INSERT INTO journal VALUES ('" + journey + "', '00ff', 0)",
        "INSERT INTO journal_entry VALUES ('" + journey + "', '" + journey + "', 0, 'a', '{}')",
        "INSERT INTO journal_summary VALUES ('" + journey + "', 1, 0, 'a')");

    try (Database database = Database.open(folder)) {
      Journals journals = new SqlJournals(database);
      assertThat(journals.find(journey).orElseThrow().lines())
          .containsExactly(new Line(journey, Instant.EPOCH, "a", "{}"));
      assertThat(
              journals.append(
                  journey, List.of(new Line(UUID.randomUUID(), Instant.EPOCH, "b", "{}"))))
          .contains(new Appended(1, 0));
    }
    try (Connection connection = sqlite.reader()) {
      assertThat(applied(connection)).isEqualTo(Migrations.known().size());
    }
  }

  @Test
  void a_folder_of_a_newer_version_is_refused_by_name_and_left_alone() throws SQLException {
    Database.open(folder).close();
    execute(
        "INSERT INTO flyway_schema_history SELECT 999, '999', 'later', 'SQL', 'V999__later.sql', 1,"
            + " 'me', installed_on, 1, 1 FROM flyway_schema_history LIMIT 1");

    assertThatThrownBy(() -> Database.open(folder))
        .isInstanceOfSatisfying(
            StoreUnavailable.class,
            e -> assertThat(e.reason()).isEqualTo(StoreUnavailable.Reason.NEWER))
        .hasMessageContaining("newer version")
        .hasMessageContaining("999");
  }

  @Test
  void a_folder_whose_fourth_step_was_another_is_refused_and_left_as_it_was() throws Exception {
    ofAnEarlierBuild("4");
    String before = content();

    assertThatThrownBy(() -> Database.open(folder))
        .isInstanceOfSatisfying(
            StoreUnavailable.class,
            e -> assertThat(e.reason()).isEqualTo(StoreUnavailable.Reason.OTHER_BUILD))
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("step 4")
        .hasMessageContaining("--data");
    assertThatThrownBy(() -> Database.beside(folder)).hasMessageContaining("step 4");
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void a_step_is_refused_also_where_it_is_the_last_of_all() throws Exception {
    ofAnEarlierBuild("latest");

    assertThatThrownBy(() -> Database.open(folder)).hasMessageContaining("step 4");
  }

  @Test
  void the_steps_have_the_checksums_that_flyway_gives_them() throws SQLException {
    Database.open(folder).close();

    SortedMap<Integer, Integer> kept = new TreeMap<>();
    try (Connection connection = new Sqlite(folder).reader();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT version, checksum FROM flyway_schema_history")) {
      while (row.next()) {
        kept.put(row.getInt(1), row.getInt(2));
      }
    }
    assertThat(Migrations.known()).isEqualTo(kept).hasSizeGreaterThan(9);
  }

  @Test
  void of_all_that_is_in_the_jar_only_the_steps_are_opened() throws Exception {
    Path file = folder.resolve("product.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      put(jar, "org/counterpose/store/Database.class", new byte[] {1});
      put(jar, "db/migration/README.md", new byte[] {2});
      try (Stream<Path> steps = Files.list(steps())) {
        for (Path step : steps.toList()) {
          put(jar, "db/migration/" + step.getFileName(), Files.readAllBytes(step));
        }
      }
    }
    List<String> opened = new ArrayList<>();

    try (JarFile jar =
        new JarFile(file.toFile()) {
          @Override
          public InputStream getInputStream(ZipEntry entry) throws IOException {
            opened.add(entry.getName());
            return super.getInputStream(entry);
          }
        }) {
      assertThat(Migrations.known(jar)).isEqualTo(Migrations.known()).hasSize(opened.size());
    }
    assertThat(opened).allMatch(name -> name.startsWith("db/migration/V"));
  }

  private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new ZipEntry(name));
    jar.write(content);
  }

  private static Path steps() throws URISyntaxException {
    return Path.of(Migrations.class.getResource("/db/migration").toURI());
  }

  /** Runs the steps up to one, with a fourth that has a column less. */
  private void ofAnEarlierBuild(String target) throws Exception {
    Path steps = Files.createDirectory(folder.resolve("steps"));
    try (Stream<Path> files = Files.list(steps())) {
      for (Path file : files.toList()) {
        String sql = Files.readString(file);
        Files.writeString(
            steps.resolve(file.getFileName().toString()),
            file.getFileName().toString().startsWith("V004")
                ? sql + "CREATE TABLE of_earlier (a text);\n"
                : sql);
      }
    }
    Flyway.configure()
        .dataSource(new Sqlite(folder).url(), null, null)
        .locations("filesystem:" + steps)
        .target(target)
        .load()
        .migrate();
    execute("PRAGMA application_id = " + Sqlite.APPLICATION_ID);
  }

  /** All that is in the tables of the folder, and their shapes. */
  private String content() throws SQLException {
    StringBuilder content = new StringBuilder();
    try (Connection connection = DriverManager.getConnection(new Sqlite(folder).url());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT sql FROM sqlite_master UNION ALL"
                    + " SELECT version || checksum || installed_on FROM flyway_schema_history")) {
      while (row.next()) {
        content.append(row.getString(1)).append('\n');
      }
    }
    return content.toString();
  }

  @Test
  void a_database_of_someone_else_is_refused() throws SQLException {
    execute("CREATE TABLE cats (name text)");

    assertThatThrownBy(() -> Database.open(folder))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("was not made by Counterpose");
  }

  @Test
  void an_older_folder_is_not_read_beside_but_named() throws SQLException {
    execute("PRAGMA application_id = " + Sqlite.APPLICATION_ID, "CREATE TABLE old (a text)");

    assertThatThrownBy(() -> Database.beside(folder))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("older version");
  }

  private static long applied(Connection connection) throws SQLException {
    return Sqlite.number(
        connection, "SELECT count(*) FROM flyway_schema_history WHERE version IS NOT NULL");
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(new Sqlite(folder).url());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
