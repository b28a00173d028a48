package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A plan that was just made, at different hours of a day in New York. */
class FirstDayOfAPlanTest extends InTheBrowser {

  @Test
  void in_the_evening_it_offers_the_evening_and_not_a_morning_that_is_over() {
    clock.set(Instant.parse("2026-11-24T00:20:00Z"));
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).page().waitForURL("**/today");

      assertThat(visitor.page().locator(".row .when").allInnerTexts())
          .containsExactly("19:20", "22:00");
      assertThat(visitor.page().locator(".ring").getAttribute("aria-label"))
          .isEqualTo("0 of 2 done");
      visitor.look("a2-today-evening").widened().look("a2-today-evening");
    }
  }

  @Test
  void at_bedtime_it_says_that_it_begins_tomorrow() {
    clock.set(Instant.parse("2026-11-24T04:05:00Z"));
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).page().waitForURL("**/today");

      assertThat(visitor.heading()).isEqualTo("Your plan begins tomorrow");
      assertThat(visitor.page().locator("main").innerText())
          .contains("a rating of your pain")
          .doesNotContain("Nothing due");
      assertThat(visitor.page().locator(".row").count()).isZero();
      visitor.look("a2-today-bedtime");
      visitor.waits(Duration.ofHours(9)).open("/today");
      assertThat(visitor.page().locator(".row").count()).isGreaterThan(3);
      assertThat(visitor.page().locator("main").innerText()).doesNotContain("begins tomorrow");
    }
  }

  @Test
  void progress_says_of_today_what_today_says_and_counts_the_days_that_are_over() {
    Trial trial = Trial.begunNow(served, clock);
    clock.goOn(Duration.ofHours(3));
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).page().waitForURL("**/today");
      visitor.tap("form[data-row^='change-position'] button");
      visitor.page().locator(".row .note:text-is('1 of 10 so far')").waitFor();
      String today = visitor.page().locator(".ring").getAttribute("aria-label");
      visitor.open("/progress").look("a2-progress-day-1");

      assertThat(visitor.page().locator("main").innerText())
          .contains("No day is over yet", "Today so far: " + today)
          .doesNotContain("100 %");

      visitor.waits(Duration.ofDays(1)).open("/progress").look("a2-progress-day-2");
      assertThat(visitor.page().locator("main").innerText())
          .contains("of what was due on day 1, which is over")
          .containsPattern("Change position\\s+10 %");
    }
  }
}
