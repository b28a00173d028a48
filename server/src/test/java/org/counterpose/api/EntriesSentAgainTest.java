package org.counterpose.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpose.app.OnTrial.json;
import static org.counterpose.app.OnTrial.rated;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.app.Checked;
import org.counterpose.app.OnTrial;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.documents.Json;
import org.counterpose.journal.Entry;
import org.counterpose.journal.EntryDocument;
import org.counterpose.store.Database;
import org.counterpose.store.Line;
import org.counterpose.store.SqlJournals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A telephone sends until it is answered; what it sends under one id is one entry. */
class EntriesSentAgainTest {

  private static final String EIGHT = "2026-11-22T08:00:00-05:00";
  private static final UUID ID = UUID.fromString("7d0a9c3e-3f5b-4b8e-9a51-0c2f4f6f1e0a");

  @TempDir Path folder;
  Served served;
  OnTrial person;

  @BeforeEach
  void start() {
    served = Served.in(folder, SettableClock.at("2026-11-22T13:30:00Z"));
    person = OnTrial.begun(served);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void that_it_got_worse_is_not_dropped_because_its_id_was_used_before() {
    person.add("[" + rated(ID, EIGHT, 3) + "]");

    Served.Answer answer = person.add("[" + rated(EIGHT, 5) + "," + gotWorse(ID) + "]");

    assertRefusedAt("[1].id", answer);
    assertThat(person.read("/entries").findValuesAsText("type"))
        .containsExactlyInAnyOrder("screened", "started", "rated");
  }

  @Test
  void of_two_ratings_under_one_id_in_one_batch_neither_is_kept() {
    Served.Answer answer = person.add("[" + rated(ID, EIGHT, 3) + "," + rated(ID, EIGHT, 4) + "]");

    assertRefusedAt("[1].id", answer);
    assertThat(person.read("/entries")).hasSize(2);
  }

  @Test
  void the_id_of_the_check_is_no_id_for_a_rating() {
    String check = person.read("/entries").get(0).get("id").asText();

    assertRefusedAt("[0].id", person.add("[" + rated(UUID.fromString(check), EIGHT, 3) + "]"));
  }

  @Test
  void the_same_rating_again_is_known_however_it_is_spelled() {
    person.add("[" + rated(ID, EIGHT, 3) + "]");

    Served.Answer again =
        person.add(
            "[{\"pain\":3.0,\"at\":\"2026-11-22T08:00-05:00\",\"stiffness\":null,\"id\":\""
                + "7D0A9C3E-3F5B-4B8E-9A51-0C2F4F6F1E0A\",\"type\":\"rated\"},"
                + rated(ID, EIGHT, 3)
                + "]");

    assertThat(json(again.body())).isEqualTo(json("{\"accepted\":0,\"known\":2}"));
  }

  @Test
  void what_another_process_kept_meanwhile_counts() {
    person.read("/today");
    keptByAnotherProcess(new Entry.Rated(ID, OffsetDateTime.parse(EIGHT), 3, Optional.empty()));

    Served.Answer same = person.add("[" + rated(ID, EIGHT, 3) + "]");
    Served.Answer other = person.add("[" + gotWorse(ID) + "]");

    assertThat(json(same.body())).isEqualTo(json("{\"accepted\":0,\"known\":1}"));
    assertRefusedAt("[0].id", other);
  }

  private void keptByAnotherProcess(Entry entry) {
    try (Database beside = Database.beside(folder)) {
      String body = Json.write(EntryDocument.write(entry));
      Line line = new Line(entry.id(), entry.at().toInstant(), entry.type(), body);
      new SqlJournals(beside).append(UUID.fromString(person.id()), List.of(line));
    }
  }

  private static String gotWorse(UUID id) {
    return "{\"id\":\""
        + id
        + "\",\"type\":\"got-worse\",\"at\":\""
        + EIGHT
        + "\",\"answers\":"
        + Checked.nothingWeekly()
        + "}";
  }

  private static void assertRefusedAt(String path, Served.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    JsonNode problems = json(answer.body()).get("problems");
    assertThat(problems.findValuesAsText("path")).containsExactly(path);
    assertThat(problems.get(0).get("message").asText())
        .isEqualTo("is already used by another entry");
  }
}
