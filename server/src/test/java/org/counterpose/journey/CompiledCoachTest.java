package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.coach.Coach;
import org.counterpose.coach.Coaches;
import org.counterpose.coach.Event;
import org.counterpose.coach.Side;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.counterpose.pose.Frame;
import org.counterpose.pose.Landmark;
import org.counterpose.scenes.NeedleScenes;
import org.counterpose.scenes.Scene;
import org.counterpose.traces.Trace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The coach in the browser tells the same events as the one here, on the same frames. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(900)
class CompiledCoachTest {

  private static final long SEED = 20261126;

  private static final String WATCH =
      """
      async ([coach, step, setting]) => {
        const { begin, seen, kind } = await import(coach);
        const numbers = new Float64Array(await (await fetch("/frames")).arrayBuffer());
        const told = [];
        begin(step, Float64Array.of(setting));
        for (let at = 0; at < numbers.length; at += 135) {
          const body = numbers[at + 2] === 1 ? numbers.slice(at + 3, at + 135) : new Float64Array(0);
          const events = seen(body, numbers[at + 1], numbers[at]);
          for (let i = 0; i < events.length; i += 3) {
            told.push(kind(events[i]) + " " + ["left", "right"][events[i + 1]] + " " + Math.round(events[i + 2]));
          }
        }
        return told;
      }
      """;

  private final SettableClock clock = SettableClock.at("2026-11-23T12:15:00Z");
  private Served served;
  private Chromium chromium;
  private Page page;
  private String coach = "";
  private byte[] frames = {};

  @BeforeAll
  void start(@TempDir Path folder) {
    served = Served.in(folder.resolve("data"), clock);
    chromium = new Chromium();
    page = chromium.browser().newPage();
    page.navigate(served.address() + "/");
    coach =
        (String)
            page.evaluate(
                "() => document.querySelector('link[rel=stylesheet]').href"
                    + ".replace('css/base.css', 'js/coach.js')");
    page.route(
        "**/frames", route -> route.fulfill(new Route.FulfillOptions().setBodyBytes(frames)));
  }

  @AfterAll
  void stop() {
    chromium.close();
    served.close();
  }

  @Test
  void on_the_recorded_traces() throws IOException {
    same("thread-the-needle", 2, trace("thread-the-needle-side-right.json"));
    same("desk", 40, trace("desk-side-slouch.json"));
  }

  @Test
  void on_forty_made_up_scenes() {
    System.out.println("seed " + SEED);
    Stream.concat(NeedleScenes.threaded(SEED, 20).stream(), NeedleScenes.others(SEED, 20).stream())
        .forEach(scene -> same(scene.kind() + " " + scene.seed(), "thread-the-needle", 2, scene));
  }

  @Test
  @Tag("slow")
  void on_three_hundred_made_up_scenes() {
    System.out.println("seed " + SEED);
    List<Scene> scenes = new ArrayList<>(NeedleScenes.threaded(SEED, 200));
    scenes.addAll(NeedleScenes.others(SEED, 100));
    scenes.forEach(scene -> same(scene.kind() + " " + scene.seed(), "thread-the-needle", 2, scene));
    scenes.forEach(scene -> same(scene.kind() + " " + scene.seed(), "rolled-towel", 60, scene));
  }

  private void same(String named, String step, double setting, Scene scene) {
    assertThat(inTheBrowser(step, setting, scene.frames()))
        .as(named)
        .isEqualTo(here(step, setting, scene.frames()));
  }

  private void same(String step, double setting, List<Frame> seen) {
    List<String> told = here(step, setting, seen);
    assertThat(told).isNotEmpty();
    assertThat(inTheBrowser(step, setting, seen)).isEqualTo(told);
  }

  private static List<String> here(String step, double setting, List<Frame> seen) {
    Coach watching = Coaches.of(step, setting).orElseThrow();
    return seen.stream()
        .flatMap(frame -> watching.see(frame).stream())
        .map(CompiledCoachTest::told)
        .toList();
  }

  private static String told(Event event) {
    String side = event.side().map(Side::named).orElse("undefined");
    return String.format(
        Locale.ROOT, "%s %s %d", event.kind().named(), side, Math.round(event.millis()));
  }

  @SuppressWarnings("unchecked") // a list in the page is a list here
  private List<String> inTheBrowser(String step, double setting, List<Frame> seen) {
    frames = bytes(seen);
    return (List<String>) page.evaluate(WATCH, List.of(coach, step, setting));
  }

  private static byte[] bytes(List<Frame> seen) {
    int numbers = 3 + Landmark.COUNT * Frame.PER_POINT;
    ByteBuffer bytes =
        ByteBuffer.allocate(seen.size() * numbers * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (Frame frame : seen) {
      bytes.putDouble(frame.millis()).putDouble(frame.aspect()).putDouble(frame.hasBody() ? 1 : 0);
      for (int i = 0; i < Landmark.COUNT * Frame.PER_POINT; i++) {
        bytes.putDouble(frame.hasBody() ? frame.value(i) : 0);
      }
    }
    return bytes.array();
  }

  private static List<Frame> trace(String file) throws IOException {
    Problems problems = new Problems();
    byte[] bytes = Files.readAllBytes(Path.of("src/test/resources/traces").resolve(file));
    return Documents.json(file, bytes, problems)
        .flatMap(node -> Trace.read(node, problems))
        .orElseThrow()
        .frames();
  }
}
