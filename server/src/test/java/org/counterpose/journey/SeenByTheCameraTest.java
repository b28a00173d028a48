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
import org.counterpose.scenes.NeedleFilm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the tap on the coach to the side announced, with nothing made up but what stands before the
 * lens: a film of the body, Chromium's camera, the pose model in its worker, the compiled coach,
 * the player, under the policy of the product.
 */
@Timeout(300)
class SeenByTheCameraTest {

  private static final int RATE = 10;

  @TempDir Path folder;

  @Test
  void the_arm_under_is_seen_and_announced_and_nothing_leaves_the_page() throws IOException {
    SettableClock clock = SettableClock.at("2026-11-23T12:15:00Z");
    List<String> sent = new ArrayList<>();
    try (Served served = Served.in(folder.resolve("data"), clock);
        Chromium chromium = new Chromium(filming(Side.RIGHT));
        Visitor visitor = Visitor.onPhoneInRealTime(chromium, served, clock)) {
      visitor.open(Trial.begunNow(served, clock).link());
      visitor.open("/step/thread-the-needle/after-work");
      visitor.page().onRequest(request -> sent.add(request.method() + " " + request.url()));
      visitor.tap("[data-watch-button]");

      visitor
          .page()
          .locator("text=I see your right arm under.")
          .waitFor(new Locator.WaitForOptions().setTimeout(120_000));

      assertThat(visitor.state()).isEqualTo("running");
      assertThat(visitor.heading()).startsWith("Right arm under, hold 1");
      visitor.look("coach-sees");
      assertThat(sent).allMatch(request -> request.startsWith("GET " + served.address()));
      assertThat(sent).anyMatch(request -> request.endsWith("/pose_landmarker_full.task"));
    } // the visitor complains of any request to another origin, and of any breach of the policy
  }

  private String[] filming(Side side) throws IOException {
    Path film = folder.resolve(side.named() + ".y4m");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(film))) {
      NeedleFilm.write(out, side, RATE);
    }
    return new String[] {
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
      "--use-file-for-fake-video-capture=" + film
    };
  }
}
