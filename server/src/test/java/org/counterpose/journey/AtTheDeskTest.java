package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.counterpose.journal.Entry;
import org.junit.jupiter.api.Test;

/** The desk mode and the posture measure, with a camera that shows what the test says. */
class AtTheDeskTest extends InTheBrowser {

  private static final double[] REFERENCE = {1, 12.5, 3.25, 0.2};

  @Test
  void today_leads_to_the_desk_on_a_day_of_work() {
    try (Visitor visitor = onPhone()) {
      visitor.open(Trial.begunNow(served, clock).link()).tap("a[href='/desk']");
      assertThat(visitor.heading()).isEqualTo("Camera at my desk");
      visitor.look("desk");
    }
  }

  @Test
  void a_slump_is_told_gently_on_the_page() {
    try (Visitor visitor = atDesk()) {
      CameraOfTheTest camera = at(visitor, "/desk");
      visitor.tap("[data-watch-button]");
      camera.tells(1, 61, 0).sees("slouch");
      assertThat(text(visitor, "[data-hint]"))
          .isEqualTo("You have been leaning for a while. Sit back, or stand up.");
      visitor.look("desk-slumped");
    }
  }

  @Test
  void tall_sitting_is_measured_once_and_kept_for_each_desk_on_this_device() {
    try (Visitor visitor = atDesk()) {
      CameraOfTheTest camera = at(visitor, "/desk");
      visitor.tap("[data-watch-button]").tap(".desk-calibration summary");
      visitor.type("[data-place-name]", "Kitchen").tap("[data-calibrate]");
      assertThat(camera.asked()).isEqualTo(List.of("desk-calibration", List.of()));
      camera.tells(0.4, 0).tells(with(1, 1));
      assertThat(text(visitor, "[data-watch-status]")).startsWith("Kept.");
      assertThat(camera.asked()).isEqualTo(List.of("desk", List.of(50, 1, 12.5, 3.25, 0.2)));
      visitor.open("/desk");
      assertThat(visitor.page().locator("[data-place]").inputValue()).isEqualTo("Kitchen");
    }
  }

  @Test
  void a_calibration_that_fails_says_why_and_keeps_nothing() {
    try (Visitor visitor = atDesk()) {
      CameraOfTheTest camera = at(visitor, "/desk");
      visitor.tap("[data-watch-button]").tap(".desk-calibration summary").tap("[data-calibrate]");
      camera.tells(0.2, 3);
      assertThat(text(visitor, "[data-watch-status]")).contains("you moved");
      assertThat(camera.asked()).isEqualTo(List.of("desk", List.of(50)));
    }
  }

  @Test
  void only_the_sums_that_were_shown_are_kept_and_only_by_a_tap() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = atDesk()) {
      CameraOfTheTest camera = CameraOfTheTest.of(visitor);
      visitor.open(trial.link()).open("/desk").tap("[data-watch-button]");
      camera.tells(1, 1500, 2);
      visitor.tap("[data-watch-button]");
      assertThat(text(visitor, "[data-sums]"))
          .isEqualTo("Minutes seen: 25. Breaks of a minute or more: 2.");
      assertThat(trial.journey().journal().of(Entry.SessionDone.class)).isEmpty();
      visitor.page().locator("[data-disc]").check();
      visitor.look("desk-sums");
      visitor.tap("[data-keep] button");
      visitor.page().waitForURL("**/today");
      assertThat(trial.journey().journal().of(Entry.SessionDone.class))
          .hasSize(2)
          .allMatch(done -> done.step().equals("change-position"));
      assertThat(trial.journey().journal().of(Entry.Worn.class))
          .singleElement()
          .matches(worn -> worn.step().equals("wobble-disc") && worn.seconds() == 1500);
    }
  }

  @Test
  void what_waits_on_this_device_is_in_no_sum_that_could_be_kept_a_second_time() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = atDesk().whoLosesTheNetwork()) {
      CameraOfTheTest camera = CameraOfTheTest.of(visitor);
      visitor.open(trial.link()).open("/desk").tap("[data-watch-button]");
      camera.tells(1, 1500, 2);
      visitor.tap("[data-watch-button]").page().locator("[data-disc]").check();
      visitor.page().route("**/entries?*", AtTheDeskTest::isNotOpenHere);
      visitor.tap("[data-keep] button").page().waitForURL("**/today");
      WithoutANetwork.waits(visitor, 3);

      visitor.open("/desk");
      assertThat(text(visitor, "[data-sums]"))
          .isEqualTo("Minutes seen: 0. Breaks of a minute or more: 0.");
      assertThat(visitor.page().locator("[data-keep]").isVisible()).isFalse();
      visitor.page().unroute("**/entries?*");
      visitor.open("/today");
      WithoutANetwork.until(visitor, WithoutANetwork.NOTHING_WAITS);
      assertThat(trial.journey().journal().of(Entry.SessionDone.class)).hasSize(2);
      assertThat(trial.journey().journal().of(Entry.Worn.class)).hasSize(1);
    }
  }

  private static void isNotOpenHere(Route route) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(404)
            .setHeaders(Map.of("Entries-Refused", "yes", "Content-Type", "text/plain"))
            .setBody("This device does not open the plan."));
  }

  @Test
  void a_hint_is_not_given_again_within_20_minutes_whatever_is_turned_off_and_on() {
    try (Visitor visitor = atDesk()) {
      CameraOfTheTest camera = at(visitor, "/desk");
      visitor.tap("[data-watch-button]");
      camera.sees("slouch");
      visitor.tap("[data-watch-button]").tap("[data-watch-button]");
      assertThat(visitor.page().locator("[data-hint]").isVisible()).isFalse();
      visitor.waits(Duration.ofMinutes(10));
      camera.sees("slouch");
      assertThat(visitor.page().locator("[data-hint]").isVisible()).isFalse();
      visitor.waits(Duration.ofMinutes(11));
      camera.sees("slouch");
      assertThat(visitor.page().locator("[data-hint]").isVisible()).isTrue();
    }
  }

  @Test
  void a_reload_loses_nothing_of_the_sums_and_an_empty_chair_ends_the_camera() {
    try (Visitor visitor = atDesk()) {
      CameraOfTheTest camera = at(visitor, "/desk");
      visitor.tap("[data-watch-button]");
      camera.tells(1, 1500, 2);
      visitor.page().reload();
      assertThat(text(visitor, "[data-sums]"))
          .isEqualTo("Minutes seen: 25. Breaks of a minute or more: 2.");
      visitor.tap("[data-watch-button]");
      camera.tells(0, 0, 0);
      visitor.waits(Duration.ofMinutes(31));
      camera.tells(0, 0, 0);
      assertThat(text(visitor, "[data-watch-status]"))
          .isEqualTo("Nobody was here for half an hour, so the camera is off.");
      assertThat(camera.isOn()).isFalse();
    }
  }

  @Test
  void the_two_inclinations_are_seen_first_and_kept_by_a_tap() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = CameraOfTheTest.of(visitor);
      visitor.open(trial.link()).open("/posture").tap("[data-watch-button]");
      visitor.page().locator("[data-watch=watching]").waitFor();
      visitor.look("posture");
      camera.tells(1, 1, 17.6, -2.4, 1.2, 0.6, 0.82);
      assertThat(text(visitor, "[data-ear]")).isEqualTo("18°, give or take 1");
      assertThat(camera.isOn()).isFalse();
      assertThat(trial.journey().journal().of(Entry.Posture.class)).isEmpty();
      visitor.look("posture-measured");
      visitor.page().locator("button[data-keep]").click();
      visitor.page().waitForURL("**/progress#posture");
      assertThat(trial.journey().journal().of(Entry.Posture.class))
          .singleElement()
          .satisfies(
              kept -> {
                assertThat(kept.earShoulderDegrees()).isEqualTo(17.6);
                assertThat(kept.shoulderHipDegrees()).isEqualTo(-2.4);
                assertThat(kept.confidence()).isEqualTo(0.82);
              });
      visitor.look("posture-record");
    }
  }

  @Test
  void a_measure_that_is_refused_says_why_and_tries_again() {
    try (Visitor visitor = onPhone()) {
      CameraOfTheTest camera = at(visitor, "/posture");
      visitor.tap("[data-watch-button]");
      camera.tells(0, 3, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);
      assertThat(text(visitor, "[data-watch-status]")).isEqualTo("Turn sideways to the camera.");
      assertThat(camera.asked().getFirst()).isEqualTo("posture");
      assertThat(camera.isOn()).isTrue();
    }
  }

  @Test
  void while_a_safety_question_is_due_no_camera_is_offered() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor visitor = onPhone()) {
      visitor.open(trial.link()).open("/step/rolled-towel/morning/stop").tap("[value=pain]");
      visitor.page().waitForURL("**/worse");
      visitor.waits(Duration.ofSeconds(1)).open("/today");
      assertThat(visitor.page().locator("a[href='/desk'], a[href='/posture']").count()).isZero();
      assertThat(visitor.page().navigate("/desk").status()).isEqualTo(404);
    }
  }

  private CameraOfTheTest at(Visitor visitor, String path) {
    CameraOfTheTest camera = CameraOfTheTest.of(visitor);
    visitor.open(Trial.begunNow(served, clock).link()).open(path);
    return camera;
  }

  private static String text(Visitor visitor, String what) {
    return visitor.page().locator(what).innerText();
  }

  private static double[] with(double progress, double ended) {
    double[] numbers = new double[REFERENCE.length + 2];
    numbers[0] = progress;
    numbers[1] = ended;
    System.arraycopy(REFERENCE, 0, numbers, 2, REFERENCE.length);
    return numbers;
  }
}
