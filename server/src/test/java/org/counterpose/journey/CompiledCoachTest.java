package org.counterpose.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.counterpose.pose.Frame;
import org.counterpose.scenes.NeedleScenes;
import org.counterpose.scenes.Scene;
import org.counterpose.traces.Trace;
import org.counterpose.web.AssetAddresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The coach that pages have tells what the coach here tells, of the same frames. */
class CompiledCoachTest extends InTheBrowser {

  private static final String NEEDLE = "thread-the-needle";

  /** Sums may differ in their last digits: sines and roots are each machine's own. */
  private static final double LAST_DIGITS = 1e-6;

  private CompiledCoach coach;

  @BeforeEach
  void openPage() {
    coach = new CompiledCoach(chromium, served);
  }

  @AfterEach
  void closePage() {
    coach.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"thread-the-needle-side-right.json", "desk-side-slouch.json"})
  void every_coach_tells_the_same_of_a_recorded_trace(String trace) throws IOException {
    List<Frame> frames = recorded(trace);

    tellTheSame(NEEDLE, frames, 2);
    tellTheSame("rolled-towel", frames, 20);
    tellTheSame("desk", frames, 0.25);
    tellTheSame("desk-calibration", frames);
    tellTheSame("posture", frames, Double.NaN);
  }

  @Test
  void the_recorded_hold_and_slump_are_told_in_the_page() throws IOException {
    assertThat(coach.told(NEEDLE, recorded("thread-the-needle-side-right.json"), 2).events())
        .extracting(line -> line.split(" ")[0])
        .containsExactly("ready", "hold-start", "hold-end");
    assertThat(coach.told("desk", recorded("desk-side-slouch.json"), 40).events())
        .extracting(line -> line.split(" ")[0])
        .containsExactly("slouch");
  }

  @Test
  void made_up_scenes_tell_the_same() {
    scenes(20, 12).forEach(scene -> tellTheSame(NEEDLE, scene.frames(), 2));
  }

  @Test
  @Tag("slow")
  void three_hundred_made_up_scenes_tell_the_same() {
    for (Scene scene : scenes(200, 100)) {
      tellTheSame(NEEDLE, scene.frames(), 2);
      tellTheSame("rolled-towel", scene.frames(), 60);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20261126})
  void spoilt_frames_tell_the_same(long seed) throws IOException {
    List<Frame> spoilt = spoilt(recorded("thread-the-needle-side-right.json"), new Random(seed));

    for (String step : List.of(NEEDLE, "rolled-towel", "desk", "posture")) {
      tellTheSame(step, spoilt, 1);
    }
  }

  @Test
  void what_is_no_body_tells_nothing_and_breaks_nothing() {
    assertThat(coach.asks("coach.seen(new Float64Array(132), 1, 0).length")).isEqualTo(0);
    assertThat(coach.asks("coach.begin('thread-the-needle', Float64Array.of(2))")).isEqualTo(true);
    for (String odd :
        List.of("null", "new Float64Array(0)", "new Float64Array(131)", "new Float64Array(264)")) {
      assertThat(coach.asks("coach.seen(" + odd + ", 4 / 3, 1).length")).as(odd).isEqualTo(0);
    }
    for (String aspect : List.of("0", "-1", "NaN", "Infinity")) {
      assertThat(coach.asks("coach.seen(new Float64Array(132), " + aspect + ", NaN).length"))
          .as(aspect)
          .isEqualTo(0);
    }
    assertThat(coach.asks("coach.numbers() instanceof Float64Array")).isEqualTo(true);
  }

  @Test
  void settings_that_are_none_of_a_step_begin_nothing() {
    for (String settings : List.of("", "0", "1.5", "NaN", "1, 2")) {
      assertThat(coach.asks("coach.begin('thread-the-needle', Float64Array.of(" + settings + "))"))
          .as(settings)
          .isEqualTo(false);
    }
    assertThat(coach.asks("coach.begin('hopping', Float64Array.of(1))")).isEqualTo(false);
    assertThat(coach.asks("coach.numbers().length")).isEqualTo(0);
  }

  @Test
  void it_is_small_enough_to_fetch_on_the_way() throws IOException {
    byte[] script = served.get(new AssetAddresses().of("js/coach.js")).body().getBytes(UTF_8);
    ByteArrayOutputStream pressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(pressed)) {
      gzip.write(script);
    }

    assertThat(script).hasSizeGreaterThan(10_000);
    assertThat(pressed.size()).isLessThanOrEqualTo(40 * 1024);
  }

  private void tellTheSame(String step, List<Frame> frames, double... settings) {
    CompiledCoach.Told here = CompiledCoach.toldHere(step, frames, settings);
    CompiledCoach.Told there = coach.told(step, frames, settings);

    String of = step + " " + Arrays.toString(settings);
    assertThat(there.events()).as("events of %s", of).isEqualTo(here.events());
    assertThat(there.numbers()).as("figures of %s", of).hasSameSizeAs(here.numbers());
    for (int i = 0; i < here.numbers().size(); i++) {
      double expected = here.numbers().get(i);
      double told = there.numbers().get(i);
      if (Double.isNaN(expected)) {
        assertThat(told).as("figure %d of %s", i, of).isNaN();
      } else {
        assertThat(told).as("figure %d of %s", i, of).isCloseTo(expected, within(LAST_DIGITS));
      }
    }
  }

  private static List<Scene> scenes(int threaded, int others) {
    long seed = 20261126;
    System.out.println("seed " + seed);
    List<Scene> scenes = new ArrayList<>(NeedleScenes.threaded(seed, threaded));
    scenes.addAll(NeedleScenes.others(seed, others));
    return scenes;
  }

  /** Numbers that are none, bodies that are gone, clocks that jump. */
  private static List<Frame> spoilt(List<Frame> frames, Random random) {
    List<Frame> spoilt = new ArrayList<>();
    for (Frame frame : frames) {
      double millis = random.nextInt(20) == 0 ? frame.millis() - 5000 : frame.millis();
      if (!frame.hasBody() || random.nextInt(8) == 0) {
        spoilt.add(Frame.empty(millis));
        continue;
      }
      double[] values = new double[132];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(400) == 0 ? Double.NaN : frame.value(i);
      }
      spoilt.add(Frame.of(millis, values, frame.aspect()));
    }
    return spoilt;
  }

  private static List<Frame> recorded(String trace) throws IOException {
    Problems problems = new Problems();
    byte[] bytes = Files.readAllBytes(Path.of("src/test/resources/traces").resolve(trace));
    return Documents.json(trace, bytes, problems)
        .flatMap(node -> Trace.read(node, problems))
        .orElseThrow()
        .frames();
  }
}
