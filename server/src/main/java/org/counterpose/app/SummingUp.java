package org.counterpose.app;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.counterpose.clinic.ClinicList;
import org.counterpose.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the clinic's list true while nobody looks: every few seconds it sums up the rows for which
 * something arrived or whose day has turned.
 */
final class SummingUp implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SummingUp.class);
  private static final int SECONDS = 5;

  private final ClinicList list;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("summing-up").factory());

  SummingUp(ClinicList list) {
    this.list = list;
  }

  void begin() {
    thread.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      list.sumUpAll();
    } catch (StoreUnavailable e) {
      LOG.debug("the list was not summed up: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("the list could not be summed up, next try in {} s", SECONDS, e);
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
