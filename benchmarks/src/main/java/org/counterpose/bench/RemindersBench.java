package org.counterpose.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.counterpose.mail.Letters;
import org.counterpose.mail.Smtp;
import org.counterpose.sending.Courier;
import org.counterpose.sending.Outcome;
import org.counterpose.sending.Sender;
import org.counterpose.store.Channel;
import org.counterpose.store.Database;
import org.counterpose.store.Letter;
import org.counterpose.store.Outbox;
import org.counterpose.store.Outgoing;

/**
 * Letters from the outbox to a mail server that only takes them: how many a second, against handing
 * over without a store and against a store without handing over; and how late they come when very
 * many are due at once.
 */
final class RemindersBench implements Measure {

  private static final int LETTERS = 3_000;
  private static final int MANY = 100_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Override
  public String name() {
    return "reminders";
  }

  @Override
  public String about() {
    return "letters a second to a mail server, and how late when 100,000 come due in one minute";
  }

  @Override
  public List<Row> run(Path folder) throws Exception {
    perSecond(Files.createDirectory(folder.resolve("warm")), true); // compiles what is measured
    double sent = perSecond(Files.createDirectory(folder.resolve("both")), true);
    double marked = perSecond(Files.createDirectory(folder.resolve("store")), false);
    double handed = handedOver();
    return List.of(
        Row.figure(
            "letters sent, each marked on the disk before the next",
            String.format(Locale.ROOT, "%,.0f /s", sent)),
        Row.ratio("  against handing over alone", each(sent), each(handed), sent / handed),
        Row.ratio("  against claiming and marking alone", each(sent), each(marked), sent / marked),
        late(Files.createDirectory(folder.resolve("minute"))));
  }

  private static String each(double perSecond) {
    return String.format(Locale.ROOT, "%,.0f /s", perSecond);
  }

  /** A way on which everything has arrived at once. */
  private record Nowhere() implements Courier {
    @Override
    public Channel channel() {
      return Channel.MAIL;
    }

    @Override
    public Outcome hand(Outgoing message) {
      return new Outcome.Sent();
    }

    @Override
    public void close() {
      // Nothing was opened.
    }
  }

  private static double perSecond(Path folder, boolean overTheWire) throws Exception {
    try (MailSink sink = new MailSink(LETTERS);
        Database database = Database.open(folder);
        Courier courier = overTheWire ? letters(sink) : new Nowhere();
        Sender sender = sender(database, courier)) {
      Outbox outbox = new Outbox(database);
      fill(database, LETTERS, Instant.now(), Duration.ZERO);
      long begun = System.nanoTime();
      while (sender.round() > 0) {
        // until none is left
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      long left = outbox.sending(Channel.MAIL, Instant.now()).waiting();
      if (left > 0 || overTheWire && sink.taken() != LETTERS) {
        throw new IllegalStateException(left + " wait, " + sink.taken() + " were taken");
      }
      return LETTERS / seconds;
    }
  }

  private static double handedOver() throws Exception {
    try (MailSink sink = new MailSink(LETTERS);
        Courier courier = letters(sink)) {
      long begun = System.nanoTime();
      for (int i = 0; i < LETTERS; i++) {
        Instant now = Instant.now();
        courier.hand(
            new Outgoing(
                UUID.randomUUID(),
                "person@clinic.example",
                String.valueOf(now.toEpochMilli()),
                "It is time for a step of your plan.\n",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                now.plusSeconds(60),
                0));
      }
      return LETTERS / ((System.nanoTime() - begun) / 1e9);
    }
  }

  private static Row late(Path folder) throws Exception {
    try (MailSink sink = new MailSink(MANY);
        Database database = Database.open(folder);
        Sender sender = sender(database, letters(sink))) {
      fill(database, MANY, Instant.now().plusSeconds(30), MINUTE);
      long told = System.nanoTime();
      while (sink.taken() < MANY) {
        if (sender.round() == 0) {
          Thread.sleep(20);
        }
        if (System.nanoTime() - told > 30e9) {
          System.err.println("  " + sink.taken() + " of " + MANY);
          told = System.nanoTime();
        }
      }
      long[] late = Arrays.stream(sink.lateNanos()).sorted().toArray();
      return Row.figure(
          String.format(Locale.ROOT, "%,d letters due in one minute: how late", MANY),
          String.format(
              Locale.ROOT,
              "p50 %.0f s, p99 %.0f s",
              late[late.length / 2] / 1e9,
              late[(int) ((late.length - 1) * 0.99)] / 1e9));
    }
  }

  private static Courier letters(MailSink sink) {
    return new Letters(
        new Smtp(
            "127.0.0.1",
            sink.port(),
            Smtp.Security.NONE,
            Optional.empty(),
            "clinic@clinic.example"),
        "Clinic");
  }

  private static Sender sender(Database database, Courier courier) {
    return new Sender(
        new Outbox(database), courier, InstantSource.system(), new Random(1), Sender.Pace.USUAL);
  }

  /** So many, due one after another from a moment on for a while. */
  private static void fill(Database database, int letters, Instant from, Duration during) {
    int group = 1_000;
    for (int done = 0; done < letters; done += group) {
      int first = done;
      database.write(
          connection -> {
            for (int i = first; i < Math.min(first + group, letters); i++) {
              Instant due = from.plusNanos(during.toNanos() / letters * i);
              Outbox.add(
                  connection,
                  new Letter(
                      UUID.randomUUID(),
                      "person@clinic.example",
                      String.valueOf(due.toEpochMilli()),
                      "It is time for a step of your plan.\n",
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      due,
                      due.plus(Duration.ofHours(2)),
                      Optional.empty()));
            }
            return Boolean.TRUE;
          });
    }
  }
}
