package org.counterpose.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import org.counterpose.articles.Article;
import org.counterpose.booking.Clinic;
import org.counterpose.people.PublicAddress;
import org.counterpose.practice.Practice;

/** The articles as an Atom feed (RFC 4287), the newest first. */
final class ArticleFeed {

  static final String PATH = "/articles/feed.xml";

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final Duration KEPT = Duration.ofMinutes(30);

  private final List<Article> newestFirst;
  private final PublicAddress address;
  private final Layout layout;

  ArticleFeed(Practice practice, Layout layout) {
    this.newestFirst =
        practice.articles().all().stream()
            .sorted(Comparator.comparing(Article::updated).reversed())
            .toList();
    this.address = practice.people().address();
    this.layout = layout;
  }

  void add(Routes routes) {
    routes.get(PATH, this::serve);
  }

  private void serve(Context context) {
    if (newestFirst.isEmpty()) {
      layout.notFound(context);
      return;
    }
    String site = address.get().toString();
    byte[] feed = XmlDocument.of("feed", ATOM, document -> write(document, site));
    PublicAnswer.give(context, "application/atom+xml;charset=utf-8", feed, KEPT);
  }

  private void write(XmlDocument feed, String site) {
    Clinic clinic = layout.clinic();
    feed.text("id", site + "/articles");
    feed.text("title", layout.words().say("articles.feed", clinic.name()));
    feed.empty("link", "rel", "self", "type", "application/atom+xml", "href", site + PATH);
    feed.empty("link", "rel", "alternate", "type", "text/html", "href", site + "/articles");
    feed.text("updated", instant(newestFirst.getFirst().updated()));
    feed.element("author", author -> author.text("name", clinic.name()));
    newestFirst.forEach(article -> feed.element("entry", entry -> write(entry, article, site)));
  }

  private void write(XmlDocument entry, Article article, String site) {
    String page = Published.address(site, article);
    entry.attribute("xml:lang", article.language());
    entry.text("id", page);
    entry.text("title", article.title());
    entry.empty("link", "rel", "alternate", "type", "text/html", "href", page);
    entry.text("published", instant(article.published()));
    entry.text("updated", instant(article.updated()));
    entry.text("summary", article.summary());
  }

  /** A day begins at the clinic's midnight. */
  private String instant(LocalDate day) {
    return day.atStartOfDay(layout.clinic().zone()).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }
}
