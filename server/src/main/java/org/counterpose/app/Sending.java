package org.counterpose.app;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.counterpose.mail.Sender;
import org.counterpose.practice.Practice;
import org.counterpose.store.Outbox;
import org.counterpose.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tick: once a second it plans what is due soon and sends what is due, for as long as something
 * is.
 */
final class Sending implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration TIDYING = Duration.ofMinutes(1);

  private final Outbox outbox;
  private final InstantSource clock;
  private final List<IntSupplier> rounds;
  private final List<AutoCloseable> senders;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sending").factory());
  private Instant tidyAt = Instant.MIN;
  private volatile boolean closing;

  private Sending(
      Outbox outbox, InstantSource clock, List<IntSupplier> rounds, List<AutoCloseable> senders) {
    this.outbox = outbox;
    this.clock = clock;
    this.rounds = rounds;
    this.senders = senders;
  }

  /**
   * @param address where links in messages begin
   */
  static Sending of(Practice practice, Supplier<URI> address) {
    Outbox outbox = new Outbox(practice.database());
    List<Sender> senders =
        practice.mail().stream()
            .map(
                smtp ->
                    new Sender(
                        outbox,
                        smtp,
                        practice.bookings().clinic().name(),
                        practice.clock(),
                        practice.random(),
                        Sender.Pace.USUAL))
            .toList();
    Words words = Words.load("en");
    String clinic = practice.bookings().clinic().name();
    List<IntSupplier> rounds = new ArrayList<>();
    rounds.add(() -> practice.reminders().plan(words, clinic, address));
    senders.forEach(sender -> rounds.add(sender::round));
    return new Sending(outbox, practice.clock(), List.copyOf(rounds), List.copyOf(senders));
  }

  void begin() {
    thread.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
  }

  private void tick() {
    try {
      tidy();
      int sent = 1;
      while (sent > 0 && !closing) {
        sent = rounds.stream().mapToInt(IntSupplier::getAsInt).sum();
      }
    } catch (RuntimeException e) {
      LOG.warn("sending was broken off, next try in a second: {}", e.toString());
    }
  }

  private void tidy() {
    Instant now = clock.instant();
    if (now.isBefore(tidyAt)) {
      return;
    }
    int dropped = outbox.drop(now);
    if (dropped > 0) {
      LOG.warn("messages dropped that were of no use any more: {}", dropped);
    }
    outbox.forget(now.minus(KEPT));
    tidyAt = now.plus(TIDYING);
  }

  @Override
  public void close() {
    closing = true;
    thread.shutdown();
    try {
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
      for (AutoCloseable sender : senders) {
        sender.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.debug("a connection was gone already", e);
    }
  }
}
