package org.counterpose.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
