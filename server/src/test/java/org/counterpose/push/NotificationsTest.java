package org.counterpose.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.counterpose.app.SettableClock;
import org.counterpose.sending.Sender;
import org.counterpose.store.Channel;
import org.counterpose.store.Database;
import org.counterpose.store.KeptSubscription;
import org.counterpose.store.Outbox;
import org.counterpose.store.PlannedMessage;
import org.counterpose.store.Sending;
import org.counterpose.store.SqlPlanning;
import org.counterpose.store.SqlPushSubscriptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Notifications from the outbox to a real push service. */
@Timeout(60)
class NotificationsTest {

  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
  private static final UUID JOURNEY = UUID.randomUUID();

  private int reminders;

  @TempDir Path folder;
  final SettableClock clock = new SettableClock(NOW);
  final PushService service = PushService.start();
  Database database;
  Outbox outbox;
  SqlPushSubscriptions subscriptions;
  Sender sender;

  @BeforeEach
  void anOutbox() {
    database = Database.open(folder);
    outbox = new Outbox(database);
    subscriptions = new SqlPushSubscriptions(database);
    sender = sender(service.reach());
  }

  @AfterEach
  void close() {
    sender.close();
    database.close();
    service.close();
  }

  @Test
  void a_notification_arrives_that_only_the_browser_can_read_and_that_tells_who_sent_it() {
    KeptSubscription device = subscribed();
    due(device);

    assertThat(sender.round()).isEqualTo(1);

    PushService.Received received = service.await();
    assertThat(received.text())
        .contains("\"title\":\"A small reminder\"", "\"body\":\"It is time. 1\"")
        .contains("\"stop\":\"/stop/abc\"");
    assertThat(device.endpoint()).endsWith(received.endpoint());
    assertThat(received.claims())
        .contains("\"aud\":\"" + device.endpoint().replaceAll("/push/.*", "") + "\"")
        .contains("\"sub\":\"mailto:clinic@clinic.example\"")
        .contains("\"exp\":" + NOW.plus(Duration.ofHours(12)).getEpochSecond());
    assertThat(received.header("Authorization")).endsWith("k=" + key().shown());
    assertThat(received.header("Ttl")).isEqualTo("7200");
    assertThat(received.header("Content-encoding")).isEqualTo("aes128gcm");
    assertThat(received.header("Topic")).matches("[0-9a-f]{32}");
    assertThat(sending().sent()).isEqualTo(1);
  }

  @Test
  void many_go_over_one_connection() {
    KeptSubscription device = subscribed();
    for (int i = 0; i < 20; i++) {
      due(device);
    }

    assertThat(sender.round()).isEqualTo(20);

    assertThat(service.connections()).isEqualTo(1);
  }

  @Test
  void a_device_that_is_gone_is_forgotten() {
    KeptSubscription gone = subscribed();
    due(gone);
    service.answers(410, Map.of());

    sender.round();

    assertThat(subscriptions.of(JOURNEY)).isEmpty();
    assertThat(sending().waiting()).isZero();
    assertThat(sending().trouble()).isEmpty();
  }

  @Test
  void a_push_service_that_has_too_much_to_do_is_left_in_peace_for_as_long_as_it_asks() {
    KeptSubscription device = subscribed();
    due(device);
    due(device);
    service.answers(429, Map.of("Retry-After", "600"));

    sender.round();
    clock.goOn(Duration.ofMinutes(9));
    sender.round();

    assertThat(service.asked()).isEqualTo(1);
    assertThat(sending().trouble().orElseThrow().what())
        .isEqualTo("localhost did not take a notification, answer 429");
    service.answers(201, Map.of());
    clock.goOn(Duration.ofMinutes(2));
    assertThat(sender.round()).isEqualTo(2);
  }

  @Test
  void where_one_push_service_is_dead_those_for_others_still_go() throws Exception {
    KeptSubscription dead = at("https://dead.example.net/1");
    due(dead);
    due(dead);
    due(subscribed());
    Reach here = service.reach();
    InetAddress nobody = InetAddress.getByName("192.0.2.1");
    sender =
        sender(
            new Reach(
                host ->
                    host.equals("localhost")
                        ? InetAddress.getAllByName(host)
                        : new InetAddress[] {nobody},
                here.tls(),
                true));

    assertThat(sender.round()).isEqualTo(1);

    assertThat(sending().trouble().orElseThrow().what())
        .isEqualTo("dead.example.net has no address that may be sent to");
    assertThat(sending().waiting()).isEqualTo(2);
  }

  @Test
  void a_redirect_leads_nowhere() {
    due(subscribed());
    KeptSubscription other = service.subscribed(JOURNEY);
    service.answers(307, Map.of("Location", other.endpoint()));

    sender.round();

    assertThat(service.asked()).isEqualTo(1);
    assertThat(sending().refused()).isEqualTo(1);
  }

  @Test
  void who_cannot_prove_to_be_the_push_service_is_told_nothing() {
    try (PushService somebody = PushService.startAs("push.example.org")) {
      KeptSubscription device = somebody.subscribed(JOURNEY);
      add(device);
      due(device);
      sender = sender(somebody.reach());

      sender.round();

      assertThat(somebody.asked()).isZero();
      assertThat(sending().trouble().orElseThrow().what())
          .startsWith("localhost cannot be reached: SSL");
    }
  }

  @Test
  void a_name_that_leads_elsewhere_by_now_is_not_followed_there() throws Exception {
    try (ServerSocket inside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      due(at("https://push.example.net/1"));
      sender =
          sender(
              new Reach(
                  host -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                  service.reach().tls(),
                  false));
      inside.setSoTimeout(300);

      assertThat(sender.round()).isZero();

      assertThat(sending().waiting()).isEqualTo(1);
      assertThat(service.asked()).isZero();
    }
  }

  @Test
  void an_answer_that_is_not_http_holds_nobody_up() throws Exception {
    try (ServerSocket babbler = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> {
                try (Socket caller = babbler.accept()) {
                  caller
                      .getOutputStream()
                      .write("220 mail.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (java.io.IOException e) {
                  // It is enough that it came.
                }
              });
      due(at("https://localhost:" + babbler.getLocalPort() + "/1"));

      sender.round();

      assertThat(sending().trouble().orElseThrow().what())
          .startsWith("localhost cannot be reached: ");
      assertThat(sending().waiting()).isEqualTo(1);
    }
  }

  @Test
  void the_key_is_made_once_and_for_the_owner_alone() throws Exception {
    String shown = key().shown();

    assertThat(key().shown()).isEqualTo(shown).hasSize(87);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("push.key"))))
        .isEqualTo("rw-------");
  }

  private Sending sending() {
    return outbox.sending(Channel.PUSH, clock.instant());
  }

  private VapidKey key() {
    return VapidKey.of(folder, new SecureRandom());
  }

  private Sender sender(Reach reach) {
    return new Sender(
        outbox,
        new Notifications(
            subscriptions,
            new Push(key(), reach),
            "mailto:clinic@clinic.example",
            clock,
            new SecureRandom()),
        clock,
        new Random(1),
        Sender.Pace.USUAL);
  }

  private KeptSubscription subscribed() {
    KeptSubscription device = service.subscribed(JOURNEY);
    add(device);
    return device;
  }

  private KeptSubscription at(String endpoint) {
    TestBrowser browser = new TestBrowser();
    KeptSubscription device =
        new KeptSubscription(
            UUID.randomUUID(),
            JOURNEY,
            endpoint,
            browser.p256dh(),
            browser.auth(),
            "A browser",
            NOW);
    add(device);
    return device;
  }

  private void add(KeptSubscription device) {
    database.write(
        connection -> {
          SqlPushSubscriptions.add(connection, device);
          return Boolean.TRUE;
        });
  }

  private void due(KeptSubscription device) {
    new SqlPlanning(database)
        .sendNow(
            JOURNEY,
            new PlannedMessage(
                Channel.PUSH,
                List.of("test"),
                List.of(device.id().toString()),
                "A small reminder",
                "It is time. " + ++reminders,
                Optional.of("https://clinic.example/stop/abc"),
                PlannedMessage.Window.of(
                    clock.instant(), clock.instant().plus(Duration.ofHours(2)))));
  }
}
