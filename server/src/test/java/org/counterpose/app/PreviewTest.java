package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.counterpose.journey.Chromium;
import org.counterpose.library.PackToBreak;
import org.counterpose.library.Starter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack that is being written, looked at in a preview. */
class PreviewTest {

  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-11-25T17:00:00Z"));

  @TempDir private Path temporary = Path.of("");
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private PackToBreak pack;
  private Preview preview;

  @BeforeEach
  void open() throws IOException {
    pack = PackToBreak.in(temporary);
    preview = Preview.open(new Draft.OfPack(pack.folder(), 9, Served.HOME), 0, NOON);
  }

  @AfterEach
  void close() {
    preview.close();
  }

  @Test
  void every_page_says_that_it_is_a_preview() throws Exception {
    for (String path : new String[] {"/", "/programmes/mid-back/safety", "/programmes/no-such"}) {
      assertThat(page(preview.address() + path))
          .contains("Preview of mid-back 1.0.0, day 9. This person is made up")
          .contains("js/preview.js");
    }
  }

  @Test
  void the_link_leads_to_somebody_on_that_day() throws Exception {
    assertThat(page(preview.link())).contains("Rolled towel");
    assertThat(page(preview.address() + "/progress")).contains("Day 9 of 21");
  }

  @Test
  void its_cookies_are_not_those_of_what_is_served_on_the_same_machine() throws Exception {
    CookieManager kept = new CookieManager();
    HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(kept)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    client.send(
        HttpRequest.newBuilder(URI.create(preview.link())).build(), BodyHandlers.ofString());

    assertThat(kept.getCookieStore().getCookies())
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie.getName()).startsWith("preview-"));
    assertThat(
            client
                .send(
                    HttpRequest.newBuilder(URI.create(preview.address() + "/progress"))
                        .header("Cookie", "journey=3f2504e0-4f89-41d3-9a0c-0305e82c3301.other")
                        .build(),
                    BodyHandlers.ofString())
                .body())
        .contains("Day 9 of 21");
  }

  @Test
  void the_first_day_is_a_whole_one_however_late_it_is() throws Exception {
    Path folder = Starter.write(temporary, "stiff-wrists");
    InstantSource evening = InstantSource.fixed(Instant.parse("2026-11-25T23:30:00Z"));

    try (Preview late = Preview.open(new Draft.OfPack(folder, 1, Served.HOME), 0, evening)) {
      assertThat(page(late.link())).contains("Sit tall", "Bow to the side", "Lift a small weight");
    }
  }

  @Test
  void what_is_saved_is_shown_and_nothing_is_when_nothing_was() throws Exception {
    String before = preview.link();
    assertThat(preview.look().isEmpty()).isTrue();
    assertThat(preview.link()).isEqualTo(before);

    pack.replace(
        "texts/en/steps.md",
        "Rolled towel\n\n# steps.rolled-towel.short",
        "A roll of cloth\n\n# steps.rolled-towel.short");
    assertThat(preview.look().isEmpty()).isTrue();

    assertThat(page(preview.link())).contains("A roll of cloth");
  }

  @Test
  void a_pack_may_lie_where_a_link_leads() throws Exception {
    Path link =
        Files.createSymbolicLink(
            Files.createDirectory(temporary.resolve("links")).resolve("mid-back"), pack.folder());

    try (Preview linked = Preview.open(new Draft.OfPack(link, 9, Served.HOME), 0, NOON)) {
      assertThat(page(linked.link())).contains("Preview of mid-back 1.0.0, day 9");

      pack.replace("texts/en/steps.md", "Rolled towel", "Towel of linen");
      linked.look();
      assertThat(page(linked.link())).contains("Towel of linen");
    }
  }

  @Test
  void a_problem_is_told_on_the_pages_and_the_version_before_stays() throws Exception {
    pack.replace("programme.yaml", "outcome: ADAPTED", "outcome: ASK_A_ROBOT");

    assertThat(preview.look().list()).isNotEmpty();
    assertThat(page(preview.link()))
        .contains("What you saved last has problems")
        .contains("ASK_A_ROBOT")
        .contains("Rolled towel");
    assertThat(preview.isSound()).isFalse();

    pack.replace("programme.yaml", "outcome: ASK_A_ROBOT", "outcome: ADAPTED");
    preview.look();
    assertThat(preview.isSound()).isTrue();
    assertThat(page(preview.link())).doesNotContain("has problems");
  }

  @Test
  void a_signature_that_was_broken_by_the_last_change_does_not_matter() throws Exception {
    pack.write("approval.sig", "{}");

    assertThat(preview.look().isEmpty()).isTrue();
    assertThat(page(preview.address() + "/")).contains("Preview of mid-back");
  }

  @Test
  void a_pack_that_has_problems_from_the_start_is_not_served() throws IOException {
    Files.delete(pack.folder().resolve("texts/en/aids.md"));

    assertThatThrownBy(() -> Preview.open(new Draft.OfPack(pack.folder(), 1, Served.HOME), 0, NOON))
        .isInstanceOf(BadPack.class);
  }

  @Test
  void every_page_of_a_programme_just_begun_can_be_looked_at() throws Exception {
    Path folder = Starter.write(temporary, "stiff-wrists");

    try (Preview begun = Preview.open(new Draft.OfPack(folder, 8, Served.HOME), 0, NOON)) {
      assertThat(page(begun.address() + "/programmes/stiff-wrists"))
          .contains("Why your stiff wrists may hurt")
          .contains("/figures/stiff-wrists/0.1.0/bow-start.svg");
      assertThat(page(begun.address() + "/")).contains("Why your stiff wrists may hurt");
      assertThat(page(begun.address() + "/sitemap.xml")).contains("/programmes/stiff-wrists<");
      assertThat(page(begun.address() + "/programmes/stiff-wrists/safety")).contains("Under 18.");
      assertThat(page(begun.link())).contains("Sit tall");
      for (String step : new String[] {"sit-tall", "bow", "move-about"}) {
        assertThat(page(begun.address() + "/learn/stiff-wrists/" + step))
            .contains("Nobody has tested this one");
      }
    }
  }

  @Test
  void a_first_question_stands_beside_the_article_where_it_has_choices_and_not_alone()
      throws Exception {
    Path folder = Starter.write(temporary, "stiff-wrists");
    try (Preview number = Preview.open(new Draft.OfPack(folder, 1, Served.HOME), 0, NOON)) {
      assertThat(page(number.address() + "/"))
          .contains("/check/pain\"")
          .doesNotContain("How strong was your pain");

      Path structure = folder.resolve("programme.yaml");
      Files.writeString(
          structure,
          Files.readString(structure).replace("[pain, which-side]}", "[which-side, pain]}"));
      assertThat(number.look().isEmpty()).isTrue();
      assertThat(page(number.address() + "/"))
          .contains("<input type=\"radio\" name=\"which-side\" value=\"left\">");
    }
  }

  @Test
  void a_number_is_asked_with_its_row_hint_and_unit_on_a_screen_with_others_too()
      throws IOException {
    Path folder = Starter.write(temporary, "stiff-wrists");
    try (Chromium chromium = new Chromium();
        Preview begun = Preview.open(new Draft.OfPack(folder, 1, Served.HOME), 0, NOON)) {
      Page open = chromium.browser().newPage();
      for (int width : new int[] {390, 1280}) {
        open.setViewportSize(width, width == 390 ? 844 : 800);
        open.navigate(begun.address() + "/programmes/stiff-wrists/check/pain");
        assertThat(open.locator("input[type=radio][name=pain]").count()).isEqualTo(11);
        assertThat(open.locator("#q-pain").innerText())
            .contains("0 is no pain, 10 is the worst", "0 is none");
        open.locator("label:has(input[name=pain][value='6'])").click();
        open.screenshot(shot("100-shared-scale-" + width));
        open.locator("label:has(input[value=left])").click();
        open.locator(".check-buttons button").first().click();
        open.waitForURL("**/check/signs");
        open.navigate(begun.address() + "/programmes/stiff-wrists/check/about-you");
        assertThat(open.locator(".counted").innerText()).contains("years");
        open.screenshot(shot("100-age-" + width));
      }
    }
  }

  private static Page.ScreenshotOptions shot(String name) {
    return new Page.ScreenshotOptions()
        .setPath(Path.of("target", "screenshots", name + ".png"))
        .setFullPage(true);
  }

  @Test
  void a_browser_shows_what_was_saved_on_the_page_that_was_open() throws IOException {
    try (Chromium chromium = new Chromium()) {
      Page open = chromium.browser().newPage();
      open.setViewportSize(390, 844);
      open.navigate(preview.link());
      open.navigate(preview.address() + "/aids");
      assertThat(open.locator(".preview").innerText()).startsWith("Preview of mid-back");

      pack.replace("texts/en/aids.md", "A bath towel, rolled up tight.", "A beach towel, rolled.");
      preview.look();
      open.waitForSelector("text=A beach towel, rolled.");

      assertThat(open.url()).endsWith("/aids");
    }
  }

  private String page(String address) throws Exception {
    return browser
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
        .body();
  }
}
