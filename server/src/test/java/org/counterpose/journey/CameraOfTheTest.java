package org.counterpose.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;

/**
 * A camera that shows what the test says: it stands behind the same calls as the real one, and
 * nothing but the camera is made up.
 */
final class CameraOfTheTest {

  private static final String SCRIPT =
      """
      export function open(asked) {
        const camera = { asked, open: true, changes: [] };
        window.cameras = window.cameras || [];
        window.cameras.push(camera);
        asked.state("starting");
        if (window.cameraState) asked.state(window.cameraState);
        else asked.state("watching");
        return {
          change: (step, settings) => camera.changes.push([step, settings]),
          close: () => { camera.open = false; },
        };
      }
      """;

  private final Page page;

  private CameraOfTheTest(Page page) {
    this.page = page;
  }

  /** Puts the camera behind a visitor's pages, before they are opened. */
  static CameraOfTheTest of(Visitor visitor) {
    visitor.withoutAWorker();
    visitor
        .page()
        .route(
            "**/js/camera.js",
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setContentType("text/javascript;charset=utf-8")
                        .setBody(SCRIPT)));
    return new CameraOfTheTest(visitor.page());
  }

  /** The camera will not start, for this reason. */
  CameraOfTheTest willBe(String state) {
    page.addInitScript("window.cameraState = '" + state + "'");
    return this;
  }

  CameraOfTheTest becomes(String state) {
    page.evaluate("state => window.cameras.at(-1).asked.state(state)", state);
    return this;
  }

  CameraOfTheTest sees(String kind) {
    return sees(kind, null);
  }

  /** The coach tells this of now. */
  CameraOfTheTest sees(String kind, @org.jspecify.annotations.Nullable String side) {
    java.util.Map<String, Object> event = new java.util.HashMap<>();
    event.put("kind", kind);
    event.put("side", side);
    awaitOpening();
    page.evaluate(
        "event => window.cameras.at(-1).asked.event({ ...event, millis: performance.now() })",
        event);
    return this;
  }

  /** A frame with nobody in it, at a moment in milliseconds. */
  CameraOfTheTest sawAt(double millis) {
    awaitOpening();
    page.evaluate(
        "millis => window.cameras.at(-1).asked.seen({landmarks: null, aspect: 4 / 3, millis,"
            + " numbers: []})",
        millis);
    return this;
  }

  /** The coach's figures after a frame. */
  CameraOfTheTest tells(double... numbers) {
    awaitOpening();
    page.evaluate(
        "numbers => window.cameras.at(-1).asked.seen({landmarks: null, aspect: 4 / 3, millis: 0,"
            + " numbers})",
        java.util.Arrays.stream(numbers).boxed().toList());
    return this;
  }

  /** The page opens it only once its script has come. */
  private void awaitOpening() {
    page.waitForFunction("() => window.cameras && window.cameras.at(-1).open");
  }

  boolean isOn() {
    return Boolean.TRUE.equals(
        page.evaluate("() => (window.cameras || []).some((camera) => camera.open)"));
  }

  /** What the page asked for last: a step and its settings. */
  List<Object> asked() {
    awaitOpening();
    return listed(
        "() => { const camera = window.cameras.at(-1); return camera.changes.at(-1) ||"
            + " [camera.asked.step, camera.asked.settings]; }");
  }

  @SuppressWarnings("unchecked") // a list in the page is a list here
  private List<Object> listed(String expression) {
    return (List<Object>) page.evaluate(expression);
  }
}
