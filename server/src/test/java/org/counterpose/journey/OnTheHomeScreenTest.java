package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import java.util.ArrayList;
import java.util.List;
import org.counterpose.app.Served;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trial that is put on a home screen. */
class OnTheHomeScreenTest extends InTheBrowser {

  private static final String SAFARI =
      "Mozilla/5.0 (%s) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/604.1";

  @Test
  void chromium_finds_nothing_wrong_with_the_manifest_and_could_install_it() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor phone = onPhone()) {
      phone.open(trial.link()).open("/today");
      CDPSession browser = phone.page().context().newCDPSession(phone.page());

      JsonObject found = browser.send("Page.getAppManifest");
      assertThat(found.get("url").getAsString()).endsWith("/manifest.webmanifest");
      assertThat(found.getAsJsonArray("errors")).isEmpty();
      JsonObject manifest =
          JsonParser.parseString(found.get("data").getAsString()).getAsJsonObject();
      assertThat(manifest.get("name").getAsString()).isEqualTo("Avant Chiropractic");
      assertThat(manifest.get("start_url").getAsString()).isEqualTo("/today");
      assertThat(manifest.get("scope").getAsString()).isEqualTo("/");
      assertThat(manifest.get("display").getAsString()).isEqualTo("standalone");

      List<String> hindrances = new ArrayList<>();
      for (JsonElement one :
          browser.send("Page.getInstallabilityErrors").getAsJsonArray("installabilityErrors")) {
        hindrances.add(one.getAsJsonObject().get("errorId").getAsString());
      }
      hindrances.remove("in-incognito"); // as every browser of a test is
      assertThat(hindrances).isEmpty();

      assertThat(phone.page().evaluate(WIDTHS)).asString().isEqualTo("[180, 192, 512, 512]");
    }
  }

  /** How wide the pictures really are that the page and its manifest name. */
  private static final String WIDTHS =
      """
      (async () => {
        const manifest = await (await fetch(document.querySelector("link[rel=manifest]").href)).json();
        const touch = document.querySelector("link[rel=apple-touch-icon]").href;
        const widths = [];
        for (const src of [touch, ...manifest.icons.map((icon) => icon.src)]) {
          const picture = new Image();
          picture.src = src;
          await picture.decode();
          widths.push(picture.naturalWidth);
        }
        return widths;
      })()
      """;

  @Test
  void it_is_served_as_a_manifest_and_leads_only_people_on_trial_to_it() {
    Served.Answer manifest = served.get("/manifest.webmanifest");

    assertThat(manifest.header("Content-Type")).startsWith("application/manifest+json");
    assertThat(served.get("/").body()).doesNotContain("rel=\"manifest\"");
    assertThat(served.get("/staff/sign-in").body()).doesNotContain("rel=\"manifest\"");
  }

  @ParameterizedTest
  @CsvSource({
    "iPhone; CPU iPhone OS 18_5 like Mac OS X, 5, false, true",
    "Macintosh; Intel Mac OS X 10_15_7, 5, false, true", // an iPad
    "Macintosh; Intel Mac OS X 10_15_7, 0, false, false",
    "Linux; Android 10; K, 5, false, false",
    "iPhone; CPU iPhone OS 15_0 like Mac OS X, 5, true, false" // there already, and too old
  })
  void who_has_an_iphone_is_told_to_put_the_page_on_the_home_screen_and_nobody_else(
      String device, int touches, boolean standalone, boolean told) {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor phone = onPhone()) {
      phone
          .page()
          .addInitScript(
              """
              Object.defineProperty(navigator, "userAgent", { get: () => "%s" });
              Object.defineProperty(navigator, "maxTouchPoints", { get: () => %s });
              Object.defineProperty(navigator, "standalone", { get: () => %s });
              delete window.Notification;
              delete window.PushManager;
              """
                  .formatted(SAFARI.formatted(device), touches, standalone));
      phone.open(trial.link()).open("/reminders");
      phone.page().waitForLoadState();

      assertThat(phone.page().locator("[data-home-screen]").isVisible()).isEqualTo(told);
      assertThat(phone.page().locator("[data-push]").isVisible()).isFalse();
      if (told) {
        phone.look("96-reminders-home-screen");
      }
    }
  }

  @Test
  void where_notifications_can_be_shown_nobody_is_sent_to_the_home_screen() {
    Trial trial = Trial.begunNow(served, clock);
    try (Visitor phone = onPhone()) {
      phone.open(trial.link()).open("/reminders");
      phone.page().locator("[data-push] button").waitFor();

      assertThat(phone.page().locator("[data-home-screen]").isVisible()).isFalse();
    }
  }

  @Test
  void who_comes_without_a_trial_finds_the_way_to_it() {
    try (Visitor phone = onPhone();
        Visitor desk = atDesk()) {
      phone.open("/today").look("96-article").tap("a[href='/sign-in']");
      assertThat(phone.path()).isEqualTo("/sign-in");
      desk.open("/").look("96-article");
    }
  }
}
