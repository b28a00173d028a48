package org.counterpose.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpose.sending.Sender;
import org.counterpose.store.Channel;
import org.counterpose.store.Database;
import org.counterpose.store.Letter;
import org.counterpose.store.Outbox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A second process sends letters to a mail server in this one and is killed in the middle, over and
 * over. None is lost; of each kill at most one comes twice, and with the same Message-ID.
 */
class KilledWhileSendingTest {

  private static final Sender.Pace QUICK = new Sender.Pace(20, Duration.ofSeconds(2));

  @TempDir Path folder;

  @Test
  @Timeout(180)
  void no_letter_is_lost_by_two_kills_and_at_most_one_for_each_comes_twice() throws Exception {
    survives(300, 2, 300);
  }

  @Test
  @Tag("slow")
  @Timeout(1200)
  void no_letter_is_lost_by_twenty_kills_and_at_most_one_for_each_comes_twice() throws Exception {
    survives(5000, 20, 900);
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
              .map(sender -> Thread.ofPlatform().start(() -> untilAllAreSent(outbox, sender)))
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }

      assertThat(arrived(mail)).hasSize(200).allSatisfy((id, times) -> assertThat(times).isOne());
    }
  }

  private void survives(int letters, int kills, int longest) throws Exception {
    Random random = new Random(7);
    try (MailServer mail = MailServer.start()) {
      try (Database database = Database.open(folder)) {
        fill(database, letters);
      }
      for (int kill = 0; kill < kills; kill++) {
        Process process = start(mail.smtp().port());
        process.inputReader().readLine(); // it has begun to send
        Thread.sleep(random.nextInt(1, longest));
        process.destroyForcibly().waitFor();
      }
      try (Database database = Database.open(folder)) {
        Outbox outbox = new Outbox(database);
        try (Sender sender = sender(outbox, mail.smtp())) {
          untilAllAreSent(outbox, sender);
        }
      }
      Map<String, Long> arrived = arrived(mail);
      long repeats = arrived.values().stream().mapToLong(times -> times - 1).sum();
      System.out.println(kills + " kills, " + letters + " letters, repeats: " + repeats);
      assertThat(arrived).hasSize(letters);
      assertThat(repeats).isLessThanOrEqualTo(kills);
    }
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

  private static void untilAllAreSent(Outbox outbox, Sender sender) {
    while (outbox.sending(Channel.MAIL, Instant.now()).waiting() > 0) {
      if (sender.round() == 0) {
        try {
          Thread.sleep(50);
        } catch (InterruptedException e) {
          return;
        }
      }
    }
  }

  private Process start(int port) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dcounterpose.native=" + System.getProperty("counterpose.native", "target/native"),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            SecondProcess.class.getName(),
            folder.toString(),
            String.valueOf(port))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The process that is killed. */
  static final class SecondProcess {

    private SecondProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
      Outbox outbox = new Outbox(Database.open(Path.of(arguments[0])));
      Smtp smtp =
          new Smtp(
              "127.0.0.1",
              Integer.parseInt(arguments[1]),
              Smtp.Security.NONE,
              Optional.empty(),
              "clinic@clinic.example");
      Sender sender = sender(outbox, smtp);
      System.out.println("sending");
      while (true) {
        if (sender.round() == 0) {
          Thread.sleep(50);
        }
      }
    }
  }
}
