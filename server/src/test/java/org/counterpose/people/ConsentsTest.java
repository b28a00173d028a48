package org.counterpose.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.counterpose.store.Database;
import org.counterpose.store.Line;
import org.counterpose.store.NewJourney;
import org.counterpose.store.SqlJournals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentsTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir Path folder;

  @Test
  void an_agreement_holds_from_when_it_is_given_until_it_is_taken_back() {
    UUID journey = UUID.randomUUID();
    try (Database database = Database.open(folder)) {
      new SqlJournals(database)
          .begin(
              new NewJourney(
                  journey,
                  "hash".getBytes(StandardCharsets.UTF_8),
                  NOON,
                  List.of(new Line(UUID.randomUUID(), NOON, "rated", "{}"))));
      Consents consents = new Consents(database);

      consents.give(journey, Consent.EMAIL_REMINDERS, NOON);
      assertThat(consents.holds(journey, Consent.EMAIL_REMINDERS)).isTrue();
      assertThat(consents.holds(journey, Consent.SHARE_WITH_CLINIC)).isFalse();

      consents.withdraw(journey, Consent.EMAIL_REMINDERS, NOON.plusSeconds(60));
      assertThat(consents.holds(journey, Consent.EMAIL_REMINDERS)).isFalse();
      assertThat(consents.history(journey).getFirst().withdrawnAt()).contains(NOON.plusSeconds(60));
    }
  }
}
