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
import org.counterpose.mail.Letters;
import org.counterpose.mail.Smtp;
import org.counterpose.practice.Practice;
import org.counterpose.push.Notifications;
import org.counterpose.reminder.Planning;
import org.counterpose.sending.Courier;
import org.counterpose.sending.Sender;
import org.counterpose.store.Outbox;
import org.counterpose.store.SqlPushSubscriptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ticks: once a second what is due soon is planned, and what is due is sent, for as long as
 * something is. Planning and each channel have a thread of their own, so that a mail server that
 * does not answer holds up nothing else.
 */
final class Sending implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration TIDYING = Duration.ofMinutes(1);

  private final Outbox outbox;
  private final InstantSource clock;
  private final List<IntSupplier> rounds;
  private final List<AutoCloseable> senders;
  private final ScheduledExecutorService threads;
  private Instant tidyAt = Instant.MIN;
  private volatile boolean closing;

  private Sending(
      Outbox outbox, InstantSource clock, List<IntSupplier> rounds, List<AutoCloseable> senders) {
    this.outbox = outbox;
    this.clock = clock;
    this.rounds = rounds;
    this.senders = senders;
    this.threads =
        Executors.newScheduledThreadPool(
            rounds.size() + 1, Thread.ofPlatform().daemon().name("sending-", 1).factory());
  }

  /**
   * @param address where links in messages begin
   */
  static Sending of(Practice practice, Supplier<URI> address) {
    Outbox outbox = new Outbox(practice.database());
    List<Courier> couriers = new ArrayList<>();
    practice
        .mail()
        .ifPresent(smtp -> couriers.add(new Letters(smtp, practice.bookings().clinic().name())));
    couriers.add(notifications(practice));
    List<Sender> senders =
        couriers.stream()
            .map(
                courier ->
                    new Sender(
                        outbox, courier, practice.clock(), practice.random(), Sender.Pace.USUAL))
            .toList();
    Planning planning =
        new Planning(
            practice.database(),
            practice.journeys(),
            practice.clock(),
            practice.random(),
            new Planning.Writing(practice.words(), practice.bookings().clinic().name(), address));
    List<IntSupplier> rounds = new ArrayList<>();
    rounds.add(planning::round);
    senders.forEach(sender -> rounds.add(sender::round));
    return new Sending(outbox, practice.clock(), List.copyOf(rounds), List.copyOf(senders));
  }

  private static Notifications notifications(Practice practice) {
    String contact =
        practice
            .bookings()
            .clinic()
            .contact()
            .email()
            .or(() -> practice.mail().map(Smtp::from))
            .map(email -> "mailto:" + email)
            .orElseGet(() -> practice.people().address().get().toString());
    return new Notifications(
        new SqlPushSubscriptions(practice.database()),
        practice.push(),
        contact,
        practice.clock(),
        practice.random());
  }

  void begin() {
    threads.scheduleWithFixedDelay(() -> guarded(this::tidy), 1, 1, TimeUnit.SECONDS);
    for (IntSupplier round : rounds) {
      threads.scheduleWithFixedDelay(
          () -> guarded(() -> whileThereIsMore(round)), 1, 1, TimeUnit.SECONDS);
    }
  }

  private void whileThereIsMore(IntSupplier round) {
    int done = 1;
    while (done > 0 && !closing) {
      done = round.getAsInt();
    }
  }

  private static void guarded(Runnable tick) {
    try {
      tick.run();
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
    threads.shutdown();
    try {
      if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
        threads.shutdownNow();
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
