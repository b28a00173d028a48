package org.counterpose.app;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.counterpose.mail.Letters;
import org.counterpose.mail.Smtp;
import org.counterpose.store.Channel;
import org.counterpose.store.Database;
import org.counterpose.store.Outbox;
import org.counterpose.store.Sending;
import org.counterpose.store.StoreUnavailable;

/** What the doctor finds of letters and notifications: whether they can go, and what waits. */
record SendingExamined(Configuration configuration, InstantSource clock) {

  /** What is due for longer waits for somebody to look. */
  private static final Duration LONG = Duration.ofMinutes(10);

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        configuration
            .mail()
            .map(SendingExamined::server)
            .orElseGet(
                () ->
                    new Finding.Note(
                        "mail",
                        "no mail server is set, so letters wait; set mail-host and mail-from in "
                            + Configuration.FILE)));
    if (Files.isDirectory(configuration.data())) {
      try (Database database = Database.beside(configuration.data())) {
        Outbox outbox = new Outbox(database);
        Instant now = clock.instant();
        findings.add(queue("letters", outbox.sending(Channel.MAIL, now), now));
        findings.add(queue("notifications", outbox.sending(Channel.PUSH, now), now));
      } catch (StoreUnavailable e) {
        return findings; // told of the store already
      }
    }
    return findings;
  }

  private static Finding server(Smtp smtp) {
    return Letters.trouble(smtp)
        .<Finding>map(
            why ->
                new Finding.Wrong(
                    "mail",
                    why,
                    "Look at mail-host, mail-port, mail-security, mail-user and the network."))
        .orElseGet(() -> new Finding.Well("mail", smtp + " answers"));
  }

  private static Finding queue(String of, Sending sending, Instant now) {
    List<String> told = new ArrayList<>();
    told.add(sending.waiting() + " wait, " + sending.overdue() + " of them due");
    sending.oldestDue().ifPresent(at -> told.add("the oldest since " + at(at)));
    told.add(
        sending
            .lastSent()
            .map(at -> "last sent " + at(at))
            .orElse("none sent in the last 30 days"));
    sending
        .trouble()
        .ifPresent(trouble -> told.add("last trouble " + at(trouble.at()) + ": " + trouble.what()));
    String what = String.join("; ", told);
    boolean late =
        sending.oldestDue().filter(at -> at.isBefore(now.minus(LONG))).isPresent()
            || sending.stuck();
    return late ? new Finding.Note(of, what) : new Finding.Well(of, what);
  }

  private static String at(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
