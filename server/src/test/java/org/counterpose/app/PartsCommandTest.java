package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Comparisons of people whose trials are long over, pooled while the product serves. */
class PartsCommandTest {

  @TempDir Path place;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-05T12:00:00Z"));
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void five_people_who_let_it_be_pooled_are_told_and_nobody_else_is() throws IOException {
    try (Served served = Served.in(place, clock)) {
      for (int person = 0; person < 5; person++) {
        compares(served, "rolled-towel", true);
      }
      for (int person = 0; person < 4; person++) {
        compares(served, "posture-band", true);
      }
      for (int person = 0; person < 6; person++) {
        compares(served, "wobble-disc", false);
      }

      told(false);
      assertThat(out.toString())
          .contains("mid-back rolled-towel: 5 people, ")
          .doesNotContain("wobble-disc", "posture-band")
          .hasLineCount(1);

      out.getBuffer().setLength(0);
      told(true);
      assertThat(out.toString()).hasLineCount(1);
      JsonNode step = new ObjectMapper().readTree(out.toString().lines().toList().getLast());
      assertThat(step.get("step").asText()).isEqualTo("rolled-towel");
      assertThat(step.get("people").asInt()).isEqualTo(5);
      assertThat(step.get("low").asDouble()).isLessThan(step.get("high").asDouble());
    }
  }

  @Test
  void where_nobody_compared_it_says_so() {
    try (Served served = Served.in(place, clock)) {
      assertThat(served.get("/api/v1/health").status()).isEqualTo(200);
      told(false);
      assertThat(err.toString()).contains("No step was compared by 5 people");
    }
  }

  private void told(boolean json) {
    CommandLine line =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    PartsCommand.tell(Served.HOME, place, json, line);
  }

  /** Begins, chooses on the first day, and rates three weeks and more. */
  private void compares(Served served, String step, boolean pooled) throws IOException {
    Instant begun = clock.instant();
    JsonNode answer =
        new ObjectMapper()
            .readTree(served.post("/api/v1/journeys", Checked.stiffAtTheDesk().journey()).body());
    clock.goOn(Duration.ofMinutes(2));
    add(
        served,
        answer,
        entry(begun, "comparing", "\"step\":\"" + step + "\",\"pooled\":" + pooled));
    StringBuilder entries = new StringBuilder();
    for (int day = 0; day < 28; day++) {
      entries
          .append(day == 0 ? "" : ",")
          .append(entry(begun.plus(Duration.ofDays(day)), "rated", "\"pain\":" + (4 + day % 3)));
    }
    clock.goOn(Duration.ofDays(40));
    add(served, answer, entries.toString());
    clock.goOn(Duration.ofDays(-40));
  }

  private static void add(Served served, JsonNode begun, String entries) {
    Served.Answer added =
        served.post(
            "/api/v1/journeys/" + begun.get("id").asText() + "/entries",
            "[" + entries + "]",
            "Authorization",
            "Bearer " + begun.get("key").asText());
    assertThat(added.status()).as(added.body()).isEqualTo(200);
  }

  private static String entry(Instant at, String type, String fields) {
    return "{\"id\":\"%s\",\"type\":\"%s\",\"at\":\"%s\",%s}"
        .formatted(UUID.randomUUID(), type, at.plusSeconds(60), fields);
  }
}
