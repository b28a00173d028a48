package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How much of the plan was done is the same wherever it is told: that of the days that are over.
 */
class OneShareOfThePlanTest {

  @TempDir Path folder;
  private final SettableClock clock = SettableClock.at("2026-11-23T12:15:00Z");

  @Test
  void on_day_1_no_share_is_told_and_from_day_2_on_the_same_one_everywhere() {
    try (Served served = Served.in(folder, clock)) {
      OnTrial person = OnTrial.begun(served);
      clock.goOn(Duration.ofHours(3));
      person.add(
          """
          [{"id":"%s","type":"session-done","at":"%s","step":"change-position","seconds":60}]
          """
              .formatted(UUID.randomUUID(), clock.instant()));

      assertThat(person.read("/verdict").get("planDone").isNull()).isTrue();
      assertThat(sentAlong(served, person, "24").get("planDone").isNull()).isTrue();
      assertThat(toBeSent(person)).contains("No day is over yet").doesNotContain("100 %");

      clock.goOn(Duration.ofDays(1));
      JsonNode told = person.read("/verdict").get("planDone");
      int percent = (int) Math.round(100 * told.asDouble());
      assertThat(percent).isBetween(1, 99);
      assertThat(sentAlong(served, person, "25").get("planDone")).isEqualTo(told);
      assertThat(person.open("/progress").body()).contains(percent + " % of what was due");
      assertThat(toBeSent(person)).contains("How much of the plan you did: " + percent + " %");
    }
  }

  /** What the form of a visit says that would go along. */
  private static String toBeSent(OnTrial person) {
    return person.open("/book/first-visit/chiropractor/2026-11-25T14:00:00Z").body();
  }

  /** What goes along with a visit on a day of November, as it is kept. */
  private static JsonNode sentAlong(Served served, OnTrial person, String day) {
    served.post(
        "/api/v1/appointments",
        """
        {"practitioner":"chiropractor","service":"first-visit","name":"Ana",
         "email":"ana@person.example","start":"2026-11-%sT14:00:00-05:00",
         "journey":"%s","share":true}
        """
            .formatted(day, person.id()),
        "Idempotency-Key",
        day,
        "Authorization",
        "Bearer " + person.key());
    JsonNode visits = person.read("/export").get("appointments");
    return OnTrial.json(visits.get(visits.size() - 1).get("summary").asText());
  }
}
