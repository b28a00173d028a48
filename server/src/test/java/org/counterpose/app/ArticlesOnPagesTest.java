package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.counterpose.guard.Access;
import org.counterpose.guard.AccessTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ArticlesOnPagesTest {

  private static final String SITE = "https://backs.example";
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String OWN =
      """
      ---
      title: Backs & "desks" </script><script>alert(1)</script>
      summary: Of <b>long</b> days.
      programme: mid-back
      language: en
      order: 20
      published: 2026-11-02
      updated: 2026-12-01
      sources: [{title: "A </script> study"}]
      ---

      Our own words.
      """;

  @TempDir Path folder;
  private Served served;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(folder.resolve("articles"));
    Files.writeString(folder.resolve("articles/desks.md"), OWN);
    served =
        Served.in(
            folder,
            SettableClock.at("2026-11-23T12:15:00Z"),
            configuration -> configuration.withPublicAddress(URI.create(SITE)));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void an_article_leads_to_the_check_and_to_its_neighbours() {
    String first = served.get("/articles/mid-back").body();
    String second = served.get("/articles/desks").body();

    assertThat(first).contains("action=\"/programmes/mid-back/check/symptoms\"", "Start the check");
    assertThat(first)
        .contains("rel=\"next\" href=\"/articles/desks\"")
        .doesNotContain("rel=\"prev\"");
    assertThat(second).contains("rel=\"prev\" href=\"/articles/mid-back\"", "Our own words.");
    assertThat(first).contains("Other programmes", "href=\"/programmes/ankles\"");
    assertThat(second).contains("href=\"/articles/ankles\"").doesNotContain("Other programmes");
    assertThat(second).contains("Published on 2 November 2026, last changed on 1 December 2026");
    assertThat(served.get("/articles").body())
        .contains("href=\"/articles/mid-back\"", "href=\"/articles/desks\"");
    assertThat(served.get("/articles/no-such").status()).isEqualTo(404);
    assertThat(served.get("/articles/no-such/card.png").status()).isEqualTo(404);
  }

  @Test
  void another_language_leads_to_the_same_article_in_it() {
    assertThat(chosen("es", "/articles/mid-back")).isEqualTo("/articles/espalda-media");
    assertThat(chosen("en", "/articles/espalda-media")).isEqualTo("/articles/mid-back");
    assertThat(chosen("es", "/articles/ankles")).isEqualTo("/articles/tobillos");
    assertThat(chosen("es", "/articles/espalda-media")).isEqualTo("/articles/espalda-media");
    assertThat(chosen("xx", "/articles/mid-back")).isEqualTo("/articles/mid-back");
    assertThat(chosen("es", "/articles/not-there")).isEqualTo("/articles/not-there");
  }

  @Test
  void who_reads_another_language_finds_it_above_the_check() {
    String page = served.get("/articles/ankles", "Accept-Language", "es").body();
    String leads =
        "<a href=\"/articles/tobillos\" lang=\"es\" hreflang=\"es\">Espa\u00f1ol: C\u00f3mo tener";

    assertThat(page).containsSubsequence("<h1 lang=\"en\">", leads, "<form", "<article");
    assertThat(page.split(leads, -1)).hasSize(2);
  }

  @Test
  void an_article_that_is_not_there_in_a_language_leads_to_those_that_are_and_says_so() {
    String list = chosen("es", "/articles/desks");

    assertThat(list).isEqualTo("/articles?without=desks");
    assertThat(served.get(list, "Cookie", "language=es").body())
        .contains("<html lang=\"es\"", "todavía no está en español")
        .contains("<strong lang=\"en\">Backs &amp;", "/articles/espalda-media");
    for (String nothingToSay : List.of("/articles?without=mid-back", "/articles?without=x")) {
      assertThat(served.get(nothingToSay, "Cookie", "language=es").body())
          .contains("/articles/espalda-media")
          .doesNotContain("todavía no está en español");
    }
  }

  /** Where somebody is led who chose a language at the foot of a page. */
  private String chosen(String language, String page) {
    return served
        .sendForm("", "/language", Map.of("language", language, "back", page))
        .header("Location")
        .replaceFirst("^https?://[^/]+", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/programmes/mid-back", "/articles/mid-back"})
  void the_first_article_has_one_address_wherever_it_is_read(String path) {
    assertThat(served.get(path).body())
        .contains("<link rel=\"canonical\" href=\"" + SITE + "/articles/mid-back\">")
        .contains("<meta property=\"og:url\" content=\"" + SITE + "/articles/mid-back\">")
        .contains(
            "<meta property=\"og:image\" content=\"" + SITE + "/articles/mid-back/card.png\">")
        .contains("<meta name=\"twitter:card\" content=\"summary_large_image\">");
  }

  @Test
  void who_reads_spanish_is_given_the_article_in_it_first() {
    String start = served.get("/", "Accept-Language", "es").body();
    String list = served.get("/articles", "Accept-Language", "es").body();

    assertThat(start)
        .contains("<html lang=\"es\"", "Por qué la espalda media se pone rígida")
        .contains("rel=\"canonical\" href=\"" + SITE + "/articles/espalda-media\"")
        .contains("hreflang=\"en\" href=\"" + SITE + "/articles/mid-back\"");
    assertThat(list)
        .contains("href=\"/articles/espalda-media\"", "href=\"/articles/desks\"")
        .doesNotContain("href=\"/articles/mid-back\"");
  }

  @Test
  void what_a_caller_says_of_the_host_gets_into_no_page() throws IOException {
    String page =
        served.raw(
            "GET /articles/mid-back HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

    assertThat(page).startsWith("HTTP/1.1 200").contains(SITE).doesNotContain("evil.example");
  }

  @Test
  void structured_data_tells_the_article_and_stays_within_its_element() throws IOException {
    String page = served.get("/articles/desks").body();
    List<JsonNode> found = structured(page);

    assertThat(found).hasSize(1);
    JsonNode data = found.getFirst();
    assertThat(data.get("@context").asText()).isEqualTo("https://schema.org");
    assertThat(data.get("@type"))
        .extracting(JsonNode::asText)
        .contains("Article", "MedicalWebPage");
    assertThat(data.get("headline").asText())
        .isEqualTo("Backs & \"desks\" </script><script>alert(1)</script>");
    assertThat(data.get("datePublished").asText()).isEqualTo("2026-11-02");
    assertThat(data.get("dateModified").asText()).isEqualTo("2026-12-01");
    assertThat(data.get("url").asText()).isEqualTo(SITE + "/articles/desks");
    assertThat(data.get("image").get(0).asText()).isEqualTo(SITE + "/articles/desks/card.png");
    assertThat(data.get("citation").get(0).get("name").asText()).isEqualTo("A </script> study");
    assertThat(data.has("reviewedBy")).as("nobody has approved the programme yet").isFalse();
    assertThat(page).doesNotContain("<script>alert").doesNotContain("<b>long</b>");
  }

  @Test
  void the_picture_for_sharing_is_drawn_in_the_size_that_networks_ask_for() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<java.io.InputStream> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(served.address() + "/articles/mid-back/card.png"))
                  .build(),
              HttpResponse.BodyHandlers.ofInputStream());
      assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
      BufferedImage image = ImageIO.read(answer.body());

      assertThat(image.getWidth()).isEqualTo(1200);
      assertThat(image.getHeight()).isEqualTo(630);
      assertThat(colours(image, 40, 40, 760, 574)).as("of the large figure").isGreaterThan(20);
      assertThat(colours(image, 790, 40, 1160, 290)).as("of the second").isGreaterThan(20);
      assertThat(colours(image, 790, 330, 1160, 574)).as("of the third").isGreaterThan(20);
    }
  }

  private static long colours(BufferedImage image, int left, int top, int right, int bottom) {
    int[] pixels = image.getRGB(left, top, right - left, bottom - top, null, 0, right - left);
    return java.util.Arrays.stream(pixels).distinct().count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/articles",
        "/articles/mid-back",
        "/articles/mid-back/card.png",
        "/articles/feed.xml",
        "/sitemap.xml",
        "/robots.txt"
      })
  void what_is_public_may_be_kept_and_is_not_sent_again_while_it_is_the_same(String path) {
    Served.Answer first = served.get(path);
    String tag = first.header("ETag");
    Served.Answer again = served.get(path, "If-None-Match", "\"other\", " + tag);
    Served.Answer other = served.get(path, "If-None-Match", "\"other\"");

    assertThat(first.header("Cache-Control")).matches("public, max-age=[0-9]+");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(tag);
    assertThat(other.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/articles", "/articles/mid-back"})
  void a_page_that_knows_of_a_trial_is_kept_by_nobody(String path) {
    OnTrial person = OnTrial.begun(served);

    assertThat(served.get(path).header("Vary")).contains("Cookie");
    assertThat(served.get(path).body()).doesNotContain("/privacy-settings");
    assertThat(person.open(path).body()).contains("/privacy-settings");
    assertThat(person.open(path).header("Cache-Control")).isEqualTo("no-store");
    assertThat(person.open(path).header("ETag")).isEmpty();
  }

  @Test
  void the_feed_tells_every_article_by_its_whole_address() throws Exception {
    Served.Answer answer = served.get("/articles/feed.xml");
    Element feed = xml(answer.body()).getDocumentElement();
    List<Element> entries = elements(feed, ATOM, "entry");

    assertThat(answer.header("Content-Type")).startsWith("application/atom+xml");
    assertThat(feed.getNamespaceURI() + " " + feed.getLocalName()).isEqualTo(ATOM + " feed");
    assertThat(OffsetDateTime.parse(child(feed, "updated"))).isEqualTo("2026-12-01T00:00-05:00");
    assertThat(child(feed, "id")).isEqualTo(SITE + "/articles");
    assertThat(elements(feed, ATOM, "author")).isNotEmpty();
    assertThat(entries)
        .extracting(entry -> child(entry, "id"))
        .startsWith(SITE + "/articles/desks")
        .contains(SITE + "/articles/mid-back");
    assertThat(child(entries.getFirst(), "title")).startsWith("Backs & \"desks\" </script>");
    assertThat(entries)
        .allSatisfy(
            entry -> {
              OffsetDateTime.parse(child(entry, "published"));
              OffsetDateTime.parse(child(entry, "updated"));
              assertThat(child(entry, "summary")).isNotBlank();
            })
        .extracting(entry -> entry.getAttribute("xml:lang"))
        .containsOnly("en", "es");
    assertThat(elements(feed, ATOM, "link"))
        .extracting(link -> link.getAttribute("href"))
        .allMatch(address -> address.startsWith(SITE + "/articles"));
  }

  @Test
  void every_page_of_the_map_is_there_and_none_is_to_be_left_alone() throws Exception {
    List<String> pages =
        elements(
                xml(served.get("/sitemap.xml").body()).getDocumentElement(),
                "http://www.sitemaps.org/schemas/sitemap/0.9",
                "loc")
            .stream()
            .map(Element::getTextContent)
            .toList();

    assertThat(pages)
        .contains(SITE + "/articles/mid-back", SITE + "/articles/desks", SITE + "/articles")
        .doesNotHaveDuplicates()
        .allSatisfy(
            page -> {
              String path = page.substring(SITE.length());
              assertThat(page).startsWith(SITE + "/");
              assertThat(served.get(path).status()).as(path).isEqualTo(200);
              assertThat(leftAlone(path)).as(path).isFalse();
            });
  }

  @Test
  void robots_leave_alone_all_that_is_somebodys() {
    String robots = served.get("/robots.txt").body();

    assertThat(robots)
        .startsWith("User-agent: *\n")
        .contains("\nSitemap: " + SITE + "/sitemap.xml\n");
    for (AccessTable.Line line : AccessTable.all()) {
      if (line.access() != Access.EVERYONE && line.method().equals("GET")) {
        assertThat(leftAlone(line.path())).as(line.path()).isTrue();
      }
    }
    for (String open : List.of("/", "/articles/feed.xml", "/static/x/css/base.css", "/aids")) {
      assertThat(leftAlone(open)).as(open).isFalse();
    }
    assertThat(leftAlone("/programmes/mid-back/check/symptoms")).isTrue();
  }

  /** As RFC 9309 has it: a rule counts where the path begins with it; a star is anything. */
  private boolean leftAlone(String path) {
    return served
        .get("/robots.txt")
        .body()
        .lines()
        .filter(line -> line.startsWith("Disallow: "))
        .map(line -> Pattern.quote(line.substring("Disallow: ".length())).replace("*", "\\E.*\\Q"))
        .anyMatch(rule -> Pattern.compile(rule).matcher(path).lookingAt());
  }

  @Test
  void an_article_whose_programme_is_not_here_keeps_the_server_from_starting() throws IOException {
    served.close();
    Files.writeString(folder.resolve("articles/desks.md"), OWN.replace("mid-back", "wrists"));

    assertThatThrownBy(() -> Served.in(folder, SettableClock.at("2026-11-23T12:15:00Z")))
        .isInstanceOfSatisfying(
            BadPack.class,
            bad ->
                assertThat(bad.problems())
                    .singleElement()
                    .asString()
                    .contains("desks.md:4: programme: there is no programme 'wrists'"));
    Files.delete(folder.resolve("articles/desks.md"));
    served = Served.in(folder, SettableClock.at("2026-11-23T12:15:00Z"));
  }

  private static List<JsonNode> structured(String page) throws JsonProcessingException {
    List<JsonNode> found = new ArrayList<>();
    Matcher element =
        Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
            .matcher(page);
    while (element.find()) {
      found.add(new ObjectMapper().readTree(element.group(1)));
    }
    return found;
  }

  private static Document xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  private static List<Element> elements(Element in, String namespace, String name) {
    NodeList found = in.getElementsByTagNameNS(namespace, name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static String child(Element of, String name) {
    for (Element element : elements(of, ATOM, name)) {
      if (Optional.ofNullable(element.getParentNode()).filter(of::isSameNode).isPresent()) {
        return element.getTextContent();
      }
    }
    throw new AssertionError("no " + name + " in " + of.getLocalName());
  }
}
