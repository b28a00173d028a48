package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.web.AssetAddresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The camera of a real browser: given, refused, absent, taken away, or of no use. */
@Timeout(300)
class CameraInChromiumTest {

  private static final String MADE_UP = "--use-fake-device-for-media-stream";
  private static final String ALLOWED = "--use-fake-ui-for-media-stream";

  /** Takes the newer way away, and counts what the model is given and how much of it waits. */
  private static final String WITHOUT_FRAMES =
      """
      delete window.MediaStreamTrackProcessor;
      window.given = 0;
      window.mostWaiting = 0;
      let waiting = 0;
      window.Worker = class extends Worker {
        constructor(...all) {
          super(...all);
          this.addEventListener("message", ({ data }) => { if (data.frame) waiting--; });
        }
        postMessage(message, ...all) {
          if (message.picture) {
            window.given++;
            window.mostWaiting = Math.max(window.mostWaiting, ++waiting);
          }
          super.postMessage(message, ...all);
        }
      };
      """;

  @TempDir Path folder;
  private final SettableClock clock = SettableClock.at("2026-11-23T12:15:00Z");
  private Served served;

  @BeforeEach
  void start() {
    served = Served.in(folder.resolve(UUID.randomUUID().toString()), clock);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void it_watches_after_one_tap_and_its_light_goes_out_with_the_next() {
    try (Chromium chromium = new Chromium(MADE_UP, ALLOWED);
        Visitor visitor = atThePlayer(chromium)) {
      List<String> asked = new ArrayList<>();
      visitor.page().onRequest(request -> asked.add(request.url()));
      visitor.tap("[data-watch-button]");
      watch(visitor, "watching");
      assertThat(asked).anyMatch(url -> url.contains("/camera/") && url.endsWith(".task"));
      assertThat(asked).anyMatch(url -> url.endsWith("js/coach.js"));
      Object live =
          visitor
              .page()
              .evaluate(
                  "() => (window.track = document.querySelector('video').srcObject.getTracks()[0])"
                      + ".readyState");
      visitor.tap("[data-watch-button]");
      assertThat(live).isEqualTo("live");
      assertThat(visitor.page().evaluate("() => window.track.readyState")).isEqualTo("ended");
      watch(visitor, "off");
    }
  }

  @Test
  void refused_it_says_so_in_one_sentence() {
    try (Chromium chromium = new Chromium(MADE_UP);
        Visitor visitor = atThePlayer(chromium)) {
      visitor.tap("[data-watch-button]");
      watch(visitor, "refused");
      assertThat(status(visitor))
          .isEqualTo(
              "The camera was not allowed. To allow it, use the sign beside this page's address, then tap"
                  + " again. The timer works without it.");
    }
  }

  @Test
  void absent_it_says_so() {
    try (Chromium chromium = new Chromium(ALLOWED);
        Visitor visitor = atThePlayer(chromium)) {
      visitor.tap("[data-watch-button]");
      watch(visitor, "absent");
    }
  }

  @Test
  void without_webgl_it_says_that_this_browser_cannot() {
    try (Chromium chromium = new Chromium(MADE_UP, ALLOWED, "--disable-3d-apis");
        Visitor visitor = atThePlayer(chromium)) {
      visitor.tap("[data-watch-button]");
      watch(visitor, "cannot");
    }
  }

  @Test
  void taken_away_it_says_so_and_lets_go() {
    try (Chromium chromium = new Chromium(MADE_UP, ALLOWED);
        Visitor visitor = atThePlayer(chromium)) {
      visitor.tap("[data-watch-button]");
      watch(visitor, "watching");
      visitor
          .page()
          .evaluate(
              "() => document.querySelector('video').srcObject.getTracks()[0]"
                  + ".dispatchEvent(new Event('ended'))");
      watch(visitor, "taken-away");
      assertThat(visitor.page().locator("[data-watch-sign]").isVisible()).isFalse();
    }
  }

  @Test
  void at_a_clinic_without_the_camera_parts_it_says_so_before_it_asks_for_the_camera() {
    try (Chromium chromium = new Chromium(MADE_UP, ALLOWED);
        Visitor visitor =
            atThePlayer(Visitor.onPhoneInRealTime(chromium, served, clock).withoutAWorker())) {
      visitor
          .page()
          .route(
              "**/camera/parts",
              route -> route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("{}")));
      visitor.tap("[data-watch-button]");
      watch(visitor, "not-installed");
    }
  }

  @Test
  void where_a_browser_hands_over_no_frames_they_are_taken_from_the_picture_and_none_waits() {
    try (Chromium chromium = new Chromium(MADE_UP, ALLOWED);
        Visitor visitor = atThePlayer(chromium)) {
      visitor.page().evaluate("() => { " + WITHOUT_FRAMES + " }");
      visitor.tap("[data-watch-button]");
      watch(visitor, "watching");
      visitor.page().waitForFunction("() => window.given >= 10");
      assertThat(visitor.page().evaluate("() => window.mostWaiting")).isEqualTo(1);
    }
  }

  @Test
  void a_processor_without_vectors_is_told_that_it_cannot() {
    try (Chromium chromium = new Chromium(MADE_UP, ALLOWED);
        Visitor visitor = atThePlayer(chromium)) {
      visitor.page().evaluate("() => { WebAssembly.validate = () => false; }");
      visitor.tap("[data-watch-button]");
      watch(visitor, "cannot");
    }
  }

  @Test
  void turned_off_while_the_browser_still_asks_the_camera_does_not_come_on() {
    try (Chromium chromium = new Chromium(MADE_UP, ALLOWED);
        Visitor visitor = atThePlayer(chromium)) {
      visitor
          .page()
          .evaluate(
              "() => { const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);"
                  + " navigator.mediaDevices.getUserMedia = async (what) => { window.asked = true;"
                  + " await new Promise((go) => (window.grant = go));"
                  + " return (window.given = await ask(what)); }; }");
      visitor.tap("[data-watch-button]");
      visitor.page().waitForFunction("() => window.asked");
      visitor.tap("[data-watch-button]");
      visitor.page().evaluate("() => window.grant()");
      visitor
          .page()
          .waitForFunction(
              "() => window.given && window.given.getTracks().every((track) => track.readyState ==="
                  + " 'ended')");
      watch(visitor, "off");
    }
  }

  @Test
  void closed_twice_it_calls_nobody_any_more() {
    try (Chromium chromium = new Chromium(MADE_UP, ALLOWED);
        Visitor visitor = atThePlayer(chromium)) {
      opened(visitor, 40);
      visitor.page().waitForFunction("() => window.calls.includes('seen')");
      Object calls =
          visitor
              .page()
              .evaluate(
                  "() => { handle.close(); handle.close(); window.before = calls.length;"
                      + " return calls.slice(0, 3).join(' '); }");
      visitor.page().waitForTimeout(1500); // some frames long
      assertThat(calls).isEqualTo("starting watching seen");
      assertThat(visitor.page().evaluate("() => calls.length - window.before")).isEqualTo(0);
    }
  }

  @Test
  void settings_that_no_coach_takes_end_it_at_once() {
    try (Chromium chromium = new Chromium(MADE_UP, ALLOWED);
        Visitor visitor = atThePlayer(chromium)) {
      opened(visitor, -1);
      assertThat(visitor.page().evaluate("() => calls.join(' ')")).isEqualTo("starting failed");
      assertThat(visitor.page().evaluate("() => tracks.map((track) => track.readyState).join()"))
          .isEqualTo("ended");
    }
  }

  /** Opens the camera as a page's script does, at a desk whose positions may be kept so long. */
  private static void opened(Visitor visitor, int minutes) {
    visitor
        .page()
        .evaluate(
            """
            async ({ camera, minutes }) => {
              window.calls = [];
              window.tracks = [];
              const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
              navigator.mediaDevices.getUserMedia = async (what) => {
                const stream = await ask(what);
                window.tracks.push(...stream.getTracks());
                return stream;
              };
              const { open } = await import(camera);
              window.handle = open({
                video: null, step: "desk", settings: [minutes], framesASecond: 5,
                state: (name) => calls.push(name), event: () => {}, seen: () => calls.push("seen"),
              });
              await handle.started;
            }
            """,
            Map.of("camera", new AssetAddresses().of("js/camera.js"), "minutes", minutes));
  }

  private Visitor atThePlayer(Chromium chromium) {
    return atThePlayer(Visitor.onPhoneInRealTime(chromium, served, clock));
  }

  private Visitor atThePlayer(Visitor visitor) {
    visitor.open(Trial.begunNow(served, clock).link()).open("/step/thread-the-needle/after-work");
    return visitor;
  }

  private static void watch(Visitor visitor, String state) {
    visitor
        .page()
        .locator("[data-watch='" + state + "']")
        .waitFor(new Locator.WaitForOptions().setTimeout(60_000));
  }

  private static String status(Visitor visitor) {
    return visitor.page().locator("[data-watch-status]").innerText();
  }
}
