package org.counterpose.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterpose.document.Problems;
import org.counterpose.library.Library;
import org.counterpose.library.ShippedPack;
import org.counterpose.programme.Programme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticlesTest {

  private static final Library LIBRARY =
      Library.load(ShippedPack.programmes(), new Problems()).orElseThrow();
  private static final String HEAD =
      """
      ---
      title: Stiff at the desk
      summary: What a long day does, and what may help.
      programme: mid-back
      language: en
      order: 20
      published: 2026-11-02
      ---
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void every_programme_has_a_shipped_article_in_each_of_its_languages() throws IOException {
    Problems problems = new Problems();
    Articles articles =
        Articles.load(
                List.of(ShippedPack.programmes().resolveSibling("articles")), LIBRARY, problems)
            .orElseThrow(() -> new AssertionError(problems.list()));

    assertThat(articles.find("mid-back")).isPresent();
    for (Programme programme : LIBRARY.programmes()) {
      for (String language : languages(programme)) {
        assertThat(articles.of(programme.id(), language).orElseThrow().language())
            .as(programme.id())
            .isEqualTo(language);
      }
    }
  }

  private static List<String> languages(Programme programme) throws IOException {
    Path texts = ShippedPack.programmes().resolve(programme.id()).resolve("texts");
    try (Stream<Path> folders = Files.list(texts)) {
      return folders.map(folder -> folder.getFileName().toString()).toList();
    }
  }

  @Test
  void an_article_is_its_head_and_its_body() throws IOException {
    write(
        "desk.md",
        HEAD.replace("order", "figure: tug-of-war\nupdated: 2026-11-20\norder")
                .replace(
                    "order",
                    "sources: [slater, {title: A study, url: \"https://study.example/1\", year: 2024}]\n"
                        + "order")
            + "\n## Why\n\nIt is **long**.\n");

    Article article = read().find("desk").orElseThrow();

    assertThat(article.title()).isEqualTo("Stiff at the desk");
    assertThat(article.body()).isEqualTo("<h2>Why</h2>\n<p>It is <strong>long</strong>.</p>\n");
    assertThat(article.published()).isEqualTo("2026-11-02");
    assertThat(article.updated()).isEqualTo("2026-11-20");
    assertThat(article.figure()).contains("tug-of-war");
    assertThat(article.sources())
        .extracting(Article.Source::title)
        .containsExactly(
            "Slater and others: Sit up straight, time to re-evaluate, JOSPT", "A study");
  }

  @Test
  void what_is_left_out_is_the_programmes_own() throws IOException {
    write(
        "back.md",
        "---\nprogramme: mid-back\nlanguage: en\norder: 1\npublished: 2026-11-02\n---\n");

    Article article = read().find("back").orElseThrow();

    assertThat(article.title()).isEqualTo(article.programme().text("article.title"));
    assertThat(article.summary()).isEqualTo(article.programme().text("article.summary"));
    assertThat(article.body()).isEqualTo(LIBRARY.html(article.programme(), "article.body"));
    assertThat(article.updated()).isEqualTo(article.published());
  }

  @Test
  void in_a_language_that_its_programme_is_not_there_in_an_article_needs_texts_of_its_own()
      throws IOException {
    write(
        "dos.md", "---\nprogramme: mid-back\nlanguage: ga\norder: 1\npublished: 2026-11-02\n---\n");

    assertThat(problems())
        .containsExactly(
            "dos.md:2: title: the title is missing, and its programme has none in this language",
            "dos.md:2: summary: the summary is missing, and its programme has none in this language",
            "dos.md:2: body: the body is missing, and its programme has none in this language");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          programme: mid-back  | programme: ankels   | desk.md:4: programme: there is no programme 'ankels'; there are
          programme: mid-back  | ''                  | desk.md:2: programme: 'programme' is missing
          language: en         | language: English!  | desk.md:5: language: must be one such as en, got 'English!'
          order: 20            | order: first        | desk.md:6: order: must be a number, is a text
          2026-11-02           | yesterday           | desk.md:7: published: must be a day such as 2026-11-22, got 'yesterday'
          2026-11-02           | 2026-02-30          | desk.md:7: published: must be a day such as 2026-11-22, got '2026-02-30'
          order: 20            | "updated: 2026-11-01\\norder: 20" | desk.md:6: updated: is before the day on which it was published
          order: 20            | "figure: knee\\norder: 20"    | desk.md:6: figure: its programme has no figure 'knee'
          order: 20            | "sources: [nobody]\\norder: 20" | desk.md:6: sources[0]: its programme has no source 'nobody'
          order: 20            | "sources: [{title: A, url: 'javascript:x'}]\\norder: 20" | desk.md:6: sources[0].url: must begin with https:// or http://
          order: 20            | "colour: red\\norder: 20"     | desk.md:6: colour: 'colour' is not known here
          title: Stiff         | "title: &t Stiff"             | ''
          title: Stiff         | "title: [Stiff]\\nx: Stiff"   | desk.md:2: title: must be a text, is a list
          """)
  void a_slip_in_the_head_is_told_with_its_line(String old, String with, String told)
      throws IOException {
    String head = HEAD.replace(old, with.replace("\"", "").replace("\\n", "\n"));
    write("desk.md", head + "\nText.\n");

    if (told.isEmpty()) {
      assertThat(problems()).isEmpty();
    } else {
      assertThat(problems()).anyMatch(problem -> problem.startsWith(told));
    }
  }

  @Test
  void every_slip_of_every_file_is_told_at_once() throws IOException {
    write("desk.md", HEAD.replace("mid-back", "knees").replace("order: 20", "order: -1") + "Text");
    write("My Article.md", HEAD + "Text");
    write("no-head.md", "# Only a body\n");
    write("no-end.md", "---\ntitle: A\n");
    write("empty.md", "");
    write("es/desk-es.md", HEAD + "Text");
    write("en/desk.md", HEAD + "Text");
    write("long.md", HEAD.replace("Stiff", "Stiff ".repeat(40)) + "Text");
    Files.write(folder.resolve("latin.md"), "---\nt\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    write("large.md", HEAD + "a".repeat(500_001));

    assertThat(problems())
        .anyMatch(
            problem -> problem.startsWith("desk.md:4: programme: there is no programme 'knees'"))
        .anyMatch(problem -> problem.startsWith("desk.md:6: order: must be from 0"))
        .anyMatch(problem -> problem.startsWith("My Article.md:0: must be named in small letters"))
        .anyMatch(problem -> problem.startsWith("no-head.md:1: must begin with a head"))
        .anyMatch(problem -> problem.startsWith("no-end.md:1: must begin with a head"))
        .anyMatch(problem -> problem.startsWith("empty.md:1: must begin with a head"))
        .anyMatch(
            problem ->
                problem.equals("es/desk-es.md:0: language: is 'en', but its folder is called 'es'"))
        .anyMatch(problem -> problem.contains(":0: has the name of "))
        .anyMatch(
            problem -> problem.startsWith("long.md:2: title: must be one line of at most 120"))
        .anyMatch(problem -> problem.startsWith("latin.md:2: byte 6 is not UTF-8"))
        .anyMatch(problem -> problem.startsWith("large.md:0: is larger than"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mid-back.md",
        "mid--back.md",
        "-back.md",
        "mid_back.md",
        "mid.back.md",
        "r\u00fccken.md"
      })
  void an_address_is_plain(String name) throws IOException {
    write(name, HEAD + "Text");

    assertThat(problems())
        .containsExactly(
            name
                + ":0: must be named in small letters, digits and single dashes, such as mid-back.md");
  }

  @Test
  void markup_and_scripts_in_a_body_are_shown_as_they_stand() throws IOException {
    write(
        "desk.md",
        HEAD
            + """

            <script>alert(1)</script> and <img src=x onerror=alert(1)>

            <iframe src="https://evil.example"></iframe>

            <b onclick="x()">b</b>

            ![picture](/figures/mid-back/towel.svg "\\" onload=alert(1)")

            ```html" onclick="x
            </code></pre><script>alert(2)</script>
            ```
            """);

    String body = read().find("desk").orElseThrow().body();

    assertThat(body)
        .contains("&lt;script&gt;", "&lt;iframe", "&lt;img src=x")
        .doesNotContainPattern("<(script|iframe|b)\\b")
        .doesNotContain("javascript:", "data:", "<img src=x")
        .doesNotContainPattern("<[^>\"]*(\"[^\"]*\"[^>\"]*)* on(click|load|error)=");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [x](/programmes/mid-bak/safety)  | there is no programme 'mid-bak'
          [x](/learn/knees/towel)          | there is no programme 'knees'
          [x](/articles/nowhere)           | there is no article 'nowhere'
          [x](/programmes)                 | the product has no page /programmes
          [x](/programmes/mid-back/saftey) | the product has no page /programmes/mid-back/saftey
          [x](safety)                      | a link must begin with https://, or with one / where
          [x](//evil.example)              | a link must begin with https://, or with one / where
          [x]()                            | a link must begin with https://, or with one / where
          [x](htps://x.example)            | a link must begin with https://, got 'htps:'
          [x](javascript:alert(1))         | a link must begin with https://, got 'javascript:'
          [x](data:text/html,b)            | a link must begin with https://, got 'data:'
          [x](https://x.example            | a link is not closed: write [words](https://address)
          """)
  void a_link_that_leads_nowhere_is_told_at_its_line(String link, String told) throws IOException {
    write(
        "desk.md", HEAD + "\n[well](/articles/desk?from=here#why)\n\nSee " + link + " and more.\n");

    assertThat(problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem).startsWith("desk.md:12: " + told));
  }

  @Test
  void a_link_to_a_page_of_the_product_or_of_another_site_is_followed() throws IOException {
    write(
        "desk.md",
        HEAD
            + "\n[a](/programmes/mid-back/safety) [b](https://x.example) [c](/book) [d](#why)"
            + " [e](tel:+15550100) [f](/articles/feed.xml) `[g](code`\n");

    assertThat(problems()).isEmpty();
  }

  @Test
  void a_picture_that_no_programme_has_is_told() throws IOException {
    write(
        "desk.md",
        HEAD
            + "\n![a](/figures/mid-back/towel.svg)\n\n![b](/figures/mid-back/bottle.svg)\n\n"
            + "![c](/figures/nobody/towel.svg)\n\n![d](/figures/mid-back/thread-the-needle-under-right-moving.svg)\n");

    assertThat(problems())
        .containsExactly(
            "desk.md:12: there is no picture /figures/mid-back/bottle.svg",
            "desk.md:14: there is no picture /figures/nobody/towel.svg");
  }

  @Test
  void a_second_title_and_a_picture_from_elsewhere_are_told() throws IOException {
    write(
        "desk.md",
        HEAD + "\n# Again\n\nText\n![a](https://evil.example/a.png)\n\n- ![b](//x/b.png)\n");

    assertThat(problems())
        .containsExactly(
            "desk.md:10: the title is in the head: a heading begins with ## or more",
            "desk.md:13: a picture must be of this server: its address begins with one /",
            "desk.md:15: a picture must be of this server: its address begins with one /");
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", "- ", "[", "*a **b ", "![", "<", "`", "1. ", "((("})
  void a_body_nested_without_end_is_read_all_the_same(String nesting) throws IOException {
    write("desk.md", HEAD + "\nBegin.\n\n" + nesting.repeat(400_000 / nesting.length()) + "end");

    assertThat(read().find("desk").orElseThrow().body()).startsWith("<p>Begin.</p>");
  }

  @Test
  void bombs_and_tags_of_yaml_are_not_obeyed() throws IOException {
    write("bomb.md", HEAD.replace("Stiff at the desk", "[&a [x, x], *a, *a]") + "Text");
    write("tag.md", HEAD.replace("Stiff at the desk", "!!java.net.URL [x]") + "Text");

    assertThat(problems())
        .anyMatch(problem -> problem.startsWith("bomb.md:2: ") && problem.contains("aliases"))
        .anyMatch(problem -> problem.startsWith("tag.md:2: title: must be a text"));
  }

  @Test
  void the_clinics_own_stands_in_place_of_ours_and_beside_it() throws IOException {
    Path ours = folder.resolve("ours");
    Path theirs = folder.resolve("theirs");
    write("ours/en/desk.md", HEAD + "Ours");
    write("ours/en/bed.md", HEAD.replace("order: 20", "order: 30") + "Ours");
    write("theirs/desk.md", HEAD.replace("order: 20", "order: 25") + "Theirs");
    write("theirs/car.md", HEAD.replace("order: 20", "order: 10") + "Theirs");

    Articles articles =
        Articles.load(List.of(ours, theirs, folder.resolve("none")), LIBRARY, new Problems())
            .orElseThrow();

    assertThat(articles.all()).extracting(Article::slug).containsExactly("car", "desk", "bed");
    assertThat(articles.find("desk").orElseThrow().body()).contains("Theirs");
    assertThat(articles.find("../ours/en/bed")).isEmpty();
  }

  @Test
  void articles_lead_to_the_next_and_previous_of_their_language() throws IOException {
    write("en/first.md", HEAD.replace("order: 20", "order: 1") + "Text");
    write("en/second.md", HEAD.replace("order: 20", "order: 2") + "Text");
    write(
        "ga/an-dara.md",
        HEAD.replace("order: 20", "order: 2").replace("language: en", "language: ga") + "Text");

    Articles articles = read();
    Article first = articles.find("first").orElseThrow();
    Article second = articles.find("second").orElseThrow();
    Article irish = articles.find("an-dara").orElseThrow();

    assertThat(articles.before(first)).isEmpty();
    assertThat(articles.after(first)).contains(second);
    assertThat(articles.before(second)).contains(first);
    assertThat(articles.after(second)).isEmpty();
    assertThat(articles.before(irish)).isEmpty();
    assertThat(articles.translations(second)).containsExactly(irish);
    assertThat(articles.translations(first)).isEmpty();
    assertThat(articles.of("mid-back", "ga")).contains(irish);
    assertThat(articles.of("mid-back", "fr")).contains(first);
    assertThat(articles.forReadersOf("ga")).containsExactly(first, irish);
    assertThat(articles.forReadersOf("en")).containsExactly(first, second);
    assertThat(articles.of("no-such", "en")).isEqualTo(Optional.empty());
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Articles read() {
    Problems problems = new Problems();
    return Articles.load(List.of(folder), LIBRARY, problems)
        .orElseThrow(() -> new AssertionError(problems.list()));
  }

  private List<String> problems() {
    Problems problems = new Problems();
    boolean read = Articles.load(List.of(folder), LIBRARY, problems).isPresent();
    assertThat(read).isEqualTo(problems.isEmpty());
    return problems.list().stream()
        .map(problem -> problem.toString().replace(folder + "/", ""))
        .toList();
  }
}
