package org.counterpose.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.counterpose.booking.Bookings;
import org.counterpose.store.PastAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what was kept long enough: when it begins, and then once a day. It looks at the clock
 * every hour, because a machine that sleeps at night does not count its days.
 */
final class Forgetting implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);
  private static final Duration DAY = Duration.ofDays(1);

  private final Bookings bookings;
  private final PastAccess access;
  private final InstantSource clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("forgetting").factory());
  private Instant due = Instant.MIN;

  Forgetting(Bookings bookings, PastAccess access, InstantSource clock) {
    this.bookings = bookings;
    this.access = access;
    this.clock = clock;
  }

  void begin() {
    look();
    thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.HOURS);
    thread.scheduleWithFixedDelay(this::settle, 10, 20, TimeUnit.SECONDS);
  }

  /** Deletes where a day has passed since it last did; what fails is tried at the next look. */
  synchronized void look() {
    Instant now = clock.instant();
    if (now.isBefore(due)) {
      return;
    }
    try {
      int visits = bookings.forgetPast();
      int ended = access.forget(now);
      due = now.plus(DAY);
      if (visits > 0) {
        LOG.info("deleted past appointments that were kept long enough: {}", visits);
      }
      if (ended > 0) {
        LOG.info("deleted sessions, links and invitations that had ended: {}", ended);
      }
    } catch (RuntimeException e) {
      LOG.warn("what is past could not be deleted, next try in an hour: {}", e.getMessage());
    }
  }

  /** Ends the offers and holds whose time is over; what fails is tried at the next look. */
  private void settle() {
    try {
      bookings.settle();
    } catch (RuntimeException e) {
      LOG.warn("offers that ended could not be passed on, next try soon: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
