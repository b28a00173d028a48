package org.counterpose.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.counterpose.app.Checked;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.mail.MailServer;
import org.counterpose.push.PushService;
import org.counterpose.store.Channel;
import org.counterpose.store.KeptSubscription;
import org.counterpose.store.SqlConsents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A mail server and a push service that are down for hours around the reminder of a visit. The
 * visit is on Tuesday at nine in New York; the rating is asked for at half past ten.
 */
@Timeout(180)
class MailWasDownForHoursTest {

  private static final Instant FRIDAY = Instant.parse("2026-11-20T15:00:00Z");
  private static final Instant MONDAY_AT_NINE = Instant.parse("2026-11-23T14:00:00Z");
  private static final String SAM = "sam@example.org";

  @TempDir Path folder;
  final SettableClock clock = new SettableClock(FRIDAY);
  final MailServer mail = MailServer.start();
  final PushService service = PushService.start();
  Served served;
  Planned planned;
  String key;
  UUID journey;

  @BeforeEach
  void somebodyWithAVisit() {
    served =
        Served.in(
            folder,
            clock,
            configuration -> configuration.withMail(mail.smtp()).withReach(service.reach()));
    planned = new Planned(served);
    String begun = served.post("/api/v1/journeys", Checked.stiffAtTheDesk().journey()).body();
    journey = UUID.fromString(begun.replaceAll("(?s).*\"id\"\\s*:\\s*\"([0-9a-f-]{36})\".*", "$1"));
    key = begun.replaceAll("(?s).*\"key\"\\s*:\\s*\"([\\w-]{27})\".*", "$1");
    served
        .server()
        .practice()
        .database()
        .write(
            connection -> {
              SqlConsents.contact(connection, journey, SAM, clock.instant());
              return Boolean.TRUE;
            });
    books();
    mail.awaitFor("booked@example.org");
    KeptSubscription device = service.subscribed(journey);
    sends(
        "/reminders/devices",
        Map.of("endpoint", device.endpoint(), "p256dh", device.p256dh(), "auth", device.auth()));
  }

  @AfterEach
  void close() {
    served.close();
    mail.close();
    service.close();
  }

  @Test
  void the_visit_is_still_told_of_on_both_channels_and_the_rating_of_the_morning_is_not() {
    wants("APPOINTMENT", "RATING");
    goesTo(MONDAY_AT_NINE.minus(Duration.ofMinutes(30)));
    mail.down();
    service.answers(503, Map.of());
    clock.set(MONDAY_AT_NINE);
    planned.failsToSend(Channel.MAIL, clock);
    planned.failsToSend(Channel.PUSH, clock);
    for (int hours = 1; hours <= 5; hours++) {
      goesTo(MONDAY_AT_NINE.plus(Duration.ofHours(hours)));
    }
    planned.awaits(journey, 2);

    mail.up();
    service.answers(201, Map.of());
    clock.goOn(Duration.ofMinutes(40)); // longer than any gap between two tries

    MailServer.Arrived letter = mail.awaitFor(SAM);
    assertThat(letter.subject()).startsWith("Your appointment with");
    assertThat(letter.text()).contains("Tuesday 24 November 2026, 09:00").doesNotContain("rating");
    assertThat(service.await().text())
        .contains("Tuesday 24 November 2026, 09:00")
        .doesNotContain("rating");
    planned.awaits(journey, 0);
    assertThat(mail.arrivedFor(SAM)).hasSize(1);
    assertThat(service.received()).hasSize(1);
  }

  @Test
  void what_is_late_does_not_come_at_night() {
    wants("APPOINTMENT");
    goesTo(MONDAY_AT_NINE.minus(Duration.ofMinutes(30)));
    mail.down();
    clock.set(MONDAY_AT_NINE);
    planned.failsToSend(Channel.MAIL, clock);
    Instant ten = MONDAY_AT_NINE.plus(Duration.ofHours(13));
    goesTo(ten);
    planned.failsToSend(Channel.MAIL, clock);

    mail.up();
    goesTo(ten.plus(Duration.ofHours(4)));
    planned.awaits(journey, 0);
    assertThat(mail.arrivedFor(SAM)).isEmpty();

    goesTo(ten.plus(Duration.ofMinutes(8 * 60 + 30)));
    clock.set(ten.plus(Duration.ofHours(9)));
    assertThat(mail.awaitFor(SAM).text()).contains("Tuesday 24 November 2026, 09:00");
    planned.awaits(journey, 0);
    assertThat(mail.arrivedFor(SAM)).as("both reminders in one").hasSize(1);
  }

  /** The clock goes on and the trial is looked at again. */
  private void goesTo(Instant moment) {
    clock.set(moment);
    planned.looksAgain(journey);
  }

  private void wants(String... kinds) {
    StringBuilder form = new StringBuilder("channel=MAIL&ratingAt=10%3A30");
    for (String kind : kinds) {
      form.append("&kind=").append(kind);
    }
    form.append("&quietFrom=23%3A00&quietTo=07%3A00");
    Served.Answer answer =
        served.send(
            "POST",
            "/reminders",
            form.toString().getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Cookie",
            cookie());
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
  }

  private void sends(String path, Map<String, String> form) {
    assertThat(served.sendForm(cookie(), path, form).status()).isEqualTo(303);
  }

  private String cookie() {
    return "journey=" + journey + "." + key;
  }

  private void books() {
    Served.Answer answer =
        served.post(
            "/api/v1/appointments",
            """
            {"practitioner":"chiropractor","service":"first-visit","name":"Sam",
             "email":"booked@example.org","start":"2026-11-24T09:00:00-05:00",
             "journey":"%s","share":true}
            """
                .formatted(journey),
            "Idempotency-Key",
            "one",
            "Authorization",
            "Bearer " + key);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }
}
