package org.counterpose.journey;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.journal.Entry;
import org.junit.jupiter.api.Test;

class DaysOfATrialTest extends InTheBrowser {

  @Test
  void a_rating_is_one_tap_and_can_be_corrected_the_same_day() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link());
      visitor.tap(".scale button[value='5']");
      visitor.page().locator(".scale button[value='5'][aria-pressed=true]").first().waitFor();
      visitor.waits(Duration.ofMinutes(5)).tap(".scale button[value='6']");
      visitor.page().locator(".scale button[value='6'][aria-pressed=true]").first().waitFor();

      assertThat(trial.journey().ratings(trial.now()).byDay()).containsEntry(1, 6.0).hasSize(1);
      visitor.waits(Duration.ofMinutes(1)).tap("button[name=stiffness][value='4']");
      visitor.page().locator("button[name=stiffness][value='4'][aria-pressed=true]").waitFor();
      assertThat(trial.journey().journal().of(Entry.Rated.class).toList().getLast())
          .satisfies(
              rated -> {
                assertThat(rated.pain()).isEqualTo(6);
                assertThat(rated.stiffness()).isEqualTo(Optional.of(4));
              });
      visitor.look("30-today-rated");
    }
  }

  @Test
  void a_rating_after_midnight_belongs_to_the_day_of_who_goes_to_bed_at_two() {
    Trial trial = Trial.begunNow(served, clock);
    trial.add(
        new Entry.RoutineChanged(
            UUID.randomUUID(), trial.nowThere(), Trial.ordinaryDay(LocalTime.of(2, 0))));
    clock.goOn(Duration.between(clock.instant(), Instant.parse("2026-11-24T05:30:00Z")));
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).tap(".scale button[value='5']");
      visitor.page().locator(".scale button[value='5'][aria-pressed=true]").first().waitFor();
      visitor.waits(Duration.ofMinutes(1)).tap("button[name=stiffness][value='4']");
      visitor.page().locator("button[name=stiffness][value='4'][aria-pressed=true]").waitFor();

      visitor.open("/progress").tap("summary");
      assertThat(visitor.page().locator(".ratings tbody").innerText().replaceAll("\\s+", " "))
          .isEqualTo("1 Mon 23 Nov 5 4");
    }
  }

  @Test
  void the_band_is_started_and_stopped_in_one_tap_each_and_is_right_after_the_phone_slept() {
    Trial trial = Trial.begunNow(served, clock);
    clock.goOn(Duration.ofMinutes(150));
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link());
      visitor.tap("form[action='/wear/posture-band/first'] button[value=start]");
      visitor
          .page()
          .locator("form[action='/wear/posture-band/first'] button[value=stop]")
          .first()
          .waitFor();
      visitor.look("31-today-wearing");
      clock.goOn(Duration.ofMinutes(31));
      visitor.page().reload();
      visitor.tap("form[action='/wear/posture-band/first'] button[value=stop]");
      visitor
          .page()
          .locator("form[action='/wear/posture-band/first'] button[value=stop]")
          .first()
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
      assertThat(trial.journey().journal().of(Entry.Worn.class).toList())
          .singleElement()
          .satisfies(worn -> assertThat(worn.seconds()).isBetween(31 * 60, 32 * 60));
    }
  }

  @Test
  void day_nine_has_grown_and_says_why_and_asks_the_weekly_questions() {
    Trial trial = Trial.begunNow(served, clock).ratedUntil(8, day -> 6 - day % 2);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).look("32-today-day-8");
      assertThat(visitor.page().locator("main").innerText())
          .contains("Week 2", "6 min instead of 5 min");
      visitor.tap(".ask-weekly-check .button").look("33-weekly");
      visitor.tap("form .button.primary");
      assertThat(visitor.page().locator("[role=alert]").isVisible()).as("nothing is a no").isTrue();
      saysNone(visitor);
      visitor.type("input[name=activity-1]", "Driving an hour").type("input[name=score-1]", "4");
      visitor.tap("label:has(input[name=change][value='1'])").look("34-weekly-filled");
      visitor.tap("form .button.primary");
      visitor.page().waitForURL("**/today*");
      assertThat(visitor.page().locator(".ask-weekly-check").count()).isZero();
      clock.goOn(Duration.ofDays(1));
      visitor.open("/today").look("35-today-day-9");
      assertThat(visitor.page().locator(".eyebrow").first().innerText()).contains("day 9 of 21");
      visitor.open("/progress").look("36-progress-day-9");
      visitor.open("/aids").look("37-aids").open("/routine").look("38-routine");
      visitor.open("/keep").look("39-keep").open("/forget").look("40-forget");
      visitor.open("/learn/mid-back/thread-the-needle").look("41-learn");
      visitor.open("/safety").look("42-safety").open("/nowhere").look("43-not-found");
    }
  }

  @Test
  void worse_with_trouble_walking_pauses_the_plan_and_keeps_the_record() {
    Trial trial = Trial.begunNow(served, clock).ratedUntil(5, day -> 5);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).tap("a[href='/worse']");
      visitor.tap("label:has(input[value=unsteady])");
      saysOnlyThese(visitor);
      visitor.tap("form .button.primary");
      visitor.page().waitForURL("**/today*");
      visitor.look("44-today-stopped");
      assertThat(visitor.heading()).isEqualTo("Get emergency help now");
      assertThat(visitor.page().locator(".stopped p").first().innerText()).contains("Call 911");
      assertThat(visitor.page().locator(".reasons .answer").allInnerTexts())
          .singleElement(as(STRING))
          .contains("Newly unsteady when I walk");
      assertThat(visitor.page().locator(".tabs, main a[href='/routine']").count()).isZero();
      assertThat(visitor.page().locator("main a[href='/book']").count()).isZero();
      assertThat(visitor.page().locator(".row").count()).isZero();
      assertThat(visitor.page().locator("a[href='/progress']").first().isVisible()).isTrue();
    }
  }

  @Test
  void worse_without_a_sign_is_answered_and_the_plan_goes_on() {
    Trial trial = Trial.begunNow(served, clock).ratedUntil(5, day -> 5);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).tap("a[href='/worse']");
      saysNone(visitor);
      visitor.tap("form .button.primary");
      visitor.page().waitForURL("**/today*");
      visitor.look("46-today-after-worse");
      assertThat(visitor.page().locator(".notice[role=status]").first().innerText())
          .contains("is kept");
      assertThat(visitor.page().locator(".row").count()).isPositive();
    }
  }

  @Test
  void the_verdict_of_a_paused_plan_says_what_to_do_and_leads_to_no_visit() {
    Trial trial = Trial.begunNow(served, clock).ratedUntil(21, day -> day < 10 ? 6 : 2);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/worse");
      visitor.tap("label:has(input[value=fever])");
      saysOnlyThese(visitor);
      visitor.tap("form .button.primary");
      visitor.page().waitForURL("**/today*");
      visitor.open("/verdict").look("45-verdict-stopped");
      assertThat(visitor.page().locator(".stopped h2").count()).isEqualTo(1);
      assertThat(visitor.page().locator("main a[href='/book']").count()).isZero();
      visitor.open("/verdict/summary").look("45-summary-stopped");
      assertThat(visitor.page().locator(".notice.bad").innerText())
          .isEqualTo("A safety answer stopped this trial: Speak to a doctor today.");
    }
  }

  @Test
  void an_unclear_day_21_goes_on_to_a_last_verdict_on_day_28() {
    Trial trial = Trial.begunNow(served, clock).ratedUntil(21, day -> 5 + day % 2);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).look("51-today-day-21");
      assertThat(visitor.page().locator(".eyebrow").first().innerText()).contains("day 21 of 28");
      visitor.tap(".ask-verdict .button");
      assertThat(visitor.page().locator("main").innerText()).contains("goes on to day 28");
      for (int day = 22; day <= 28; day++) {
        clock.goOn(Duration.ofDays(1));
        trial.add(
            new Entry.Rated(
                UUID.randomUUID(),
                clock.instant().atZone(Trial.NEW_YORK).toOffsetDateTime(),
                1 + day % 2,
                Optional.empty()));
      }
      visitor.open("/verdict").look("52-verdict-day-28");
      assertThat(visitor.heading()).startsWith("Better, by about");
      assertThat(visitor.page().locator(".eyebrow").first().innerText()).contains("Day 28");
    }
    try (Visitor visitor = atDesk()) {
      visitor.open(trial.link()).open("/verdict").look("52-verdict-day-28");
      visitor.open("/progress").look("53-progress-day-28");
    }
  }

  @Test
  void erasing_leaves_nothing_and_the_link_opens_nothing() {
    Trial trial = Trial.begunNow(served, clock).ratedUntil(3, day -> 5);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/forget").tap("button[value=yes]");
      assertThat(visitor.page().locator("[role=status]").innerText()).contains("erased");
      assertThat(served.get(trial.link()).status()).isEqualTo(404);
    }
  }

  static void saysNone(Visitor visitor) {
    visitor.tap("label:has(input[name=said][value=none])");
  }

  static void saysOnlyThese(Visitor visitor) {
    visitor.tap("label:has(input[name=said][value=only])");
  }
}
