package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons of people whose trials are long over, pooled while the product serves. */
class PartsCommandTest {

  @TempDir Path place;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-05T12:00:00Z"));
  private final Commands commands = new Commands();

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

      assertThat(commands.run("parts", "--data", place.toString())).isZero();
      assertThat(commands.out())
          .contains("mid-back rolled-towel: 5 people, ")
          .contains("mid-back posture-band: fewer than 5 people, not told")
          .doesNotContain("wobble-disc")
          .hasLineCount(2);

      Commands json = new Commands();
      json.run("parts", "--data", place.toString(), "--json");
      assertThat(json.out()).hasLineCount(2);
      assertThat(new ObjectMapper().readTree(json.out().lines().toList().getLast()))
          .satisfies(
              step -> {
                assertThat(step.get("step").asText()).isEqualTo("rolled-towel");
                assertThat(step.get("people").asInt()).isEqualTo(5);
                assertThat(step.get("low").asDouble()).isLessThan(step.get("high").asDouble());
              });
    }
  }

  @Test
  void where_nobody_compared_it_says_so() {
    try (Served served = Served.in(place, clock)) {
      assertThat(served.get("/api/v1/health").status()).isEqualTo(200);
      assertThat(commands.run("parts", "--data", place.toString())).isZero();
      assertThat(commands.err()).contains("Nobody has finished a comparison");
    }
  }

  /** Begins, chooses on the first day, and rates three weeks and more. */
  private void compares(Served served, String step, boolean pooled) throws IOException {
    Instant begun = clock.instant();
    var answer =
        new ObjectMapper()
            .readTree(served.post("/api/v1/journeys", Checked.stiffAtTheDesk().journey()).body());
    StringBuilder entries = new StringBuilder("[");
    entries.append(entry(begun, "comparing", "\"step\":\"" + step + "\",\"pooled\":" + pooled));
    for (int day = 0; day < 28; day++) {
      entries
          .append(',')
          .append(entry(begun.plus(Duration.ofDays(day)), "rated", "\"pain\":" + (4 + day % 3)));
    }
    clock.goOn(Duration.ofDays(40));
    Served.Answer added =
        served.post(
            "/api/v1/journeys/" + answer.get("id").asText() + "/entries",
            entries.append(']').toString(),
            "Authorization",
            "Bearer " + answer.get("key").asText());
    assertThat(added.status()).as(added.body()).isEqualTo(200);
    clock.goOn(Duration.ofDays(-40));
  }

  private static String entry(Instant at, String type, String fields) {
    return "{\"id\":\"%s\",\"type\":\"%s\",\"at\":\"%s\",%s}"
        .formatted(UUID.randomUUID(), type, at.plusSeconds(60), fields);
  }
}
