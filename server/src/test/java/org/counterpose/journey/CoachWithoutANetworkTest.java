package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.counterpose.app.AnotherBuild;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The camera's coach, which looks on also without a network. */
class CoachWithoutANetworkTest extends WithoutANetwork {

  private final Chromium withCamera =
      new Chromium("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");

  @Override
  Chromium browser() {
    return withCamera;
  }

  @AfterAll
  void endBrowser() {
    withCamera.close();
  }

  @Test
  void who_turned_it_on_once_has_it_without_a_network_after_an_update_too() {
    try (Visitor phone = keeps(onPhoneInRealTime(), trial.link())) {
      turnsOn(phone.open("/step/thread-the-needle/after-work"));
      aMinuteIsOver(phone);
      server.stop();
      isBackAs(with -> AnotherBuild.in(with.folder(), with.time(), with.port()));
      phone.open("/today");
      until(phone, COACH_OF_THE_NEWER_BUILD);
      until(phone, KEPT_OF_THE_NEWER_BUILD);
      server.stop();

      turnsOn(phone.open("/step/thread-the-needle/after-work"));
      assertThat(phone.page().locator("[data-notice=kept]").count()).isEqualTo(1);
    }
  }

  private static void turnsOn(Visitor visitor) {
    visitor.tap("[data-watch-button]");
    visitor
        .page()
        .locator("[data-watch='watching']")
        .waitFor(new Locator.WaitForOptions().setTimeout(60_000));
  }

  private static final String COACH_OF_THE_NEWER_BUILD =
      "caches.match('/static/" + AnotherBuild.VERSION + "/js/coach.js').then(kept => !!kept)";

  private static final String KEPT_OF_THE_NEWER_BUILD =
      "caches.match('/kept/about').then(about => about.json()).then(about => about.build === '"
          + AnotherBuild.VERSION
          + "')";
}
