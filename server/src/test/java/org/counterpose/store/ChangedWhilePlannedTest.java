package org.counterpose.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.counterpose.sending.Courier;
import org.counterpose.sending.Outcome;
import org.counterpose.sending.Sender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody changes what they want while it is being planned. */
class ChangedWhilePlannedTest {

  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
  private static final Instant UNTIL = NOW.plusSeconds(120);
  private static final Instant DUE = NOW.plusSeconds(600);
  private static final Instant STANDS_UNTIL = DUE.plusSeconds(3600);
  private static final Lease LEASE = new Lease("one", DUE, DUE.plusSeconds(180));
  private static final UUID JOURNEY = UUID.randomUUID();

  @TempDir Path folder;
  Database database;
  SqlReminders reminders;
  SqlPlanning planning;
  Outbox outbox;

  @BeforeEach
  void somebodyWantsReminders() {
    database = Database.open(folder);
    reminders = new SqlReminders(database);
    planning = new SqlPlanning(database);
    outbox = new Outbox(database);
    wants("20:00");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void what_was_planned_of_the_old_wishes_is_let_go_and_the_new_ones_are_looked_at() {
    assertThat(planning.claim(NOW, UNTIL, 10)).hasSize(1);
    wants("10:20");

    planning.plan(List.of(planned(NOW, message("rating/1"))));

    assertThat(outbox.sending(Channel.MAIL, NOW).waiting()).isZero();
    assertThat(planning.claim(NOW, UNTIL, 10))
        .singleElement()
        .satisfies(kept -> assertThat(kept.ratingAt()).isEqualTo(LocalTime.of(10, 20)));
  }

  @Test
  void what_nobody_changed_is_planned_and_not_looked_at_before_its_time() {
    planning.claim(NOW, UNTIL, 10);

    planning.plan(List.of(planned(NOW, message("rating/1"))));

    assertThat(outbox.sending(Channel.MAIL, NOW).waiting()).isEqualTo(1);
    assertThat(planning.claim(NOW.plusSeconds(600), UNTIL, 10)).isEmpty();
    assertThat(planning.claim(NOW.plusSeconds(2700), UNTIL, 10)).hasSize(1);
  }

  @Test
  void a_look_that_never_ends_is_taken_up_again() {
    planning.claim(NOW, UNTIL, 10);

    assertThat(planning.claim(NOW.plusSeconds(60), UNTIL, 10)).isEmpty();
    assertThat(planning.claim(UNTIL, UNTIL.plusSeconds(120), 10)).hasSize(1);
  }

  @Test
  void what_was_tried_and_not_taken_is_taken_back_when_it_is_stopped() {
    planning.claim(NOW, UNTIL, 10);
    planning.plan(List.of(planned(NOW, message("rating/1"))));
    Outgoing claimed = outbox.claim(Channel.MAIL, LEASE, 10).getFirst();
    outbox.again(claimed.id(), LEASE, DUE.plusSeconds(15));

    reminders.stop(JOURNEY, Also.NOTHING);

    assertThat(outbox.sending(Channel.MAIL, DUE).waiting()).isZero();
  }

  @Test
  void of_what_a_sender_holds_nothing_more_goes_once_reminders_are_stopped() {
    planning.claim(NOW, UNTIL, 10);
    planning.plan(List.of(planned(NOW, message("steps/1"), message("rating/1"))));
    List<Outgoing> handed = new ArrayList<>();
    Courier stopsMeanwhile =
        new Courier() {
          @Override
          public Channel channel() {
            return Channel.MAIL;
          }

          @Override
          public Outcome hand(Outgoing message) {
            handed.add(message);
            reminders.stop(JOURNEY, Also.NOTHING);
            return new Outcome.Sent();
          }

          @Override
          public void close() {}
        };

    try (Sender sender =
        new Sender(outbox, stopsMeanwhile, () -> DUE, new Random(1), Sender.Pace.USUAL)) {
      assertThat(sender.round()).isEqualTo(1);
    }

    assertThat(handed).hasSize(1);
    assertThat(outbox.sending(Channel.MAIL, DUE).waiting()).isZero();
  }

  @Test
  void what_a_sender_holds_is_planned_anew_after_a_change_before_it_goes() {
    planning.claim(NOW, UNTIL, 10);
    planning.plan(List.of(planned(NOW, message("rating/1"))));
    Outgoing claimed = outbox.claim(Channel.MAIL, LEASE, 10).getFirst();
    changes();
    assertThat(outbox.stands(claimed.id(), LEASE, DUE)).isFalse();

    Instant next = DUE.plusSeconds(1);
    planning.claim(next, next.plusSeconds(120), 10);
    planning.plan(List.of(planned(next, message("rating/1"))));

    Lease later = new Lease("one", DUE.plusSeconds(2), DUE.plusSeconds(60));
    assertThat(outbox.claim(Channel.MAIL, later, 10)).hasSize(1);
    assertThat(outbox.stands(claimed.id(), later, later.now())).isTrue();
  }

  @Test
  void what_stands_no_longer_is_planned_anew_before_it_goes() {
    planning.claim(NOW, UNTIL, 10);
    planning.plan(List.of(planned(NOW, message("rating/1"))));
    Lease late = new Lease("one", STANDS_UNTIL, STANDS_UNTIL.plusSeconds(60));
    Outgoing claimed = outbox.claim(Channel.MAIL, late, 10).getFirst();

    assertThat(outbox.stands(claimed.id(), late, STANDS_UNTIL.minusMillis(1))).isTrue();
    assertThat(outbox.stands(claimed.id(), late, STANDS_UNTIL)).isFalse();

    assertThat(planning.claim(STANDS_UNTIL, STANDS_UNTIL.plusSeconds(120), 10)).hasSize(1);
    planning.plan(List.of(planned(STANDS_UNTIL)));
    assertThat(outbox.sending(Channel.MAIL, STANDS_UNTIL).waiting()).isZero();
  }

  @Test
  void what_a_dead_sender_held_while_something_changed_is_planned_anew_too() {
    planning.claim(NOW, UNTIL, 10);
    planning.plan(List.of(planned(NOW, message("rating/1"))));
    Outgoing claimed = outbox.claim(Channel.MAIL, LEASE, 10).getFirst();
    changes();
    planning.claim(DUE, DUE.plusSeconds(120), 10);
    planning.plan(List.of(planned(DUE))); // the plan rests now

    Lease later = new Lease("two", LEASE.until(), LEASE.until().plusSeconds(60));
    assertThat(outbox.claim(Channel.MAIL, later, 10)).hasSize(1);
    assertThat(outbox.stands(claimed.id(), later, later.now())).isFalse();

    Instant next = later.now().plusSeconds(1);
    planning.claim(next, next.plusSeconds(120), 10);
    planning.plan(List.of(planned(next)));
    assertThat(outbox.sending(Channel.MAIL, next).waiting()).isZero();
  }

  @Test
  void a_test_that_waits_is_not_asked_for_once_more() {
    for (int i = 0; i < 3; i++) {
      planning.sendNow(JOURNEY, message("test"));
    }
    assertThat(outbox.sending(Channel.MAIL, NOW).waiting()).isEqualTo(1);

    Outgoing claimed = outbox.claim(Channel.MAIL, LEASE, 10).getFirst();
    outbox.sent(claimed.id(), LEASE, DUE);
    planning.sendNow(JOURNEY, message("test"));
    assertThat(outbox.sending(Channel.MAIL, NOW).waiting()).isEqualTo(1);
  }

  private void changes() {
    database.write(
        connection -> {
          SqlReminders.changed(connection, JOURNEY);
          return Boolean.TRUE;
        });
  }

  private static SqlPlanning.Planned planned(Instant at, PlannedMessage... messages) {
    return new SqlPlanning.Planned(
        JOURNEY, List.of(messages), at, at.plusSeconds(120), at.plus(Duration.ofMinutes(45)));
  }

  private static PlannedMessage message(String occasion) {
    return new PlannedMessage(
        Channel.MAIL,
        List.of("2026-11-26/" + occasion),
        List.of("sam@example.org"),
        "Your trial",
        "Words.",
        Optional.empty(),
        new PlannedMessage.Window(DUE, STANDS_UNTIL, NOW.plusSeconds(6000)));
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
            NOW),
        "hash",
        Also.NOTHING);
  }
}
