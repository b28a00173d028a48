package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.counterpose.app.Served;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArticlesInTheBrowserTest extends InTheBrowser {

  private static final List<String> PAGES =
      List.of("/articles", "/articles/mid-back", "/articles/at-the-desk");

  /** The clinic that has an article of its own. */
  @BeforeEach
  void write() throws IOException {
    served.close();
    Path data = folder.resolve(UUID.randomUUID().toString());
    Files.createDirectories(data.resolve("articles"));
    Files.writeString(
        data.resolve("articles/at-the-desk.md"),
        """
          ---
          title: A day at the desk, and what your back makes of it
          summary: A long day in one place, told hour by hour, with small things to try.
          programme: mid-back
          language: en
          order: 20
          published: 2026-11-02
          figure: change-position
          sources: [slater, waongenngarm]
          ---

          ## In the morning

          You sit down. **Nothing hurts yet.**

          - Stand up once an hour
          - Look out of the window

          > It is the same chair in the evening.
          """);
    served = Served.in(data, clock);
  }

  @Test
  void articles_are_well_made_for_phone_and_desk() {
    try (Visitor phone = onPhone();
        Visitor desk = atDesk()) {
      for (String path : PAGES) {
        String name = "97" + path.replace('/', '-');
        HandAndEye.isEasyToTap(phone.open(path).look(name));
        desk.open(path).look(name);
      }
    }
    try (Visitor reader = zoomedIn()) {
      PAGES.forEach(path -> HandAndEye.scrollsOnlyDownward(reader.open(path)));
    }
  }

  @Test
  void the_picture_for_sharing_is_shown_by_a_browser() {
    try (Visitor visitor = atDesk()) {
      visitor.open("/articles");
      assertThat(
              visitor
                  .page()
                  .evaluate(
                      """
                      async () => {
                        const card = new Image();
                        card.src = '/articles/mid-back/card.png';
                        await card.decode();
                        document.body.replaceChildren(card);
                        return card.naturalWidth;
                      }
                      """))
          .isEqualTo(1200);
      visitor
          .page()
          .screenshot(
              new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/97-card.png")));
    }
  }

  @Test
  void without_script_an_article_leads_through_the_next_one_into_the_check() {
    try (Visitor visitor = withoutScript()) {
      visitor.open("/articles").tap("a[href='/articles/mid-back']");
      assertThat(visitor.heading()).contains("mid-back");
      visitor.tap("a[rel=next]");
      assertThat(visitor.heading()).startsWith("A day at the desk");
      visitor.tap("a[rel=prev]").tap("input[value=stiffness]").tap(".hero .button");
      assertThat(visitor.path()).startsWith("/programmes/mid-back/check/");
    }
  }

  @Test
  void a_page_that_the_browser_kept_is_asked_for_again_once_a_trial_has_begun() {
    try (Visitor visitor = onPhone()) {
      visitor.open("/articles/mid-back");
      assertThat(visitor.page().locator(".tabs").count()).isZero();
      visitor.open(Trial.begunNow(served, clock).link());
      visitor.open("/articles/mid-back");
      visitor.page().waitForLoadState(LoadState.LOAD);
      assertThat(visitor.page().locator(".tabs").count()).isEqualTo(1);
    }
  }
}
