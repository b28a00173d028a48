package org.counterpose.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody changes what they want while it is being planned. */
class ChangedWhilePlannedTest {

  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
  private static final Instant UNTIL = NOW.plusSeconds(120);
  private static final UUID JOURNEY = UUID.randomUUID();

  @TempDir Path folder;
  Database database;
  SqlReminders reminders;

  @BeforeEach
  void somebodyWantsReminders() {
    database = Database.open(folder);
    reminders = new SqlReminders(database);
    wants("20:00");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void what_was_planned_of_the_old_wishes_is_let_go_and_the_new_ones_are_looked_at() {
    assertThat(reminders.claim(NOW, UNTIL, 10)).hasSize(1);
    wants("10:20");

    reminders.plan(List.of(planned()));

    assertThat(new Outbox(database).sending(Channel.MAIL, NOW).waiting()).isZero();
    assertThat(reminders.claim(NOW, UNTIL, 10))
        .singleElement()
        .satisfies(kept -> assertThat(kept.ratingAt()).isEqualTo(LocalTime.of(10, 20)));
  }

  @Test
  void what_nobody_changed_is_planned_and_not_looked_at_before_its_time() {
    reminders.claim(NOW, UNTIL, 10);

    reminders.plan(List.of(planned()));

    assertThat(new Outbox(database).sending(Channel.MAIL, NOW).waiting()).isEqualTo(1);
    assertThat(reminders.claim(NOW.plusSeconds(600), UNTIL, 10)).isEmpty();
    assertThat(reminders.claim(NOW.plusSeconds(2700), UNTIL, 10)).hasSize(1);
  }

  @Test
  void a_look_that_never_ends_is_taken_up_again() {
    reminders.claim(NOW, UNTIL, 10);

    assertThat(reminders.claim(NOW.plusSeconds(60), UNTIL, 10)).isEmpty();
    assertThat(reminders.claim(UNTIL, UNTIL.plusSeconds(120), 10)).hasSize(1);
  }

  private static SqlReminders.Planned planned() {
    PlannedMessage message =
        new PlannedMessage(
            Channel.MAIL,
            List.of("2026-11-26/rating/1"),
            List.of("sam@example.org"),
            "Your trial",
            "Words.",
            Optional.empty(),
            NOW.plusSeconds(600),
            NOW.plusSeconds(6000));
    return new SqlReminders.Planned(
        JOURNEY, List.of(message), NOW, UNTIL, NOW.plus(Duration.ofMinutes(45)));
  }

  private void wants(String ratingAt) {
    reminders.keep(
        new KeptReminder(
            JOURNEY,
            Set.of("RATING"),
            Set.of(Channel.MAIL),
            List.of(),
            LocalTime.parse(ratingAt),
            LocalTime.of(23, 0),
            LocalTime.of(7, 0),
            false,
            NOW,
            "hash"),
        Also.NOTHING);
  }
}
