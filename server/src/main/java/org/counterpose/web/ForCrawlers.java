package org.counterpose.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.counterpose.articles.Article;
import org.counterpose.articles.Articles;
import org.counterpose.guard.Access;
import org.counterpose.guard.AccessTable;
import org.counterpose.library.Library;
import org.counterpose.people.PublicAddress;
import org.counterpose.practice.Practice;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;

/** What search engines are told: the pages that can be found, and those to leave alone. */
final class ForCrawlers {

  private static final String SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final Duration KEPT = Duration.ofHours(1);

  /** Open to everybody, but of no use to who searches. */
  private static final List<String> OPEN_YET_LEFT_ALONE =
      List.of(
          "/api/",
          "/book/",
          "/embed/",
          "/programmes/*/check",
          "/programmes/*/result",
          "/programmes/*/start",
          "/sign-in",
          "/wait/");

  private final Articles articles;
  private final Library library;
  private final PublicAddress address;

  ForCrawlers(Practice practice) {
    this.articles = practice.articles();
    this.library = practice.library();
    this.address = practice.people().address();
  }

  void add(RoutesConfig routes) {
    routes.get("/sitemap.xml", this::sitemap);
    routes.get("/robots.txt", this::robots);
  }

  private void sitemap(Context context) {
    byte[] map = XmlDocument.of("urlset", SITEMAPS, this::write);
    PublicAnswer.give(context, "application/xml;charset=utf-8", map, KEPT);
  }

  /** Each page by its one address: the start page is that of the first programme. */
  private void write(XmlDocument map) {
    String site = address.get().toString();
    page(map, site + "/articles");
    for (Article article : articles.all()) {
      map.element(
          "url",
          url -> {
            url.text("loc", Published.address(site, article));
            url.text("lastmod", article.updated().toString());
          });
    }
    for (Programme programme : library.programmes()) {
      if (articles.of(programme.id(), programme.language()).isEmpty()) {
        page(map, site + "/programmes/" + programme.id());
      }
      page(map, site + "/programmes/" + programme.id() + "/safety");
      for (Step step : programme.steps()) {
        page(map, site + "/learn/" + programme.id() + "/" + step.id());
      }
    }
    page(map, site + "/book");
  }

  private static void page(XmlDocument map, String address) {
    map.element("url", url -> url.text("loc", address));
  }

  private void robots(Context context) {
    StringBuilder text = new StringBuilder("User-agent: *\n");
    leftAlone().forEach(path -> text.append("Disallow: ").append(path).append('\n'));
    text.append("\nSitemap: ").append(address.get()).append("/sitemap.xml\n");
    PublicAnswer.give(
        context,
        "text/plain;charset=utf-8",
        text.toString().getBytes(StandardCharsets.UTF_8),
        KEPT);
  }

  /** Where the addresses begin of all pages that are not open to everybody, and of some more. */
  private static TreeSet<String> leftAlone() {
    TreeSet<String> beginnings = new TreeSet<>(OPEN_YET_LEFT_ALONE);
    for (AccessTable.Line line : AccessTable.all()) {
      if (line.method().equals("GET") && line.access() != Access.EVERYONE) {
        beginnings.add(line.path().replaceFirst("[{<].*", ""));
      }
    }
    TreeSet<String> needed = new TreeSet<>();
    for (String beginning : beginnings) {
      if (needed.isEmpty() || !beginning.startsWith(needed.last())) {
        needed.add(beginning);
      }
    }
    return needed;
  }
}
