package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.counterpose.journal.Entry;
import org.junit.jupiter.api.Test;

class WornAcrossAnEndTest extends InTheBrowser {

  private static final String STOP = "form[action='/wear/posture-band/first'] button[value=stop]";

  @Test
  void stop_wearing_on_a_page_from_before_a_pain_stop_keeps_the_time() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      wear(visitor, trial);
      visitor.waits(Duration.ofMinutes(20));
      trial.add(
          new Entry.SessionStopped(
              UUID.randomUUID(), local(trial), "thread-the-needle", Entry.Why.PAIN));
      visitor.tap(STOP);
      visitor.page().locator(STOP).first().waitFor(gone());

      assertWorn(trial, 20 * 60);
    }
  }

  @Test
  void stop_wearing_after_midnight_keeps_the_time() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      wear(visitor, trial);
      visitor.waits(Duration.ofHours(20));
      visitor.tap(STOP);
      visitor.page().locator(STOP).first().waitFor(gone());

      assertWorn(trial, 20 * 60 * 60);
    }
  }

  @Test
  void stop_wearing_after_the_trial_ended_keeps_no_more_than_a_day() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      wear(visitor, trial);
      visitor.waits(Duration.ofDays(20)).waits(Duration.ofDays(20));
      visitor.tap(STOP);
      visitor.page().locator(STOP).first().waitFor(gone());

      assertWorn(trial, 24 * 60 * 60);
    }
  }

  private void wear(Visitor visitor, Trial trial) {
    clock.goOn(Duration.ofMinutes(150));
    visitor.open(trial.link());
    AtomicBoolean loaded = new AtomicBoolean();
    visitor.page().onLoad(page -> loaded.set(true));
    visitor.tap("form[action='/wear/posture-band/first'] button[value=start]");
    visitor
        .page()
        .waitForCondition(loaded::get); // it reads the clock when it comes: no jump before
    visitor.page().locator(STOP).first().waitFor();
  }

  private static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }

  private static OffsetDateTime local(Trial trial) {
    return trial.now().atZone(Trial.NEW_YORK).toOffsetDateTime();
  }

  private static void assertWorn(Trial trial, int seconds) {
    assertThat(trial.journey().journal().of(Entry.Worn.class))
        .singleElement()
        .satisfies(worn -> assertThat(worn.seconds()).isBetween(seconds, seconds + 60));
  }
}
