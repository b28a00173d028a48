package org.counterpose.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;
import org.counterpose.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody's trial began with a version of the programme whose folder was since removed. */
class TrialWithoutItsProgrammeTest {

  @TempDir Path folder;
  Served served;
  String id;
  String key;

  @BeforeEach
  void begin() throws JsonProcessingException {
    served = Served.in(folder, SettableClock.at("2026-11-22T13:30:00Z"));
    JsonNode begun =
        new ObjectMapper()
            .readTree(served.post("/api/v1/journeys", Checked.stiffAtTheDesk().journey()).body());
    id = begun.get("id").asText();
    key = begun.get("key").asText();
    beganWith("0.9.0");
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void no_other_version_takes_its_place_and_the_person_is_told() {
    for (String call : List.of("/today", "/entries", "/verdict")) {
      Served.Answer answer = get(call);

      assertThat(answer.status()).as(call).isEqualTo(409);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      assertThat(answer.body()).contains("mid-back 0.9.0, is no longer here");
    }
    assertThat(served.post(path("/entries"), "[]", "Authorization", "Bearer " + key).status())
        .isEqualTo(409);
    Served.Answer page = page("/today");
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body()).contains("mid-back 0.9.0, is no longer here");
  }

  @Test
  void the_same_is_told_where_part_of_the_folder_cannot_be_read() throws IOException {
    Path pack = Files.createDirectories(folder.resolve("programmes/mid-back@0.9.0"));
    try (UnreadableFolder _ = UnreadableFolder.in(pack, folder)) {
      assertThat(get("/today").status()).isEqualTo(409);
    }
  }

  @Test
  void what_a_device_did_meanwhile_waits_until_it_is_there_again() {
    Served.Answer answer =
        served.send(
            "POST",
            "/entries?trial=" + id,
            "[]".getBytes(UTF_8),
            "Cookie",
            "journey=" + id + "." + key);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Entries-Refused")).isEmpty();
  }

  @Test
  void whoever_has_no_key_learns_nothing_of_it() {
    assertThat(served.get(path("/today"), "Authorization", "Bearer " + "A".repeat(27)).status())
        .isEqualTo(404);
  }

  @Test
  void everything_else_goes_on() {
    for (String path : List.of("/", "/book", "/aids", "/keep", "/forget")) {
      assertThat(page(path).status()).as(path).isEqualTo(200);
    }
  }

  @Test
  void what_was_kept_is_handed_over_and_erased() {
    assertThat(get("/export").body()).contains(id, "0.9.0");
    assertThat(served.delete(path(""), "Authorization", "Bearer " + key).status()).isEqualTo(204);
    assertThat(get("/export").status()).isEqualTo(404);
    assertThat(get("/today").status()).isEqualTo(404);
  }

  @Test
  void the_doctor_counts_such_trials_and_names_nobody() {
    StringWriter out = new StringWriter();

    int exit =
        DoctorCommand.tell(Configuration.forTests(folder, Served.HOME), new PrintWriter(out));

    assertThat(exit).isEqualTo(1);
    assertThat(out.toString())
        .contains("WRONG  trials: 1 cannot go on: they run on mid-back 0.9.0, which is not here or")
        .contains("mid-back@0.9.0")
        .doesNotContain(id);
  }

  private void beganWith(String version) {
    try (Database database = Database.beside(folder)) {
      int changed =
          database.write(
              connection -> {
                try (Statement update = connection.createStatement()) {
                  return update.executeUpdate(
                      "UPDATE journal_entry SET body = replace(body, '\"version\":\"1.0.0\"',"
                          + " '\"version\":\""
                          + version
                          + "\"') WHERE type = 'screened'");
                }
              });
      assertThat(changed).isEqualTo(1);
    }
  }

  private String path(String call) {
    return "/api/v1/journeys/" + id + call;
  }

  private Served.Answer get(String call) {
    return served.get(path(call), "Authorization", "Bearer " + key);
  }

  private Served.Answer page(String path) {
    return served.get(path, "Cookie", "journey=" + id + "." + key);
  }
}
