package org.counterpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.counterpose.store.Database;
import org.counterpose.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of all that is kept of a person has words for every table and every column, asked of the
 * database itself: one that is added later is told in words or left to programs, or this fails.
 */
class EveryColumnInWordsTest {

  /** Tables that are told by their entries, or only while a trial is erased. */
  private static final Set<String> OTHERWISE = Set.of("journal_entry", "appointment", "erasing");

  /** Columns that no export has: who reads them could do more than read. */
  private static final Set<String> NEVER_HANDED_OVER =
      Set.of("recipient", "plain", "html", "calendar", "unsubscribe", "endpoint", "p256dh", "auth");

  @TempDir Path folder;

  @Test
  void every_column_of_a_person_has_words_or_is_for_programs_alone() {
    Words words = Words.load("en");
    Map<String, List<String>> tables = tables();

    assertThat(tables).containsKeys("clinic_row", "concern", "consent", "audit");
    assertThat(tables.keySet().stream().map(RecordPage::hyphened))
        .allMatch(table -> words.keys().contains("record.of." + table));
    assertThat(
            tables.values().stream()
                .flatMap(List::stream)
                .filter(column -> !column.equals("journey") && !column.endsWith("_hash"))
                .filter(column -> !NEVER_HANDED_OVER.contains(column))
                .map(RecordPage::hyphened)
                .filter(name -> !RecordPage.FOR_PROGRAMS.contains(name))
                .filter(name -> !words.keys().contains("record.name." + name))
                .collect(Collectors.toSet()))
        .isEmpty();
  }

  private Map<String, List<String>> tables() {
    try (Database database = Database.open(folder)) {
      return database.read(
          connection -> {
            Map<String, List<String>> tables = new TreeMap<>();
            try (Statement statement = connection.createStatement();
                ResultSet row =
                    statement.executeQuery(
                        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c"
                            + " WHERE m.type = 'table'")) {
              while (row.next()) {
                tables
                    .computeIfAbsent(row.getString(1), first -> new ArrayList<>())
                    .add(row.getString(2));
              }
            }
            tables.keySet().removeAll(OTHERWISE);
            tables.values().removeIf(columns -> !columns.contains("journey"));
            return tables;
          });
    }
  }
}
