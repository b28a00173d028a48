package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.body.Build;
import org.counterpose.body.Pose;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;
import org.counterpose.camera.Camera;
import org.counterpose.camera.Film;
import org.counterpose.camera.Photo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two people before the lens while one of them is to be measured, side on and still. */
@Timeout(300)
class SomebodyElseInThePictureTest {

  private static final int HEIGHT = 480;

  private static final Camera CAMERA =
      Camera.looking(new Position(0, 1, 3.2), new Position(0, 0.9, 0), 0);

  @TempDir Path folder;

  @Test
  void nobody_is_measured_and_the_page_says_why() throws IOException {
    SettableClock clock = SettableClock.at("2026-11-23T12:15:00Z");
    Path film = folder.resolve("two.y4m");
    Files.write(film, sideBySide(standing(-0.65), standing(0.65)));
    try (Served served = Served.in(folder.resolve("data"), clock);
        Chromium chromium =
            new Chromium(
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-video-capture=" + film);
        Visitor visitor = Visitor.onPhoneInRealTime(chromium, served, clock)) {
      visitor.open(Trial.begunNow(served, clock).link()).open("/posture");
      visitor.tap("[data-watch-button]");

      visitor
          .page()
          .locator("[data-watch-status]:has-text('Somebody else is in the picture.')")
          .waitFor(new Locator.WaitForOptions().setTimeout(60_000));

      assertThat(visitor.page().locator("[data-result]").isVisible()).isFalse();
    }
  }

  /** A film of ten equal pictures of somebody, so far from the middle, in metres. */
  private static byte[] standing(double aside) throws IOException {
    Posed body = Posed.of(Build.ADULT, Pose.STANDING).movedBy(new Position(aside, 0, 0));
    Photo photo = Photo.of(body, CAMERA, HEIGHT);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Film film = new Film(bytes, 10);
    for (int picture = 0; picture < 10; picture++) {
      film.add(photo);
    }
    return bytes.toByteArray();
  }

  /** The left half of one film beside the right half of another. */
  private static byte[] sideBySide(byte[] left, byte[] right) {
    int head = new String(left, 0, 100, StandardCharsets.ISO_8859_1).indexOf('\n');
    int width = (int) Math.round(HEIGHT * CAMERA.aspect());
    int frame = "FRAME\n".length() + width * HEIGHT * 3 / 2;
    byte[] both = left.clone();
    for (int start = head + 1; start < both.length; start += frame) {
      int at = start + "FRAME\n".length();
      at = rightHalf(right, both, at, width, HEIGHT);
      at = rightHalf(right, both, at, width / 2, HEIGHT / 2);
      rightHalf(right, both, at, width / 2, HEIGHT / 2);
    }
    return both;
  }

  private static int rightHalf(byte[] from, byte[] to, int plane, int width, int height) {
    for (int y = 0; y < height; y++) {
      int middle = plane + y * width + width / 2;
      System.arraycopy(from, middle, to, middle, width - width / 2);
    }
    return plane + width * height;
  }
}
