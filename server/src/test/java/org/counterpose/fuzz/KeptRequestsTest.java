package org.counterpose.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.counterpose.app.OnTrial;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kept answers and entries, sent to the real server: refusals are told, and keep nothing. */
class KeptRequestsTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void every_kept_answer_is_screened_or_refused_with_its_problems() throws IOException {
    try (Served served = served()) {
      for (Path input : KeptCorpus.ANSWERS.inputs()) {
        for (String programme : new String[] {"mid-back", "ankles"}) {
          Served.Answer answer =
              served.send(
                  "POST",
                  "/api/v1/screenings",
                  within("{\"programme\":\"" + programme + "\",\"answers\":", input, "}"));

          isAnswered(input, answer);
        }
      }
    }
  }

  @Test
  void every_kept_batch_of_entries_is_kept_whole_or_not_at_all() throws IOException {
    try (Served served = served()) {
      for (Path input : KeptCorpus.ENTRIES.inputs()) {
        OnTrial trial = OnTrial.begun(served);
        String before = trial.get("/entries").body();

        Served.Answer answer =
            served.send(
                "POST",
                trial.path("/entries"),
                Files.readAllBytes(input),
                "Authorization",
                "Bearer " + trial.key());

        isAnswered(input, answer);
        if (answer.status() != 200) {
          assertThat(trial.get("/entries").body()).as(input.toString()).isEqualTo(before);
        }
        assertThat(trial.get("/today").status()).as(input.toString()).isEqualTo(200);
        assertThat(trial.get("/verdict").status()).as(input.toString()).isEqualTo(200);
        assertThat(trial.open("/today").status()).as(input.toString()).isLessThan(400);
        assertThat(trial.open("/progress").status()).as(input.toString()).isLessThan(400);
      }
    }
  }

  private Served served() {
    return Served.in(folder, SettableClock.at("2026-11-27T12:00:00Z"));
  }

  private static void isAnswered(Path input, Served.Answer answer) {
    assertThat(answer.status())
        .as(() -> input + ": " + answer.body())
        .isIn(Set.of(200, 400, 409, 422));
    assertThat(answer.header("Content-Type"))
        .as(input.toString())
        .startsWith(answer.status() == 200 ? "application/json" : "application/problem+json");
  }

  private static byte[] within(String before, Path input, String after) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(before.getBytes(StandardCharsets.UTF_8));
    body.write(Files.readAllBytes(input));
    body.write(after.getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }
}
