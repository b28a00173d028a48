package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.coach.Side;
import org.counterpose.scenes.Filmed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The camera with nothing made up but what stands before the lens: a film of the body, Chromium's
 * camera, the pose model in its worker, the compiled coach, the pages, under the policy of the
 * product. A visitor complains of any request to another origin, and of any breach of the policy.
 */
@Timeout(300)
class SeenByTheCameraTest {

  /** Somebody films something. */
  private interface Filming {
    void write(Filmed filmed, OutputStream out) throws IOException;
  }

  @TempDir Path folder;
  private final SettableClock clock = SettableClock.at("2026-11-23T12:15:00Z");
  private final List<String> sent = new ArrayList<>();
  private Served served;

  @BeforeEach
  void start() {
    served = Served.in(folder.resolve("data"), clock);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void the_arm_under_is_seen_and_announced_and_nothing_leaves_the_page() throws IOException {
    try (Chromium chromium = before((filmed, out) -> filmed.needle(Side.RIGHT, out));
        Visitor visitor = at(chromium, "/step/thread-the-needle/after-work")) {
      visitor.tap("[data-watch-button]");
      told(visitor, "I see your right arm under.");
      assertThat(visitor.state()).isEqualTo("running");
      assertThat(visitor.heading()).startsWith("Right arm under, hold 1");
      visitor.look("coach-sees");
      assertThat(sent).allMatch(request -> request.startsWith("GET " + served.address()));
      assertThat(sent).anyMatch(request -> request.endsWith("/pose_landmarker_full.task"));
    }
  }

  @Tag("slow")
  @Test
  void the_far_arm_under_is_told_from_the_near_one() throws IOException {
    try (Chromium chromium = before((filmed, out) -> filmed.needle(Side.LEFT, out));
        Visitor visitor = at(chromium, "/step/thread-the-needle/after-work")) {
      visitor.tap("[data-watch-button]");
      told(visitor, "I see your left arm under.");
    }
  }

  @Test
  void lying_on_the_towel_starts_the_clock() throws IOException {
    try (Chromium chromium = before(Filmed::towel);
        Visitor visitor = at(chromium, "/step/rolled-towel/morning")) {
      visitor.tap("[data-watch-button]");
      told(visitor, "I can see you lying. The clock is running.");
      visitor.look("coach-sees-lying");
    }
  }

  @Test
  @Tag("slow") // a minute of waiting; recorded traces are judged at this rate in every run
  void a_slump_at_the_desk_is_told_at_one_frame_a_second() throws IOException {
    try (Chromium chromium = before((filmed, out) -> filmed.desk(14, 40, out));
        Visitor visitor = at(chromium, "/desk")) {
      visitor.tap("[data-watch-button]");
      told(visitor, "I can see you.");
      told(visitor, "You have been leaning for a while. Sit back, or stand up.");
      visitor.look("desk-sees");
    }
  }

  @Test
  void tall_sitting_is_calibrated_in_five_seconds() throws IOException {
    try (Chromium chromium = before((filmed, out) -> filmed.desk(25, 1, out));
        Visitor visitor = at(chromium, "/desk")) {
      visitor.tap("[data-watch-button]");
      told(visitor, "I can see you.");
      visitor.tap(".desk-calibration summary").tap("[data-calibrate]");
      told(visitor, "Kept. From now on you are compared with that.");
    }
  }

  @Test
  void somebody_who_stands_still_is_measured_and_sees_it_before_anything_is_kept()
      throws IOException {
    try (Chromium chromium = before(Filmed::standing);
        Visitor visitor = at(chromium, "/posture")) {
      visitor.tap("[data-watch-button]");
      visitor
          .page()
          .locator("[data-result]")
          .waitFor(new Locator.WaitForOptions().setTimeout(90_000));
      visitor.look("posture-seen");
      assertThat(visitor.page().locator("[data-ear]").innerText()).matches(".*°, give or take .*");
      assertThat(sent).noneMatch(request -> request.startsWith("POST"));
    }
  }

  private Visitor at(Chromium chromium, String path) {
    Visitor visitor = Visitor.onPhoneInRealTime(chromium, served, clock);
    visitor.open(Trial.begunNow(served, clock).link()).open(path);
    visitor.page().onRequest(request -> sent.add(request.method() + " " + request.url()));
    return visitor;
  }

  private static void told(Visitor visitor, String sentence) {
    visitor
        .page()
        .locator("text=" + sentence)
        .first()
        .waitFor(new Locator.WaitForOptions().setTimeout(90_000));
  }

  private Chromium before(Filming filming) throws IOException {
    Path film = folder.resolve("film.y4m");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(film))) {
      filming.write(new Filmed(8), out);
    }
    return new Chromium(
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        "--use-file-for-fake-video-capture=" + film);
  }
}
