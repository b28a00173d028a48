package org.counterpose.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.counterpose.app.SettableClock;
import org.counterpose.sending.Gaps;
import org.counterpose.sending.Sender;
import org.counterpose.store.CalendarPart;
import org.counterpose.store.Channel;
import org.counterpose.store.Database;
import org.counterpose.store.Letter;
import org.counterpose.store.Outbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters from the outbox to a real mail server. */
class LettersTest {

  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

  @TempDir Path folder;
  final SettableClock clock = new SettableClock(NOW);
  final MailServer mail = MailServer.start();
  Database database;
  Outbox outbox;
  Sender sender;

  @BeforeEach
  void anOutbox() {
    database = Database.open(folder);
    outbox = new Outbox(database);
    sender = sender();
  }

  @AfterEach
  void close() {
    sender.close();
    database.close();
    mail.close();
  }

  @Test
  void a_letter_arrives_with_its_words_its_page_its_calendar_and_its_way_out() {
    String ics = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";
    Letter letter =
        new Letter(
            UUID.randomUUID(),
            "sam@example.org",
            "Grüße von der Klinik",
            "Für Sie.\n",
            Optional.of("<p>Für Sie.</p>"),
            Optional.of(new CalendarPart("REQUEST", ics)),
            Optional.of(URI.create("https://clinic.example/stop/abc")),
            NOW,
            NOW.plusSeconds(3600),
            Optional.empty());
    outbox.add(letter);

    assertThat(sender.round()).isEqualTo(1);

    MailServer.Arrived arrived = mail.await(1).getFirst();
    assertThat(arrived.to()).isEqualTo("sam@example.org");
    assertThat(arrived.subject()).isEqualTo("Grüße von der Klinik");
    assertThat(arrived.text()).isEqualTo("Für Sie.\n");
    assertThat(arrived.html()).contains("<p>Für Sie.</p>");
    assertThat(arrived.calendar()).contains(ics);
    assertThat(arrived.calendarType()).contains("method=REQUEST");
    assertThat(arrived.header("Content-Type")).startsWith("multipart/alternative");
    assertThat(arrived.header("From")).contains("Back Clinic", "<clinic@clinic.example>");
    assertThat(arrived.header("Message-ID")).isEqualTo("<" + letter.id() + "@clinic.example>");
    assertThat(arrived.header("List-Unsubscribe")).isEqualTo("<https://clinic.example/stop/abc>");
    assertThat(arrived.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
  }

  @Test
  void what_a_sent_letter_said_is_not_kept() {
    outbox.add(letterTo("sam@example.org"));
    sender.round();

    String kept =
        database.read(
            connection -> {
              try (var statement = connection.createStatement();
                  var row =
                      statement.executeQuery(
                          "SELECT recipient || subject || plain || state FROM message")) {
                row.next();
                return row.getString(1);
              }
            });
    assertThat(kept).isEqualTo("sent");
  }

  @Test
  void a_letter_waits_until_it_is_due_and_goes_once() {
    outbox.add(due(NOW.plusSeconds(60)));
    assertThat(sender.round()).isZero();

    clock.goOn(Duration.ofMinutes(2));
    assertThat(sender.round()).isEqualTo(1);
    assertThat(sender.round()).isZero();
    assertThat(mail.arrived()).hasSize(1);
  }

  @Test
  void a_letter_added_twice_is_one() {
    Letter letter = letterTo("sam@example.org");
    outbox.add(letter);
    outbox.add(letter);
    sender.round();
    outbox.add(letter);
    sender.round();

    assertThat(mail.arrived()).hasSize(1);
  }

  @Test
  void a_dead_server_is_tried_again_with_growing_gaps_and_the_letter_arrives_at_last() {
    outbox.add(letterTo("sam@example.org"));
    mail.down();

    assertThat(sender.round()).isZero();
    assertThat(outbox.sending(Channel.MAIL, clock.instant()).stuck()).isTrue();
    assertThat(outbox.sending(Channel.MAIL, clock.instant()).trouble().orElseThrow().what())
        .contains("127.0.0.1")
        .doesNotContain("sam");
    clock.goOn(Duration.ofSeconds(20));
    sender.round();
    mail.up();
    clock.goOn(Duration.ofSeconds(20));
    assertThat(sender.round()).as("the second gap is longer").isZero();
    clock.goOn(Duration.ofMinutes(1));
    assertThat(sender.round()).isEqualTo(1);

    assertThat(mail.arrived()).hasSize(1);
    clock.goOn(Duration.ofSeconds(1));
    assertThat(outbox.sending(Channel.MAIL, clock.instant()).stuck()).isFalse();
  }

  @Test
  void gaps_grow_to_half_an_hour_and_are_never_quite_the_same() {
    Random random = new Random(5);
    Duration longest = Duration.ZERO;
    for (int tries = 1; tries < 40; tries++) {
      Duration gap = Gaps.after(tries, random);
      assertThat(gap).isBetween(Duration.ofSeconds(11), Duration.ofMinutes(38));
      longest = gap.compareTo(longest) > 0 ? gap : longest;
    }
    assertThat(longest).isGreaterThan(Duration.ofMinutes(30));
    assertThat(Gaps.after(3, random)).isNotEqualTo(Gaps.after(3, random));
  }

  @Test
  void a_letter_of_no_use_any_more_is_dropped_and_counted() {
    outbox.add(letterTo("sam@example.org"));
    mail.down();
    sender.round();
    clock.goOn(Duration.ofHours(2));
    mail.up();

    assertThat(sender.round()).isZero();
    assertThat(outbox.drop(clock.instant().plus(Duration.ofMinutes(4)))).isEqualTo(1);
    assertThat(outbox.sending(Channel.MAIL, clock.instant()).dropped()).isEqualTo(1);
    assertThat(mail.arrived()).isEmpty();
  }

  @Test
  void what_a_dead_process_had_claimed_comes_again_when_its_lease_runs_out() {
    outbox.add(letterTo("sam@example.org"));
    Instant end = NOW.plusSeconds(30);
    outbox.claim(Channel.MAIL, new org.counterpose.store.Lease("gone", NOW, end), 10);

    assertThat(sender.round()).isZero();
    clock.set(end);
    assertThat(sender.round()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sam@example.org\r\nBcc: eve@example.org",
        "sam@example.org\n",
        "sam@example.org, eve@example.org",
        "Sam <sam@example.org>",
        "sam@example.org> SIZE=1",
        "a b@example.org",
        "\"sam\"@example.org",
        "(x)sam@example.org",
        "sam@exam\u2028ple.org",
        "sam",
        "@example.org",
        "sam@"
      })
  void an_address_that_could_steer_the_mail_server_is_refused(String address) {
    assertThatThrownBy(() -> letterTo(address)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello\r\nBcc: eve@example.org", "Hello\n", "a\u0000b", "a\u2029b", " "})
  void a_subject_of_more_than_a_line_is_refused(String subject) {
    assertThatThrownBy(
            () ->
                new Letter(
                    UUID.randomUUID(),
                    "sam@example.org",
                    subject,
                    "Text",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    NOW,
                    NOW.plusSeconds(1),
                    Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Sender sender() {
    return new Sender(
        outbox, new Letters(mail.smtp(), "Back Clinic"), clock, new Random(1), Sender.Pace.USUAL);
  }

  private static Letter letterTo(String address) {
    return letter(address, NOW);
  }

  private static Letter due(Instant at) {
    return letter("sam@example.org", at);
  }

  private static Letter letter(String address, Instant at) {
    return new Letter(
        UUID.randomUUID(),
        address,
        "Your trial",
        "Words.",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        at,
        at.plus(Duration.ofHours(1)),
        Optional.empty());
  }
}
