package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.counterpose.journey.Chromium;
import org.counterpose.library.Starter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clinic writes an article of its own, and looks at it in a preview. */
class PreviewOfAnArticleTest {

  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-11-25T17:00:00Z"));
  private static final String ARTICLE =
      """
      ---
      title: A day at the desk
      summary: What a long day does.
      programme: mid-back
      language: en
      order: 20
      published: 2026-11-02
      ---

      ## In the morning

      Nothing hurts yet.
      """;

  @TempDir private Path data = Path.of("");
  private Path article;

  @BeforeEach
  void write() throws IOException {
    article = Files.createDirectories(data.resolve("articles/en")).resolve("desk.md");
    Files.writeString(article, ARTICLE);
  }

  private Preview open() throws IOException {
    return open(article);
  }

  private static Preview open(Path path) throws IOException {
    WrittenArticles written = WrittenArticles.at(path, new Problems()).orElseThrow();
    return Preview.open(new Draft.OfArticles(written, Served.HOME), 0, NOON);
  }

  private static String page(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
        .body();
  }

  @Test
  void it_is_shown_as_it_will_be_and_says_that_it_is_a_preview() throws Exception {
    try (Preview preview = open()) {
      assertThat(preview.link()).endsWith("/articles/desk");
      assertThat(page(preview.link()))
          .contains(">A day at the desk</h1>")
          .contains("<h2>In the morning</h2>")
          .contains("Preview of desk.md. Nothing is kept.");
      assertThat(page(preview.address() + "/articles")).contains("What a long day does.");
    }
  }

  @Test
  void it_may_lie_where_a_link_leads() throws Exception {
    Path linked = Files.createDirectory(data.resolve("linked"));
    Starter.write(Files.createDirectory(data.resolve("programmes")), "wrists");
    Files.createSymbolicLink(linked.resolve("articles"), data.resolve("articles"));
    Files.createSymbolicLink(linked.resolve("programmes"), data.resolve("programmes"));
    Files.writeString(article, ARTICLE.replace("mid-back", "wrists"));

    try (Preview preview = open(linked.resolve("articles/en/desk.md"))) {
      assertThat(page(preview.link())).contains("Nothing hurts yet.");

      Files.writeString(article, ARTICLE.replace("yet.", "yet, or does it?"));
      preview.look();
      assertThat(page(preview.link())).contains("Nothing hurts yet, or does it?");
    }
  }

  @Test
  void what_is_saved_is_shown_and_nothing_else_begins_it_anew() throws Exception {
    try (Preview preview = open()) {
      String before = preview.link();
      Files.writeString(article, ARTICLE.replace("yet.", "yet, or does it?"));
      assertThat(preview.look().isEmpty()).isTrue();

      assertThat(preview.link()).isEqualTo(before);
      assertThat(page(preview.link())).contains("Nothing hurts yet, or does it?");
    }
  }

  @Test
  void a_fault_is_told_with_its_line_and_the_words_before_it_stay() throws Exception {
    try (Preview preview = open()) {
      Files.writeString(article, ARTICLE.replace("mid-back", "mid-bak"));

      assertThat(preview.look().list())
          .singleElement()
          .extracting(Problem::toString, InstanceOfAssertFactories.STRING)
          .startsWith(article + ":4: programme: there is no programme 'mid-bak'")
          .contains("did you mean 'mid-back'?");
      assertThat(page(preview.link()))
          .contains("What you saved last has problems")
          .contains("did you mean 'mid-back'?")
          .contains("Nothing hurts yet.");

      Files.writeString(article, ARTICLE);
      preview.look();
      assertThat(page(preview.link())).doesNotContain("has problems");
    }
  }

  @Test
  void a_programme_that_is_not_there_is_the_only_fault_of_a_head_that_leaves_the_rest_to_it()
      throws IOException {
    try (Preview preview = open()) {
      Files.writeString(
          article,
          "---\nprogramme: mid-bak\nlanguage: en\norder: 20\npublished: 2026-11-02\n---\n");

      assertThat(preview.look().list()).hasSize(1);
    }
  }

  @Test
  void one_with_a_fault_from_the_start_is_not_served() throws IOException {
    Files.writeString(article, ARTICLE.replace("order: 20", "order: first"));

    assertThatThrownBy(this::open).isInstanceOf(BadPack.class);
  }

  @Test
  void it_may_lead_to_a_programme_of_the_clinics_own() throws Exception {
    Starter.write(Files.createDirectory(data.resolve("programmes")), "wrists");
    Files.writeString(article, ARTICLE.replace("mid-back", "wrists"));

    try (Preview preview = open(data.resolve("articles"))) {
      assertThat(preview.link()).endsWith("/articles");
      assertThat(page(preview.address() + "/articles/desk"))
          .contains("href=\"/programmes/wrists/check\"");
    }
  }

  @Test
  void a_browser_shows_what_was_saved() throws IOException {
    try (Chromium chromium = new Chromium();
        Preview preview = open()) {
      Page shown = chromium.browser().newPage();
      shown.navigate(preview.link());

      Files.writeString(article, ARTICLE.replace("Nothing hurts", "Something hurts"));
      preview.look();
      shown.waitForSelector("text=Something hurts yet.");

      assertThat(shown.url()).isEqualTo(preview.link());
    }
  }
}
