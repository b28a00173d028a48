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

  private static final String ONLY_WHILE_ERASING = "erasing";
  private static final String ACCOUNT = UUID.randomUUID().toString();

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
                List<String> filled =
                    EveryTable.thatNamesAJourney(connection).stream()
                        .filter(table -> !table.equals(ONLY_WHILE_ERASING))
                        .toList();
                for (String table : filled) {
                  fill(connection, table, journey);
                }
                fill(connection, "session", journey);
                fill(connection, "passkey", journey);
                return filled;
              });
      assertThat(tables)
          .contains(
              "account_journey",
              "appointment",
              "audit",
              "clinic_row",
              "concern",
              "consent",
              "contact",
              "email_link",
              "message",
              "programme_invitation");
      PersonalData data = new PersonalData(database);

      String export = data.export(journey, true).orElseThrow();
      tables.forEach(table -> assertThat(export).contains(told(table)));
      assertThat(export)
          .contains("marker-of-session-device", "marker-of-passkey-name", "marker-of-message-state")
          .doesNotContain("_hash", "marker-of-message-plain", "marker-of-message-html")
          .doesNotContain("marker-of-message-recipient", "marker-of-message-calendar\"")
          .doesNotContain("marker-of-message-unsubscribe", "marker-of-push_subscription-endpoint")
          .doesNotContain("marker-of-push_subscription-auth", "marker-of-push_subscription-p256dh");
      assertThat(data.export(journey, false).orElseThrow())
          .contains("marker-of-message-state", "marker-of-consent")
          .doesNotContain("marker-of-session", "marker-of-passkey", ACCOUNT)
          .doesNotContain("marker-of-contact", "marker-of-email_link");
      assertThat(found(List.of("marker-of-"))).isNotEmpty();
      assertThat(data.erase(journey)).isTrue();

      assertThat(found(List.of("marker-of-", journey.toString(), ACCOUNT))).isEmpty();
      assertThat(data.export(journey, true)).isEmpty();
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
        if (table.equals("session") && name.equals("staff")) {
          continue;
        }
        columns.add(name);
        values.add(value(table, name, column.getString("TYPE_NAME"), journey));
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

  private static Object value(String table, String column, String type, UUID journey) {
    return switch (column) {
      case "journey" -> journey.toString();
      case "account", "owner" -> ACCOUNT;
      case "place", "programme", "version" -> "main"; // no person's, and counted by
      case "id", "series", "staff" -> UUID.randomUUID().toString();
      default -> type.equalsIgnoreCase("text") ? "marker-of-" + table + "-" + column : (Object) 1L;
    };
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
