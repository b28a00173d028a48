package org.counterpose.app;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.counterpose.guard.RateLimits;
import org.counterpose.store.Database;
import org.counterpose.store.SqlRateBuckets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the limits outlive a restart: what was used is written every few seconds and at the end, in
 * one transaction, and read at the start. No request waits for it.
 */
final class KeptLimits implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KeptLimits.class);
  private static final int SECONDS = 5;

  private final RateLimits limits;
  private final SqlRateBuckets store;
  private final InstantSource clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("limits").factory());

  KeptLimits(RateLimits limits, Database database, InstantSource clock) {
    this.limits = limits;
    this.store = new SqlRateBuckets(database);
    this.clock = clock;
  }

  void begin() {
    limits.goOn(
        store.all().stream()
            .map(kept -> new RateLimits.Level(kept.name(), kept.sender(), kept.left(), kept.at()))
            .toList());
    thread.scheduleWithFixedDelay(this::write, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void write() {
    List<RateLimits.Level> used = limits.used();
    if (used.isEmpty()) {
      return;
    }
    try {
      store.keep(
          used.stream()
              .map(
                  level ->
                      new SqlRateBuckets.Level(
                          level.limit(), level.sender(), level.left(), level.at()))
              .toList(),
          clock.instant().minus(RateLimits.fullAfter()));
    } catch (RuntimeException e) {
      LOG.warn("the limits could not be kept, next try in {} s: {}", SECONDS, e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.close();
    write();
  }
}
