package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.app.Served;
import org.counterpose.journal.Entry;
import org.counterpose.programme.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TheAnkleTrialTest extends InTheBrowser {

  @Test
  void the_home_page_leads_to_the_article_of_the_other_programme_and_back() {
    try (Visitor visitor = onPhone()) {
      visitor.open("/").look("01-article");
      visitor.tap("a[rel=next]").look("a01-ankle-article");
      assertThat(visitor.heading()).isEqualTo("How to build strong, steady ankles");
      visitor.tap("a[rel=prev]");
      assertThat(visitor.heading()).startsWith("Why your mid-back gets stiff");
    }
  }

  @Test
  void the_article_leads_through_the_check_to_the_first_movement() {
    try (Visitor visitor = onPhone()) {
      visitor.open("/programmes/ankles").tap("label:has(input[value=turns])");
      visitor.tap(".hero .button").look("a20-symptoms");
      visitor.tap("label:has(input[name=which-ankle][value=left])").tap(".check-buttons button");
      visitor.look("a21-tried").tap("button[value=none]").look("a22-pain");
      visitor.tap("button[value='5']").look("a23-signs-now").tap("button[value=none]");
      visitor.look("a24-signs-injury").tap("button[value=none]").look("a25-signs-illness");
      visitor.tap("button[value=none]").look("a26-about-you").type("input[name=age]", "34");
      visitor.tap("button[value=none]").look("a27-about-your-feet").tap("button[value=none]");
      visitor.look("a28-result").tap(".button.primary").look("a29-start");
      visitor.tap("form .button.primary").tap(".next .button.primary");
      visitor.look("a30-first-step").tap("[data-start]");
      assertThat(visitor.state()).isEqualTo("running");
    }
  }

  @Test
  void what_was_measured_is_typed_for_each_side_and_may_come_in_parts() {
    Trial trial = Trial.ofAnkles(served, clock, "both");
    try (Visitor visitor = atDesk()) {
      visitor.open(trial.link()).look("a02-today").open("/measures").look("a03-measures");
    }
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).look("a02-today");
      visitor.tap(".ask-measures .button").look("a03-measures");
      visitor.type("[name=knee-to-wall-left]", "7.5").type("[name=knee-to-wall-right]", "9");
      visitor.type("[name=raises-both-legs]", "12").tap("form .button.primary");
      visitor.page().waitForURL("**/today*");

      visitor.tap(".ask-measures .button").look("a04-measures-left");
      assertThat(visitor.page().locator("input[type=number]").count()).as("one leg").isEqualTo(2);
      visitor.type("[name=raises-one-leg-left]", "3").type("[name=raises-one-leg-right]", "8");
      visitor.tap("form .button.primary").page().waitForURL("**/today*");
      assertThat(visitor.page().locator(".ask-measures").count()).isZero();
      visitor.open("/measures").look("a05-measures-none");
      assertThat(visitor.page().locator("input[type=number]").count()).isZero();

      visitor.open("/progress").look("a06-progress");
      assertThat(visitor.page().locator("#measured").innerText())
          .contains("Knee to wall, left", "7.5 cm", "Calf raises on one leg, right", "8 times")
          .contains("At 20 times, from week 4: Small hops, On both legs");
    }
    assertThat(trial.journey().journal().of(Entry.Measured.class)).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "knee-to-wall-left=&raises-both-legs=",
        "knee-to-wall-left=7.3&raises-both-legs=12",
        "knee-to-wall-left=26",
        "raises-both-legs=many",
      })
  void a_number_that_cannot_be_is_told_and_nothing_of_it_is_kept(String form) {
    Trial trial = Trial.ofAnkles(served, clock, "left");

    Served.Answer answer =
        served.send(
            "POST",
            "/measures",
            form.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Cookie",
            "journey=" + trial.id() + "." + trial.key());

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("role=\"alert\"");
    assertThat(trial.journey().journal().of(Entry.Measured.class)).isEmpty();
  }

  @Test
  void who_has_trouble_on_the_right_sees_the_right_foot_in_front_before_and_after_start() {
    Trial trial = Trial.ofAnkles(served, clock, "right");
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/step/knee-to-wall/after-work").look("a31-player-still");
      assertThat(picture(visitor)).endsWith("/knee-to-wall-start-right.svg");
      assertThat(visitor.page().locator(".before").innerText())
          .startsWith("Before you start\nWho should leave it out");
      visitor.tap("[data-start]").look("a32-player-way");
      assertThat(picture(visitor)).endsWith("/knee-to-wall-right-moving.svg");
      visitor.waits(Duration.ofSeconds(21));
      assertThat(picture(visitor)).endsWith("/knee-to-wall-right.svg");
      visitor.waits(Duration.ofSeconds(10)).look("a33-player-return");
      assertThat(picture(visitor)).endsWith("/knee-to-wall-start-right.svg");
    }
  }

  private static String picture(Visitor visitor) {
    return visitor.page().locator("[data-figure]").getAttribute("src");
  }

  @Test
  void what_was_ticked_in_the_check_is_suggested_and_kept_once_it_is_scored() {
    Trial trial = Trial.ofAnkles(served, clock, "left", "walking", "stairs", "running", "sport");
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/activities").look("a34-wishes");
      assertThat(named(visitor)).isEqualTo(List.of("Walk far", "Go up and down stairs", "Run"));
      assertThat(visitor.page().locator("main").innerText()).contains("You ticked this too:");
      visitor.tap("form .button.primary");
      assertThat(visitor.page().locator("[role=alert]").isVisible()).as("none scored").isTrue();

      visitor.type("[name=score-2]", "3").type("[name=activity-3]", "");
      visitor.tap("form .button.primary").page().waitForURL("**/today*");
    }
    assertThat(trial.journey().activities(clock.instant()))
        .containsExactly("Go up and down stairs");
  }

  private static Object named(Visitor visitor) {
    return visitor
        .page()
        .locator("input[name^=activity-]")
        .evaluateAll("all => all.map(field => field.value)");
  }

  @Test
  void repetitions_are_counted_by_taps_and_kept_with_the_session() {
    Trial trial = Trial.ofAnkles(served, clock, "left");
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/step/calf-raises/morning").look("a07-player");
      visitor.tap("[data-start]").waits(Duration.ofSeconds(25)).look("a08-player-set");
      assertThat(visitor.page().locator(".controls [data-stop]").boundingBox())
          .as("the way to stop, without scrolling")
          .satisfies(box -> assertThat(box.y + box.height).isLessThanOrEqualTo(844));
      visitor.tap("[data-set-done]").look("a09-player-rest");
      assertThat(visitor.heading()).isEqualTo("Rest");
      visitor.tap("[data-less]").tap("[data-less]").waits(Duration.ofSeconds(62));
      assertThat(visitor.heading()).startsWith("Set 2 of 2");
      assertThat(visitor.page().locator("[data-count]").inputValue()).isEqualTo("10");

      visitor.waits(Duration.ofSeconds(42));
      visitor.page().locator("[data-seen]").waitFor();
      visitor.type("[data-count]", "7").waits(Duration.ofSeconds(20)).look("a10-player-ended");
      assertThat(visitor.page().locator("[data-seen]").innerText()).contains("15 times");
      visitor.tap("[data-seen-keep]").page().waitForURL("**/today*");
    }
    assertThat(trial.journey().journal().of(Entry.SessionDone.class))
        .singleElement()
        .satisfies(done -> assertThat(done.reps()).isEqualTo(Optional.of(15)));
  }

  @Test
  void who_taps_nothing_is_taken_to_have_done_what_was_asked() {
    Trial trial = Trial.ofAnkles(served, clock, "left");
    try (Visitor visitor = atDesk()) {
      visitor.open(trial.link()).open("/step/calf-raises/morning").look("a07-player");
      visitor.tap("[data-start]").waits(Duration.ofSeconds(25)).look("a08-player-set");
      visitor.waits(Duration.ofSeconds(140)).look("a10-player-ended");
      assertThat(visitor.page().locator("[data-seen-soon]").innerText())
          .matches("It is kept by itself in \\d+ seconds. You can take it back .* Progress.");
      visitor.waits(Duration.ofSeconds(21)).page().waitForURL("**/today*");
    }
    assertThat(trial.journey().journal().of(Entry.SessionDone.class))
        .singleElement()
        .satisfies(done -> assertThat(done.reps()).isEqualTo(Optional.of(20)));
  }

  @Test
  void who_closes_the_phone_at_the_question_finds_the_session_kept_and_can_take_it_back() {
    Trial trial = Trial.ofAnkles(served, clock, "left");
    try (Visitor visitor = onPhone()) {
      atTheQuestion(visitor, trial).look("a10-player-soon").open("/").waits(Duration.ofHours(2));
      visitor.open("/today").page().locator("[data-notice=kept-later]").waitFor();
      visitor.look("a10-kept-later").widened().look("a10-kept-later").narrowed();
      assertThat(trial.journey().journal().of(Entry.SessionDone.class)).hasSize(1);

      visitor.open("/progress").tap("form[action^='/take-back/'] button");
    }
    assertThat(trial.journey().journal().of(Entry.SessionDone.class)).isEmpty();
  }

  @Test
  void who_asks_to_wait_is_waited_for_and_asked_again_on_today() {
    Trial trial = Trial.ofAnkles(served, clock, "left");
    try (Visitor visitor = onPhone()) {
      atTheQuestion(visitor, trial).tap("[data-seen-wait]").waits(Duration.ofSeconds(60));
      assertThat(visitor.state()).isEqualTo("ended");
      visitor.look("a10-player-waits").waits(Duration.ofHours(2));
      visitor.open("/today").look("a10-asked-again").widened().look("a10-asked-again").narrowed();
      assertThat(trial.journey().journal().of(Entry.SessionDone.class)).isEmpty();

      visitor.open("/step/calf-raises/morning");
      assertThat(visitor.state()).as("not lost").isEqualTo("ended");
      visitor.open("/today").tap("[data-asked-again] .button.primary");
      visitor.page().locator("[data-notice=kept-later]").waitFor();
    }
    assertThat(trial.journey().journal().of(Entry.SessionDone.class)).hasSize(1);
  }

  private static Visitor atTheQuestion(Visitor visitor, Trial trial) {
    visitor.open(trial.link()).open("/step/calf-raises/morning").tap("[data-start]");
    visitor.waits(Duration.ofSeconds(25)).waits(Duration.ofSeconds(140));
    visitor.page().locator("[data-seen-wait]").waitFor();
    return visitor;
  }

  @Test
  void what_a_step_waits_for_is_told_and_a_stage_that_has_opened_is_named() {
    Trial trial = Trial.ofAnkles(served, clock, "left");
    trial.add(
        new Entry.Measured(
            UUID.randomUUID(), trial.nowThere(), "raises-both-legs", 20, Optional.empty()));
    clock.goOn(Duration.ofDays(8));
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).look("a11-today-week-2");
      assertThat(visitor.page().locator("main").innerText())
          .contains("Now: On one leg")
          .contains("This comes from week 4 on, once you reach: Calf raises on one leg, 20 times");
    }
  }

  @Test
  void nothing_is_offered_that_belongs_to_a_day_at_a_desk() {
    Trial trial = Trial.ofAnkles(served, clock, "left");
    String cookie = "journey=" + trial.id() + "." + trial.key();

    assertThat(served.get("/today", "Cookie", cookie).body())
        .contains("href=\"/pause\"")
        .doesNotContain("href=\"/posture\"", "href=\"/desk\"");
    assertThat(served.get("/posture", "Cookie", cookie).status()).isEqualTo(404);
    assertThat(served.get("/routine", "Cookie", cookie).body())
        .contains("name=\"wake\"")
        .doesNotContain("name=\"breakMinutes\"");
  }

  @Test
  void what_was_logged_long_ago_is_opened_only_on_a_tap() {
    Trial trial = Trial.ofAnkles(served, clock, "left").ratedUntil(15, day -> 4);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/progress").look("a14-progress-15");
      assertThat(visitor.page().locator(".log li:visible").count()).isEqualTo(10);
      visitor.tap("summary:has-text('Earlier: 5 lines')");
      assertThat(visitor.page().locator(".log li:visible").count()).isEqualTo(15);
    }
  }

  @Test
  void the_verdict_after_six_weeks_tells_what_was_measured_and_no_course_of_another_complaint() {
    Trial trial =
        Trial.ofAnkles(served, clock, "left")
            .measures("knee-to-wall", Side.LEFT, 6)
            .ratedUntil(42, day -> day < 15 ? 5 + day % 2 : 1 + day % 2)
            .measures("knee-to-wall", Side.LEFT, 9.5);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).tap(".ask-verdict .button").look("a12-verdict");
      assertThat(visitor.heading()).startsWith("Better");
      assertThat(visitor.page().locator("main").innerText())
          .contains("Knee to wall, left", "From 6 cm to 9.5 cm: this is better.")
          .doesNotContain("back pain");
      visitor.open("/verdict/summary").look("a13-summary");
      assertThat(visitor.page().locator("main").innerText())
          .contains("6 cm on day 1, 9.5 cm on day 42; less than 2 cm", "names no published course")
          .doesNotContain("back pain", "no day of the first week was rated");
    }
  }
}
