package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import org.counterpose.journal.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The player with the coach on: what the coach sees starts, stops and mirrors the clock. */
class PacedByTheCoachTest extends InTheBrowser {

  private static final String NEEDLE = "/step/thread-the-needle/after-work";
  private static final String TOWEL = "/step/rolled-towel/morning";

  @Test
  void without_a_tap_no_camera_is_on_and_nothing_of_it_is_loaded() {
    try (Visitor visitor = onPhone()) {
      List<String> asked = new java.util.ArrayList<>();
      visitor.page().onRequest(request -> asked.add(request.url()));
      begin(visitor, NEEDLE);
      visitor.tap("[data-start]").waits(Duration.ofSeconds(30));
      assertThat(asked).noneMatch(url -> url.matches(".*(/camera/|camera\\.js|coach\\.js).*"));
      assertThat(visitor.page().locator("[data-watch-sign]").isVisible()).isFalse();
    }
  }

  @Test
  void a_sign_shows_that_the_camera_is_on_until_one_tap_turns_it_off() {
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = begin(visitor, NEEDLE);
      visitor.tap("[data-watch-button]");
      visitor.page().locator("[data-watch=watching]").waitFor();
      assertThat(sign(visitor).isVisible()).isTrue();
      assertThat(camera.isOn()).isTrue();
      visitor.look("coach-framing");
      visitor.tap("[data-watch-button]");
      assertThat(sign(visitor).isVisible()).isFalse();
      assertThat(camera.isOn()).isFalse();
    }
  }

  @Test
  void the_coach_is_asked_for_the_holds_of_the_plan() {
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = begin(visitor, NEEDLE);
      visitor.tap("[data-watch-button]");
      assertThat(camera.asked()).isEqualTo(List.of("thread-the-needle", List.of(2)));
    }
  }

  @Test
  void nobody_has_to_get_up_for_the_start_button() {
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = begin(visitor, NEEDLE);
      visitor.tap("[data-watch-button]");
      camera.sees("ready").sees("hold-start", "left");
      assertThat(visitor.state()).isEqualTo("running");
      assertThat(clock(visitor)).isEqualTo("0:15");
    }
  }

  @Test
  void a_hold_begins_when_the_arm_is_under_and_not_before() {
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = begin(visitor, NEEDLE);
      visitor.tap("[data-watch-button]").tap("[data-start]");
      camera.sees("ready");
      visitor.waits(Duration.ofSeconds(25));
      assertThat(clock(visitor)).isEqualTo("0:15");
      assertThat(status(visitor)).contains("clock waits");
      camera.sees("hold-start", "left");
      visitor.waits(Duration.ofSeconds(5));
      assertThat(clock(visitor)).isEqualTo("0:10");
      visitor.look("coach-holding");
    }
  }

  @Test
  void a_hold_that_is_left_early_waits_and_goes_on_where_it_was() {
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = begin(visitor, NEEDLE);
      visitor.tap("[data-watch-button]");
      camera.sees("ready").sees("hold-start", "left");
      visitor.waits(Duration.ofSeconds(5));
      camera.sees("hold-end", "left");
      visitor.waits(Duration.ofSeconds(10));
      assertThat(clock(visitor)).isEqualTo("0:10");
      camera.sees("hold-start", "left");
      visitor.waits(Duration.ofSeconds(4));
      assertThat(clock(visitor)).isEqualTo("0:06");
    }
  }

  @Test
  void who_begins_with_the_other_arm_goes_on_with_that_side() {
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = begin(visitor, NEEDLE);
      visitor.tap("[data-watch-button]");
      camera.sees("ready").sees("hold-start", "right");
      assertThat(visitor.page().locator("[data-side=right]").getAttribute("data-state"))
          .isEqualTo("now");
      assertThat(visitor.heading()).isEqualTo("Right arm under, hold 1 of 2");
      assertThat(status(visitor)).isEqualTo("I see your right arm under.");
    }
  }

  @Test
  void the_wrong_arm_in_the_middle_of_a_side_is_said_and_not_counted() {
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = begin(visitor, NEEDLE);
      visitor.tap("[data-watch-button]");
      camera.sees("ready").sees("hold-start", "left");
      visitor.waits(Duration.ofSeconds(21));
      camera.sees("hold-start", "right");
      assertThat(status(visitor)).isEqualTo("Now the left arm, please.");
      visitor.waits(Duration.ofSeconds(2));
      assertThat(clock(visitor)).isEqualTo("0:15");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lost", "unsure"})
  void where_it_does_not_see_it_says_so_and_the_plain_timer_goes_on(String kind) {
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = begin(visitor, NEEDLE);
      visitor.tap("[data-watch-button]").tap("[data-start]");
      camera.sees("ready");
      visitor.waits(Duration.ofSeconds(22));
      camera.sees(kind);
      assertThat(status(visitor)).isEqualTo("I cannot see you well. The timer goes on by itself.");
      visitor.waits(Duration.ofSeconds(5));
      assertThat(clock(visitor)).isEqualTo("0:10");
    }
  }

  @Test
  void a_hold_that_never_comes_is_not_waited_for_for_ever() {
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = begin(visitor, NEEDLE);
      visitor.tap("[data-watch-button]").tap("[data-start]");
      camera.sees("ready");
      visitor.waits(Duration.ofSeconds(22));
      visitor.waits(Duration.ofSeconds(31));
      visitor.waits(Duration.ofSeconds(3));
      assertThat(clock(visitor)).isEqualTo("0:12");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"refused", "absent", "taken-away", "cannot", "not-installed", "failed"})
  void without_a_camera_one_sentence_says_so_and_the_timer_works(String state) {
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = begin(visitor, TOWEL, state);
      visitor.tap("[data-watch-button]");
      visitor.page().locator("[data-watch='" + state + "']").waitFor();
      assertThat(status(visitor)).endsWith(" The timer works without it.");
      assertThat(sign(visitor).isVisible()).isFalse();
      visitor.tap("[data-start]").waits(Duration.ofSeconds(25));
      assertThat(clock(visitor)).isEqualTo("4:55");
      assertThat(camera.isOn()).isFalse();
    }
  }

  @Test
  void a_camera_that_is_taken_away_in_a_wait_leaves_the_plain_timer() {
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = begin(visitor, NEEDLE);
      visitor.tap("[data-watch-button]").tap("[data-start]");
      camera.sees("ready");
      visitor.waits(Duration.ofSeconds(25));
      camera.becomes("taken-away");
      visitor.waits(Duration.ofSeconds(3));
      assertThat(clock(visitor)).isEqualTo("0:12");
    }
  }

  @Test
  void where_the_camera_saw_nobody_it_says_so_and_asks_before_anything_is_kept() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = begin(visitor, trial, NEEDLE);
      visitor.tap("[data-watch-button]").tap("[data-start]");
      camera.sawAt(0).sawAt(6000);
      assertThat(status(visitor))
          .isEqualTo("I cannot see you yet. Until I do, the plain timer counts.");
      visitor.waits(Duration.ofSeconds(120));
      assertThat(visitor.state()).isEqualTo("ended");
      assertThat(visitor.page().locator("[data-seen-holds]").innerText())
          .isEqualTo("The camera saw 0 of 4 holds.");
      visitor.look("coach-asks");
      assertThat(trial.journey().journal().of(Entry.SessionDone.class)).isEmpty();
      visitor.tap("[data-seen-keep]").page().waitForURL("**/today");
      assertThat(trial.journey().journal().of(Entry.SessionDone.class)).hasSize(1);
    }
  }

  @Test
  void who_says_that_it_was_not_so_keeps_nothing() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      begin(visitor, trial, NEEDLE);
      visitor.tap("[data-watch-button]").tap("[data-start]");
      visitor.waits(Duration.ofSeconds(120)).tap("[data-seen-leave]");
      visitor.page().waitForURL("**/today");
      visitor.open(NEEDLE);
      assertThat(visitor.state()).isEqualTo("ready");
      assertThat(trial.journey().journal().of(Entry.SessionDone.class)).isEmpty();
    }
  }

  @Test
  void who_begins_with_the_other_arm_while_the_clock_waits_sees_that_side() {
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = begin(visitor, NEEDLE);
      visitor.tap("[data-watch-button]").tap("[data-start]");
      camera.sees("ready");
      visitor.waits(Duration.ofSeconds(25));
      camera.sees("hold-start", "right");
      assertThat(visitor.heading()).isEqualTo("Right arm under, hold 1 of 2");
      assertThat(visitor.page().locator("[data-side=right]").getAttribute("data-state"))
          .isEqualTo("now");
    }
  }

  @Test
  void who_leaves_the_picture_in_a_hold_gets_the_plain_timer_and_no_wait() {
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = begin(visitor, NEEDLE);
      visitor.tap("[data-watch-button]");
      camera.sees("ready").sees("hold-start", "left");
      visitor.waits(Duration.ofSeconds(5));
      camera.sees("lost").sees("hold-end", "left");
      visitor.waits(Duration.ofSeconds(4));
      assertThat(clock(visitor)).isEqualTo("0:06");
      assertThat(status(visitor)).isEqualTo("I cannot see you well. The timer goes on by itself.");
    }
  }

  @Test
  void who_comes_up_during_a_pause_is_waited_for_after_it() {
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = begin(visitor, NEEDLE);
      visitor.tap("[data-watch-button]");
      camera.sees("ready").sees("hold-start", "left");
      visitor.waits(Duration.ofSeconds(5)).tap("[data-pause]");
      camera.sees("hold-end", "left");
      visitor.waits(Duration.ofSeconds(40)).tap("[data-pause]");
      visitor.waits(Duration.ofSeconds(10));
      assertThat(clock(visitor)).isEqualTo("0:10");
      camera.sees("hold-start", "left");
      visitor.waits(Duration.ofSeconds(3));
      assertThat(clock(visitor)).isEqualTo("0:07");
    }
  }

  @Test
  void a_hold_that_was_left_and_never_taken_up_again_is_asked_about() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = begin(visitor, trial, TOWEL);
      visitor.tap("[data-watch-button]");
      camera.sees("ready").sees("hold-start");
      visitor.waits(Duration.ofSeconds(3));
      camera.sees("hold-end");
      visitor.waits(Duration.ofSeconds(31)).waits(Duration.ofSeconds(300));
      assertThat(visitor.state()).isEqualTo("ended");
      assertThat(visitor.page().locator("[data-seen-holds]").innerText())
          .isEqualTo("The camera saw 0 of 1 holds.");
      assertThat(trial.journey().journal().of(Entry.SessionDone.class)).isEmpty();
    }
  }

  @Test
  void a_hold_that_went_out_of_sight_is_not_called_seen() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = begin(visitor, trial, TOWEL);
      visitor.tap("[data-watch-button]");
      camera.sees("ready").sees("hold-start");
      visitor.waits(Duration.ofSeconds(3));
      camera.sees("lost");
      visitor.waits(Duration.ofSeconds(300));
      assertThat(visitor.page().locator("[data-seen-holds]").innerText())
          .isEqualTo("The camera saw 0 of 1 holds.");
      visitor.waits(Duration.ofSeconds(30));
      assertThat(trial.journey().journal().of(Entry.SessionDone.class)).isEmpty();
    }
  }

  @Test
  void a_reload_after_a_wait_goes_on_where_the_clock_was() {
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = begin(visitor, TOWEL);
      visitor.tap("[data-watch-button]").tap("[data-start]");
      camera.sees("ready");
      visitor.waits(Duration.ofSeconds(25)).waits(Duration.ofSeconds(31));
      visitor.waits(Duration.ofSeconds(60));
      assertThat(clock(visitor)).isEqualTo("4:00");
      visitor.page().reload();
      visitor.waits(Duration.ofSeconds(1));
      assertThat(clock(visitor)).matches("3:5[89]|4:00");
    }
  }

  @Test
  void who_lies_down_sooner_begins_sooner_and_what_is_kept_is_what_was_held() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = begin(visitor, trial, TOWEL);
      visitor.tap("[data-watch-button]").tap("[data-start]");
      visitor.waits(Duration.ofSeconds(5));
      camera.sees("ready").sees("hold-start");
      assertThat(clock(visitor)).isEqualTo("5:00");
      visitor.waits(Duration.ofSeconds(301));
      assertThat(visitor.page().locator("[data-seen-holds]").innerText())
          .isEqualTo("The camera saw 1 of 1 holds.");
      assertThat(visitor.page().locator("[data-seen-kept]").innerText())
          .isEqualTo("To keep: Rolled towel, 300 seconds.");
      assertThat(trial.journey().journal().of(Entry.SessionDone.class)).isEmpty();
      visitor.waits(Duration.ofSeconds(21));
      visitor.page().waitForURL("**/today");
      assertThat(trial.journey().journal().of(Entry.SessionDone.class))
          .singleElement()
          .satisfies(done -> assertThat(done.seconds()).isEqualTo(300));
    }
  }

  private CameraOfTheTest begin(Visitor visitor, String path) {
    return begin(visitor, Trial.begunNow(served, clock), path);
  }

  private CameraOfTheTest begin(Visitor visitor, Trial trial, String path) {
    CameraOfTheTest camera = CameraOfTheTest.of(visitor);
    visitor.open(trial.link()).open(path);
    return camera;
  }

  private CameraOfTheTest begin(Visitor visitor, String path, String state) {
    CameraOfTheTest camera = CameraOfTheTest.of(visitor).willBe(state);
    visitor.open(Trial.begunNow(served, clock).link()).open(path);
    return camera;
  }

  private static Locator sign(Visitor visitor) {
    return visitor.page().locator("[data-watch-sign]");
  }

  private static String clock(Visitor visitor) {
    return visitor.page().locator("[data-clock]").innerText();
  }

  private static String status(Visitor visitor) {
    return visitor.page().locator("[data-watch-status]").innerText();
  }
}
