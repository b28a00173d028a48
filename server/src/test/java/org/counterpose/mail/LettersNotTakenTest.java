package org.counterpose.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.counterpose.app.SettableClock;
import org.counterpose.mail.OddMailServer.Manner;
import org.counterpose.sending.Sender;
import org.counterpose.store.Channel;
import org.counterpose.store.Database;
import org.counterpose.store.Letter;
import org.counterpose.store.Outbox;
import org.counterpose.store.Sending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters to a mail server that does not take them. */
class LettersNotTakenTest {

  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

  @TempDir Path folder;
  final SettableClock clock = new SettableClock(NOW);
  Database database;
  Outbox outbox;

  @BeforeEach
  void anOutbox() {
    database = Database.open(folder);
    outbox = new Outbox(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RCPT", "DATA", "."})
  void a_letter_over_which_the_server_breaks_off_holds_up_no_other(String command) {
    try (OddMailServer mail = new OddMailServer(Manner.breaksOff(command, "odd"));
        Sender sender = sender(mail)) {
      add("odd@example.org", NOW.minusSeconds(60));
      add("sam@example.org", NOW);

      assertThat(sender.round()).isEqualTo(1);
      assertThat(mail.taken()).containsExactly("<sam@example.org>");

      add("kim@example.org", NOW);
      assertThat(sender.round()).as("the one before waits for its gap").isEqualTo(1);
      clock.goOn(Duration.ofSeconds(20));
      mail.getsWell();
      assertThat(sender.round()).isEqualTo(1);
      assertThat(mail.taken()).last().isEqualTo("<odd@example.org>");
    }
  }

  @Test
  void several_such_letters_do_not_hold_up_what_was_never_tried() {
    try (OddMailServer mail = new OddMailServer(Manner.breaksOff("RCPT", "odd"));
        Sender sender = sender(mail)) {
      IntStream.range(0, 4).forEach(i -> add("odd" + i + "@example.org", NOW.minusSeconds(60)));
      add("sam@example.org", NOW);

      sender.round();
      clock.goOn(Duration.ofSeconds(20));
      sender.round();
      clock.goOn(Duration.ofSeconds(60));
      sender.round();

      assertThat(mail.taken()).containsExactly("<sam@example.org>");
    }
  }

  @Test
  void a_server_that_breaks_off_over_every_letter_is_left_in_peace() {
    try (OddMailServer mail = new OddMailServer(Manner.breaksOff("RCPT", ""));
        Sender sender = sender(mail)) {
      IntStream.range(0, 20).forEach(i -> add("sam" + i + "@example.org", NOW));

      assertThat(sender.round()).isZero();
      assertThat(sender.round()).isZero();

      assertThat(mail.connections()).isEqualTo(3);
      mail.getsWell();
      clock.goOn(Duration.ofMinutes(1));
      assertThat(sender.round()).isEqualTo(20);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 530 5.7.0 Sign in first",
    "MAIL, 550 5.7.1 Not with this sender",
    "MAIL, 501 What",
    "RCPT, 530 5.7.0 Sign in first",
    "RCPT, 554 5.7.1 Relaying denied",
    "greeting, 554 Not you"
  })
  void what_is_wrong_with_our_settings_loses_no_letter_and_is_told(String command, String answer) {
    try (OddMailServer mail = new OddMailServer(new Manner(command, "", answer));
        Sender sender = sender(mail)) {
      add("sam@example.org", NOW);
      assertThat(sender.round()).isZero();

      assertThat(sending().waiting()).isEqualTo(1);
      assertThat(sending().refused()).isZero();
      assertThat(sending().stuck()).isTrue();
      mail.getsWell();
      clock.goOn(Duration.ofMinutes(1));
      assertThat(sender.round()).isEqualTo(1);
      assertThat(mail.taken()).containsExactly("<sam@example.org>");
    }
  }

  @Test
  void a_look_at_the_server_finds_that_it_takes_no_letters_from_us() {
    try (OddMailServer mail = new OddMailServer(new Manner("MAIL", "", "530 Sign in first"))) {
      assertThat(Letters.trouble(mail.smtp()).orElseThrow()).contains("mail-from", "530");
      mail.getsWell();
      assertThat(Letters.trouble(mail.smtp())).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"RCPT, 550 Nobody here", "., 554 5.7.1 Looks like spam", "DATA, 554 No"})
  void a_letter_whose_recipient_or_content_is_refused_ends_and_others_go(
      String command, String answer) {
    try (OddMailServer mail = new OddMailServer(new Manner(command, "odd", answer));
        Sender sender = sender(mail)) {
      add("odd@example.org", NOW.minusSeconds(60));
      add("sam@example.org", NOW);

      assertThat(sender.round()).isEqualTo(1);

      assertThat(sending().refused()).isEqualTo(1);
      assertThat(sending().waiting()).isZero();
      assertThat(mail.taken()).containsExactly("<sam@example.org>");
    }
  }

  private Sending sending() {
    return outbox.sending(Channel.MAIL, clock.instant());
  }

  private Sender sender(OddMailServer mail) {
    return new Sender(
        outbox, new Letters(mail.smtp(), "Back Clinic"), clock, new Random(1), Sender.Pace.USUAL);
  }

  private void add(String address, Instant dueAt) {
    outbox.add(
        new Letter(
            UUID.randomUUID(),
            address,
            "Your trial",
            "Words.",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            dueAt,
            NOW.plus(Duration.ofHours(1)),
            Optional.empty()));
  }
}
