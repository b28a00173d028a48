package org.counterpose.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fills every table that names a journey, asked of the database itself: a table that is added later
 * is handed over and erased, or this fails.
 */
class EveryTableOfAPersonTest {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path folder;

  @Test
  void every_table_is_handed_over_and_then_erased_from_the_files() throws IOException {
    UUID journey = UUID.randomUUID();
    try (Database database = Database.open(folder)) {
      new SqlJournals(database)
          .begin(
              new NewJourney(
                  journey,
                  "hash".getBytes(ISO_8859_1),
                  START,
                  List.of(new Line(UUID.randomUUID(), START, "rated", "{\"pain\":5}"))));
      List<String> tables =
          database.write(
              connection -> {
                List<String> filled = List.copyOf(EveryTable.thatNamesAJourney(connection));
                for (String table : filled) {
                  fill(connection, table, journey);
                }
                return filled;
              });
      assertThat(tables)
          .contains(
              "appointment",
              "audit",
              "clinic_row",
              "consent",
              "contact",
              "message",
              "programme_invitation",
              "safety_stop");
      PersonalData data = new PersonalData(database);

      String export = data.export(journey).orElseThrow();
      tables.forEach(table -> assertThat(export).contains(told(table)));
      assertThat(found(List.of("marker-of-"))).isNotEmpty();
      assertThat(data.erase(journey)).isTrue();

      assertThat(found(List.of("marker-of-", journey.toString()))).isEmpty();
      assertThat(data.export(journey)).isEmpty();
    }
  }

  /** The visits have a name of their own in what is handed over. */
  private static String told(String table) {
    return table.equals("appointment") ? "appointments" : "\"" + table + "\" : [";
  }

  private static void fill(Connection connection, String table, UUID journey) throws SQLException {
    List<String> columns = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    try (ResultSet column = connection.getMetaData().getColumns(null, null, table, "%")) {
      while (column.next()) {
        String name = column.getString("COLUMN_NAME");
        columns.add(name);
        values.add(
            name.equals("journey")
                ? journey.toString()
                : name.equals("id") || name.equals("series") || name.equals("staff")
                    ? UUID.randomUUID().toString()
                    : column.getString("TYPE_NAME").equalsIgnoreCase("text")
                        ? "marker-of-" + table + "-" + name
                        : (Object) 1L);
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO "
                + table
                + " ("
                + String.join(", ", columns)
                + ") VALUES ("
                + String.join(", ", columns.stream().map(name -> "?").toList())
                + ")")) {
      for (int i = 0; i < values.size(); i++) {
        insert.setObject(i + 1, values.get(i));
      }
      insert.executeUpdate();
    }
  }

  private List<String> found(List<String> traces) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
        traces.stream()
            .filter(bytes::contains)
            .forEach(trace -> found.add(trace + " in " + file.getFileName()));
      }
    }
    return found;
  }
}
