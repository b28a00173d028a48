package org.counterpose.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.counterpose.app.AnotherJava;
import org.counterpose.push.Notifications;
import org.counterpose.push.Push;
import org.counterpose.push.PushService;
import org.counterpose.push.Reach;
import org.counterpose.push.VapidKey;
import org.counterpose.sending.Sender;
import org.counterpose.store.Channel;
import org.counterpose.store.Database;
import org.counterpose.store.KeptSubscription;
import org.counterpose.store.Letter;
import org.counterpose.store.Outbox;
import org.counterpose.store.PlannedMessage;
import org.counterpose.store.SqlPlanning;
import org.counterpose.store.SqlPushSubscriptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A second process sends letters to a mail server and notifications to a push service in this one,
 * and is killed in the middle, over and over. None is lost; of each kill at most one of each comes
 * twice, and with the same Message-ID or topic.
 */
class KilledWhileSendingTest {

  private static final Channel MAIL = Channel.MAIL;
  private static final Channel PUSH = Channel.PUSH;
  private static final Sender.Pace QUICK = new Sender.Pace(20, Duration.ofSeconds(2));

  @TempDir Path folder;

  @Test
  @Timeout(180)
  void nothing_is_lost_by_two_kills_and_at_most_one_for_each_comes_twice() throws Exception {
    survives(200, 2);
  }

  @Test
  @Tag("slow")
  @Timeout(1800)
  void nothing_is_lost_by_twenty_kills_and_at_most_one_for_each_comes_twice() throws Exception {
    survives(5000, 20);
  }

  @Test
  @Timeout(120)
  void two_senders_on_one_store_never_send_a_letter_twice() throws Exception {
    try (MailServer mail = MailServer.start();
        Database database = Database.open(folder)) {
      fill(database, 200);
      Outbox outbox = new Outbox(database);
      List<Thread> threads =
          Stream.of(1, 2)
              .map(number -> sender(outbox, mail.smtp()))
              .map(sender -> Thread.ofPlatform().start(() -> untilAllAreSent(outbox, sender, MAIL)))
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }

      assertThat(arrived(mail)).hasSize(200).allSatisfy((id, times) -> assertThat(times).isOne());
    }
  }

  private void survives(int each, int kills) throws Exception {
    Random random = new Random(7);
    try (MailServer mail = MailServer.start();
        PushService service = PushService.start()) {
      try (Database database = Database.open(folder)) {
        fill(database, each);
        fill(database, service, each);
      }
      for (int kill = 0; kill < kills; kill++) {
        Process process = start(mail.smtp().port(), service);
        process.inputReader().readLine(); // it has begun to send
        IntSupplier letters = () -> mail.arrived().size();
        IntSupplier notifications = () -> service.received().size();
        int more = random.nextInt(1, each / kills / 2);
        untilMoreHaveGone(kill % 2 == 0 ? letters : notifications, more, each);
        process.destroyForcibly().waitFor();
      }
      long mailBefore = mail.arrived().size();
      long pushBefore = service.received().size();
      try (Database database = Database.open(folder)) {
        Outbox outbox = new Outbox(database);
        try (Sender letters = sender(outbox, mail.smtp());
            Sender notifications = sender(database, service.reach())) {
          Thread other = Thread.ofPlatform().start(() -> untilAllAreSent(outbox, letters, MAIL));
          untilAllAreSent(outbox, notifications, PUSH);
          other.join();
        }
      }
      assertThat(service.faults()).isEmpty();
      assertOnce("letters", arrived(mail), each, kills, mailBefore);
      assertOnce("notifications", shown(service), each, kills, pushBefore);
    }
  }

  /** Until some more have arrived at one of them, or all that there are. */
  private static void untilMoreHaveGone(IntSupplier arrived, int more, int all) {
    int enough = Math.min(arrived.getAsInt() + more, all);
    Instant patience = Instant.now().plus(Duration.ofMinutes(2));
    while (arrived.getAsInt() < enough) {
      assertThat(Instant.now()).as("nothing more arrived").isBefore(patience);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  private static void assertOnce(
      String what, Map<String, Long> arrived, int each, int kills, long before) {
    long repeats = arrived.values().stream().mapToLong(times -> times - 1).sum();
    System.out.println(
        kills
            + " kills, "
            + each
            + " "
            + what
            + ": "
            + before
            + " went out by then, lost "
            + (each - arrived.size())
            + ", repeats "
            + repeats);
    assertThat(before).as("what went out before the last kill").isPositive();
    assertThat(arrived).hasSize(each);
    assertThat(repeats).isLessThanOrEqualTo(kills);
  }

  /** By the topic that each has; one that comes twice has the same. */
  private static Map<String, Long> shown(PushService service) {
    return service.received().stream()
        .map(message -> message.header("Topic"))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /** Reminders to as many devices. */
  private static void fill(Database database, PushService service, int notifications) {
    UUID journey = UUID.randomUUID();
    List<String> devices =
        database.write(
            connection -> {
              List<String> ids = new ArrayList<>();
              for (int i = 0; i < notifications; i++) {
                KeptSubscription device = service.subscribed(journey);
                SqlPushSubscriptions.add(connection, device);
                ids.add(device.id().toString());
              }
              return ids;
            });
    Instant now = Instant.now();
    new SqlPlanning(database)
        .sendNow(
            journey,
            new PlannedMessage(
                PUSH,
                List.of("test"),
                devices,
                "Your trial",
                "Words.",
                Optional.empty(),
                PlannedMessage.Window.of(now, now.plus(Duration.ofHours(2)))));
  }

  private static Map<String, Long> arrived(MailServer mail) {
    return mail.arrived().stream()
        .map(letter -> letter.header("Message-ID"))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static void fill(Database database, int letters) {
    Instant now = Instant.now();
    database.write(
        connection -> {
          for (int i = 0; i < letters; i++) {
            Outbox.add(
                connection,
                new Letter(
                    UUID.randomUUID(),
                    "sam" + i + "@example.org",
                    "Your trial",
                    "Words.",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    now,
                    now.plus(Duration.ofHours(2)),
                    Optional.empty()));
          }
          return letters;
        });
  }

  private static Sender sender(Outbox outbox, Smtp smtp) {
    return new Sender(
        outbox, new Letters(smtp, "Clinic"), InstantSource.system(), new Random(), QUICK);
  }

  private static Sender sender(Database database, Reach reach) {
    SecureRandom random = new SecureRandom();
    return new Sender(
        new Outbox(database),
        new Notifications(
            new SqlPushSubscriptions(database),
            new Push(VapidKey.of(database.folder(), random), reach),
            "mailto:clinic@clinic.example",
            InstantSource.system(),
            random),
        InstantSource.system(),
        random,
        QUICK);
  }

  private static void untilAllAreSent(Outbox outbox, Sender sender, Channel channel) {
    while (outbox.sending(channel, Instant.now()).waiting() > 0) {
      if (sender.round() == 0) {
        try {
          Thread.sleep(50);
        } catch (InterruptedException e) {
          return;
        }
      }
    }
  }

  private Process start(int port, PushService service) throws Exception {
    return new ProcessBuilder(
            AnotherJava.command(
                service.trusted(), SecondProcess.class, folder.toString(), String.valueOf(port)))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The process that is killed. */
  static final class SecondProcess {

    private SecondProcess() {}

    public static void main(String[] arguments) {
      Database database = Database.open(Path.of(arguments[0]));
      Smtp smtp =
          new Smtp(
              "127.0.0.1",
              Integer.parseInt(arguments[1]),
              Smtp.Security.NONE,
              Optional.empty(),
              "clinic@clinic.example");
      Sender letters = sender(new Outbox(database), smtp);
      Sender notifications =
          sender(database, Reach.toThisMachine((SSLSocketFactory) SSLSocketFactory.getDefault()));
      System.out.println("sending");
      Thread.ofPlatform().start(() -> forEver(letters));
      forEver(notifications);
    }

    private static void forEver(Sender sender) {
      while (true) {
        if (sender.round() == 0) {
          LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
      }
    }
  }
}
