package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.counterpose.journal.Entry;
import org.junit.jupiter.api.Test;

class FromArticleToFirstMovementTest extends InTheBrowser {

  @Test
  void the_first_movement_is_at_most_fifteen_taps_away() {
    try (Visitor visitor = onPhone()) {
      visitor.open("/").look("01-article");
      visitor.tap("label:has(input[value=stiffness])").tap(".hero .button").look("03-tried");
      visitor.tap("button[value=none]").look("04-hours");
      visitor
          .tap("label:has(input[name=hours-sitting][value='8'])")
          .tap(".check-buttons button")
          .look("05-pain");
      visitor.tap("button[value='6']").look("06-signs-now");
      visitor.tap("button[value=none]").look("07-signs-illness");
      visitor.tap("button[value=none]").look("08-about-you");
      visitor.tap("input[name=age]").type("input[name=age]", "42");
      visitor.tap("button[value=none]").look("09-inflammatory");
      visitor.tap("button[value=none]").look("10-result");
      visitor.tap(".button.primary").look("11-start");
      visitor.tap("form .button.primary").look("11-welcome");
      assertThat(visitor.path()).isEqualTo("/today?begun");
      assertThat(
              visitor.page().locator(".welcome a").evaluateAll("all => all.map(a => a.pathname)"))
          .isEqualTo(List.of("/plan", "/keep"));
      visitor.tap(".next .button.primary").look("12-player");
      visitor.tap("[data-start]");

      assertThat(visitor.state()).isEqualTo("running");
      assertThat(visitor.taps()).isLessThanOrEqualTo(15);
      visitor.look("13-player-running");

      visitor.waits(Duration.ofSeconds(30)).look("14-player-hold");
      visitor.page().reload();
      assertThat(visitor.state()).as("after a reload").isEqualTo("running");

      visitor.waits(Duration.ofSeconds(300));
      visitor.page().waitForURL("**/today");
      visitor.look("15-today-day-1");
      assertThat(visitor.page().locator(".row.is-done").count()).isEqualTo(1);
    }
  }

  @Test
  void the_keyboard_alone_is_enough() {
    try (Visitor visitor = atDesk()) {
      visitor.open("/").look("01-article");
      visitor.press("input[value=stiffness]", "Space").go(".hero .button");
      visitor.look("03-tried").go("button[value=none]");
      visitor.press("input[name=hours-sitting]", "ArrowRight");
      visitor.type("input[name=hours-sitting-other]", "8.5").look("04-hours");
      visitor.go(".check-buttons button").look("05-pain").go("button[value='6']");
      visitor.look("06-signs-now").go("button[value=none]").go("button[value=none]");
      visitor.type("input[name=age]", "42").look("08-about-you").go("button[value=none]");
      visitor.go("button[value=none]").look("10-result").go(".button.primary");
      visitor.look("11-start").go("form .button.primary").look("11-welcome");
      visitor.go(".next .button.primary");
      visitor.look("12-player").press("[data-start]", "Enter");
      assertThat(visitor.state()).isEqualTo("running");
      visitor.press("[data-pause]", "Enter");
      assertThat(visitor.state()).isEqualTo("paused");
      visitor.press("[data-pause]", "Enter");
      visitor.waits(Duration.ofSeconds(25)).look("14-player-hold");
      visitor.go("[data-stop]").look("16-stop").go("button[value=time]");
      assertThat(visitor.path()).isEqualTo("/today");
      visitor.look("15-today-day-1");
    }
  }

  @Test
  void no_script_is_needed() {
    try (Visitor visitor = withoutScript()) {
      visitor.open("/").tap(".hero .button");
      visitor.tap("label:has(input[value=numbness])").tap("button[value=chosen]");
      assertThat(visitor.page().locator("#q-numbness-where").isVisible())
          .as("numbness opens where")
          .isTrue();
      visitor.tap("label:has(input[value=beside-spine])").tap("button[value=chosen]");
      visitor.tap("button[value=none]");
      visitor.tap("label:has(input[name=hours-sitting][value='8'])").tap(".check-buttons button");
      visitor.tap("button[value='6']").tap("button[value=none]").tap("button[value=none]");
      visitor.type("input[name=age]", "42").tap("button[value=none]").tap("button[value=none]");
      assertThat(visitor.heading()).isEqualTo("You can start");
      assertThat(visitor.page().locator(".reasons").innerText())
          .contains("If it spreads to an arm");
      visitor.tap("a[href$='/start']").tap("form .button.primary");
      visitor.tap(".next .button.primary").tap("[data-without-script] .start");
      assertThat(visitor.path()).isEqualTo("/today");
      assertThat(visitor.page().locator(".row.is-done").count()).isEqualTo(1);
    }
  }

  @Test
  void going_back_loses_no_answer_and_a_missing_one_is_told() {
    try (Visitor visitor = onPhone()) {
      visitor.open("/programmes/mid-back/check").tap("button[value=chosen]");
      assertThat(visitor.page().locator("[role=alert]").innerText()).contains("One answer");
      visitor.look("17-check-fault");
      visitor.tap("label:has(input[value=tension])").tap("button[value=chosen]");
      visitor.tap(".back");
      assertThat(visitor.page().locator("input[value=tension]").isChecked()).isTrue();
    }
  }

  @Test
  void how_long_it_has_lasted_is_asked_beside_the_pain_and_may_be_skipped() {
    try (Visitor visitor = onPhone()) {
      visitor.open("/programmes/mid-back/check/pain-average");
      visitor.press("input[name=duration]", "Space").press("input[value=under-6-weeks]", "Enter");
      visitor.page().locator("[role=alert]").waitFor(); // Enter is no pain of 0
      assertThat(visitor.page().locator("input[value=under-6-weeks]").isChecked()).isTrue();
      visitor.tap("label:has(input[value=over-12-weeks])").look("05-pain-and-duration");
      visitor.tap("button[value='6']");
      assertThat(visitor.path()).endsWith("/check/signs-now");
      visitor.tap(".back");
      assertThat(visitor.page().locator("input[value=over-12-weeks]").isChecked()).isTrue();
      assertThat(visitor.page().locator("button[value='6'][aria-pressed=true]").count()).isOne();
    }
  }

  @Test
  void chest_pain_is_a_full_stop_with_no_way_to_exercises() {
    try (Visitor visitor = onPhone()) {
      visitor.open("/programmes/mid-back/check");
      visitor.tap("label:has(input[value=stiffness])").tap("button[value=chosen]");
      visitor.tap("button[value=none]").tap("label:has(input[name=hours-sitting][value='8'])");
      visitor.tap(".check-buttons button").tap("button[value='6']");
      visitor.tap("label:has(input[value=chest-pain])").tap("button[value=none]");
      assertThat(visitor.page().locator("[role=alert]").isVisible()).as("a slip of a tap").isTrue();
      assertThat(visitor.page().locator("input[value=chest-pain]").isChecked()).isTrue();
      visitor.tap("button[value=only]");
      visitor.look("18-get-help-now");
      assertThat(visitor.heading()).isEqualTo("Get emergency help now");
      assertThat(visitor.page().locator("main a").evaluateAll("all => all.map(a => a.pathname)"))
          .as("to call, and to put a slip right")
          .isEqualTo(List.of("911", "/programmes/mid-back/check/signs-now"));
      assertThat(visitor.page().locator("main").innerText()).contains("Chest pain");
      visitor.open("/programmes/mid-back/start");
      assertThat(visitor.path()).isEqualTo("/programmes/mid-back/result");
    }
  }

  @Test
  void fever_is_for_a_doctor_today_and_weak_bones_for_a_clinician_first() {
    try (Visitor visitor = onPhone()) {
      visitor.open("/programmes/mid-back/check");
      visitor.tap("label:has(input[value=stiffness])").tap("button[value=chosen]");
      visitor.tap("button[value=none]").tap("label:has(input[name=hours-sitting][value='8'])");
      visitor.tap(".check-buttons button").tap("button[value='6']");
      visitor.tap("button[value=none]");
      visitor.tap("label:has(input[value=fever])").tap("button[value=only]");
      assertThat(visitor.heading()).isEqualTo("Speak to a doctor today");
      visitor.look("19-same-day");

      visitor.open("/programmes/mid-back/check/signs-illness");
      visitor.tap("label:has(input[value=fever])").tap("button[value=none]");
      visitor.type("input[name=age]", "71").tap("label:has(input[value=osteoporosis])");
      visitor.tap("button[value=only]").tap("button[value=none]");
      assertThat(visitor.heading()).isEqualTo("See a clinician before you exercise");
      visitor.look("20-clinician-first");
      assertThat(visitor.page().locator("main a[href*='/start']").count()).isZero();
      assertThat(visitor.page().locator("main a[href='/book']").count()).isEqualTo(1);
    }
  }

  @Test
  void a_first_episode_after_fifty_goes_on_without_two_steps() {
    try (Visitor visitor = onPhone()) {
      visitor.open("/programmes/mid-back/check");
      visitor.tap("label:has(input[value=stiffness])").tap("button[value=chosen]");
      visitor.tap("button[value=none]");
      visitor.tap("label:has(input[name=hours-sitting][value='8'])").tap(".check-buttons button");
      visitor.tap("button[value='3']").tap("button[value=none]").tap("button[value=none]");
      visitor.type("input[name=age]", "55").tap(".ticked:has(input[name=first-episode])");
      visitor.tap("button[value=only]").tap("button[value=none]");
      visitor.look("21-adapted");
      assertThat(visitor.page().locator("main").innerText())
          .contains("Rolled towel is left out", "Thread the needle is left out");
      visitor.tap(".button.primary").tap("form .button.primary");
      assertThat(visitor.path()).isEqualTo("/today?begun");
      visitor.look("22-today-adapted");
    }
  }

  @Test
  void hurts_stop_asks_logs_and_adapts() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/step/thread-the-needle/after-work").look("23-needle");
      visitor.tap("[data-start]").waits(Duration.ofSeconds(25)).look("24-needle-hold");
      visitor.tap("[data-stop]").look("16-stop").tap("button[value=pain]");
      visitor.page().waitForURL("**/worse");
      visitor.look("25-worse");
      assertThat(trial.journey().journal().of(Entry.SessionStopped.class))
          .singleElement()
          .satisfies(stopped -> assertThat(stopped.why()).isEqualTo(Entry.Why.PAIN));
      visitor.open("/today").look("26-today-asks");
      assertThat(visitor.page().locator(".ask-safety-check").isVisible()).isTrue();
    }
  }
}
