package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A figure moves on a page, and stands still on a device that asks for less motion. */
class FiguresForThoseWhoWantNoMotionTest extends InTheBrowser {

  private static final String MOVING = "thread-the-needle-under-left-moving.svg";

  @Test
  void a_device_that_asks_for_nothing_shows_the_movement() {
    assertThat(shownWith(ReducedMotion.NO_PREFERENCE)).anyMatch(source -> source.endsWith(MOVING));
  }

  @Test
  void a_device_that_asks_for_less_motion_shows_every_figure_still() {
    assertThat(shownWith(ReducedMotion.REDUCE))
        .anyMatch(source -> source.endsWith("thread-the-needle-under-left.svg"))
        .noneMatch(source -> source.endsWith("-moving.svg"));
  }

  /** The addresses of the pictures that the browser chose, all of them loaded. */
  private List<String> shownWith(ReducedMotion motion) {
    try (Visitor visitor = onPhone()) {
      Page page = visitor.page();
      page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(motion));
      visitor.open("/learn/mid-back/thread-the-needle");
      assertThat(page.evaluate("[...document.images].every(image => image.naturalWidth > 0)"))
          .isEqualTo(true);
      return page.locator("img").all().stream()
          .map(image -> String.valueOf(image.evaluate("image => image.currentSrc")))
          .toList();
    }
  }
}
